// Mailchimp: audience webhooks, unsigned forms to an address that holds a secret.
import { byName } from "../../core/by-name.ts";
import type { SourceTouch } from "../../core/journey/touch-source.ts";
import { defineSource } from "../define-source.ts";
import { digestOf } from "../import/records/matching/digest.ts";
import { compact, emailOf, malformed, readEach, timeOf } from "./read.ts";
import { verifyUrlSecret } from "./signature.ts";

export const mailchimp = defineSource({
  id: "mailchimp",
  mediaTypes: ["application/x-www-form-urlencoded"],
  verify: verifyUrlSecret,
  parse: ({ body }) =>
    readEach([new URLSearchParams(body)], (form) => readForm(form as URLSearchParams)),
  probed: true,
  lateness:
    "Seconds to minutes; retries for about a day. Who joined or left a list; opens and clicks only through Mandrill.",
});

/** https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/ */
const types: Record<string, string | null> = byName({
  subscribe: "email.subscribe",
  unsubscribe: "email.unsubscribe",
  cleaned: "email.bounce",
  profile: "record.changed",
  upemail: "record.changed",
  campaign: null,
});

function readForm(form: URLSearchParams): SourceTouch | undefined {
  const kind = form.get("type") ?? "";
  const type = types[kind];
  if (type === undefined) throw malformed(`Mailchimp sends no type "${kind.slice(0, 40)}".`);
  // A campaign was sent: that is about the list, not about anybody on it.
  if (type === null) return undefined;
  const data = (name: string) => form.get(`data[${name}]`) ?? undefined;
  const firedAt = form.get("fired_at");
  const email = emailOf(data("new_email") ?? data("email"));
  if (!firedAt || !email) throw malformed("A Mailchimp event needs fired_at and data[email].");
  return {
    // No id of its own: the same event says the same again.
    eventId: digestOf(
      [...form]
        .map((pair) => pair.join("="))
        .sort()
        .join("&"),
    ),
    type,
    at: timeOf(`${firedAt.replace(" ", "T")}Z`, "fired_at"),
    who: { email, ...listIds(data) },
    props: compact({
      list: data("list_id"),
      reason: data("reason"),
      campaign: data("campaign_id"),
      ...(type === "record.changed" ? { kind: "contact", change: kind } : {}),
      ...(kind === "upemail" ? { oldEmail: data("old_email") } : {}),
    }),
  };
}

function listIds(data: (name: string) => string | undefined): {
  externalIds?: Record<string, string>;
} {
  const id = data("id") ?? data("new_id");
  return id ? { externalIds: { "mailchimp.member": id } } : {};
}
