// The variables of the CRMs that changes are written back to, for settings.ts.
import { z } from "zod";

const secret = (told: { what: string; expects: string; where: string }) => ({
  ...told,
  fallback: "",
  secret: true as const,
  read: z.string().refine((value) => !/\s/.test(value)),
});

/** Keys of each CRM, and the files that say which field is which; none by default. */
export const crmSettings = {
  CRM_MAPPING: {
    what: "CRM: files that map our fields to the CRM's. Empty: those that ship, for each CRM with keys.",
    expects: "paths of YAML files, separated by commas",
    where: "Copy one of playbooks/crm and change it; docs/crm.md explains every line.",
    fallback: "",
    read: z.string().transform((value) =>
      value
        .split(",")
        .map((path) => path.trim())
        .filter(Boolean),
    ),
  },
  HUBSPOT_TOKEN: secret({
    what: "CRM: HubSpot's access token. With it confirmed changes are written to HubSpot.",
    expects: "the token of a private app, without spaces",
    where: "HubSpot → Settings → Integrations → Private Apps → your app → Access token.",
  }),
  SALESFORCE_URL: {
    what: "CRM: Salesforce, the address of your organisation.",
    expects: "an address such as https://yours.my.salesforce.com",
    where: "Salesforce → Setup → My Domain.",
    fallback: "",
    read: z.string().refine((value) => value === "" || URL.canParse(value)),
  },
  SALESFORCE_CLIENT_ID: secret({
    what: "CRM: Salesforce, the consumer key of a connected app with the client credentials flow.",
    expects: "the key, without spaces",
    where: "Salesforce → Setup → App Manager → your app → Manage Consumer Details.",
  }),
  SALESFORCE_CLIENT_SECRET: secret({
    what: "CRM: Salesforce, the consumer secret of that app.",
    expects: "the secret, without spaces",
    where: "Beside the consumer key.",
  }),
  BITABLE_APP_TOKEN: secret({
    what: "CRM: Feishu Bitable, the base that holds your tables; LARK_APP_ID's app must be its collaborator.",
    expects: "the token of the base, without spaces",
    where: "In the base's address, after /base/ and before the question mark.",
  }),
  CRM_REST_KEY: secret({
    what: "CRM: what {key} stands for in a mapping file of a REST API.",
    expects: "the key, without spaces",
    where: "Your CRM's settings for developers.",
  }),
  CRM_REST_SECRET: secret({
    what: "CRM: what {secret} stands for in a mapping file of a REST API.",
    expects: "the secret, without spaces",
    where: "Beside the key.",
  }),
};

/** What the operator gave of CRMs. */
export type CrmConfig = {
  /** Mapping files; none: those that ship. */
  mappings: string[];
  hubspotToken?: string;
  salesforce?: { url: string; clientId: string; clientSecret: string };
  bitableApp?: string;
  rest: { key: string; secret: string };
};

type Name = keyof typeof crmSettings;
type Values = { [Key in Name]: z.output<(typeof crmSettings)[Key]["read"]> };

export function crmOf(values: Values): CrmConfig {
  const { SALESFORCE_URL: url, SALESFORCE_CLIENT_ID: clientId } = values;
  return {
    mappings: values.CRM_MAPPING,
    rest: { key: values.CRM_REST_KEY, secret: values.CRM_REST_SECRET },
    ...(values.HUBSPOT_TOKEN ? { hubspotToken: values.HUBSPOT_TOKEN } : {}),
    ...(values.BITABLE_APP_TOKEN ? { bitableApp: values.BITABLE_APP_TOKEN } : {}),
    ...(url && clientId
      ? { salesforce: { url, clientId, clientSecret: values.SALESFORCE_CLIENT_SECRET } }
      : {}),
  };
}

/** Variables of a CRM that do nothing without another: name, and those that ask for it. */
export const crmNeeds: [Name, Name[]][] = [
  ["SALESFORCE_URL", ["SALESFORCE_CLIENT_ID", "SALESFORCE_CLIENT_SECRET"]],
  ["SALESFORCE_CLIENT_ID", ["SALESFORCE_URL"]],
  ["SALESFORCE_CLIENT_SECRET", ["SALESFORCE_URL"]],
];
