// The variables of the sources of touches: one secret each, and a source without its secret is off.
import { z } from "zod";

type Told = { what: string; expects: string; where: string };

const secret = (told: Told) => ({
  ...told,
  fallback: "",
  secret: true as const,
  read: z.string().refine((value) => value === "" || /^[^\s,]{8,}$/.test(value)),
});

/** Each source's variable, by the source's id. */
export const sourceVariables = {
  web: "COLLECTOR_KEY",
  segment: "TRACKING_KEY",
  hubspot: "SOURCE_HUBSPOT_SECRET",
  zendesk: "SOURCE_ZENDESK_SECRET",
  mailchimp: "SOURCE_MAILCHIMP_SECRET",
  mandrill: "SOURCE_MANDRILL_SECRET",
  salesforce: "SOURCE_SALESFORCE_SECRET",
  vimeo: "SOURCE_VIMEO_SECRET",
  ga4: "SOURCE_GA4_SECRET",
  calendly: "SOURCE_CALENDLY_SECRET",
  webhook: "SOURCE_WEBHOOK_SECRET",
} as const;

const chosen = "8 or more characters without spaces or commas";
const inAddress = (id: string, where: string) =>
  secret({
    what: `${id}: the secret in the address it calls, /hooks/${id.toLowerCase()}?secret=…`,
    expects: chosen,
    where: `Choose a long random one. ${where}`,
  });

const origin = /^https?:\/\/[^\s/,]+$/;

/** Everything the sources need to know. */
export const sourceSettings = {
  PUBLIC_URL: {
    what: "How the outside calls the public listener; HubSpot and Mandrill sign this address.",
    expects: "an address such as https://ringside.example.com, without a path",
    where: "The address your TLS proxy answers to. Empty: what each request says it called.",
    fallback: "",
    read: z.string().refine((value) => value === "" || origin.test(value)),
  },
  COLLECTOR_ORIGINS: {
    what: "Web sites whose pages may send touches to /collect. With COLLECTOR_KEY the collector is on.",
    expects: "origins separated by commas, such as https://www.example.com",
    where: "The addresses your visitors see, up to the first slash.",
    fallback: "",
    read: z
      .string()
      .transform((value) => value.split(",").map((one) => one.trim()))
      .transform((all) => all.filter(Boolean))
      .refine((all) => all.every((one) => origin.test(one))),
  },
  COLLECTOR_KEY: secret({
    what: "The collector's write key, which stands in your pages for all to see.",
    expects: chosen,
    where: "Choose one; it keeps strays out, the origins keep others' pages out.",
  }),
  TRACKING_KEY: {
    ...secret({
      what: "Write key of the Segment-compatible tracking API at /v1; several while you change them.",
      expects: "keys separated by commas, each of 8 or more characters",
      where: "Choose a long random one and give it to your servers' analytics client.",
    }),
    read: z
      .string()
      .refine((value) => value === "" || value.split(",").every((one) => /^\S{8,}$/.test(one))),
  },
  SOURCE_HUBSPOT_SECRET: secret({
    what: "HubSpot: signs what it sends to /hooks/hubspot.",
    expects: "the app's client secret",
    where: "HubSpot → Development → your app → Auth → Client secret.",
  }),
  SOURCE_ZENDESK_SECRET: secret({
    what: "Zendesk: signs what it sends to /hooks/zendesk.",
    expects: "the webhook's signing secret",
    where: "Admin Center → Apps and integrations → Webhooks → your webhook → Reveal secret.",
  }),
  SOURCE_MAILCHIMP_SECRET: inAddress(
    "Mailchimp",
    "Audience → Settings → Webhooks takes the address.",
  ),
  SOURCE_MANDRILL_SECRET: secret({
    what: "Mailchimp Transactional (Mandrill): signs what it sends to /hooks/mandrill.",
    expects: "the webhook's key",
    where: "Mandrill → Settings → Webhooks → your webhook → Key.",
  }),
  SOURCE_SALESFORCE_SECRET: inAddress(
    "Salesforce",
    "Setup → Outbound Messages, or your relay of change events, takes the address.",
  ),
  SOURCE_VIMEO_SECRET: inAddress(
    "Vimeo",
    "Vimeo OTT → Manage → Site → Advanced takes the address.",
  ),
  SOURCE_GA4_SECRET: secret({
    what: "GA4: the api_secret of Measurement Protocol hits sent to /hooks/ga4 as well.",
    expects: chosen,
    where: "Choose a long random one; not the one Google knows.",
  }),
  SOURCE_GA4_FOLDER: {
    what: "GA4: a folder that receives the BigQuery export as JSON lines; new rows are read each minute.",
    expects: "a path",
    where: "Where your export job writes (bq extract --destination_format NEWLINE_DELIMITED_JSON).",
    fallback: "",
    read: z.string(),
  },
  SOURCE_CALENDLY_SECRET: secret({
    what: "Calendly: signs what it sends to /hooks/calendly.",
    expects: "the signing key",
    where: "What you gave as signing_key when you created the webhook subscription.",
  }),
  SOURCE_WEBHOOK_SECRET: secret({
    what: "Any other system: signs what it sends to /hooks/webhook, as standardwebhooks.com says.",
    expects: "a secret in base64, with or without whsec_ before it",
    where: "The sender shows it, or make one: openssl rand -base64 24.",
  }),
} as const;
