// What programs are answered, and what people are told about them.
import { byName } from "../../by-name.ts";

type Words = Record<string, string | number>;

export const api = {
  /** By code: what happened, and what to do. */
  problems: byName<(words: Words) => string>({
    no_key: () => 'Ask the operator for an API key and send it as "Authorization: Bearer rsk_…".',
    bad_key: () => "This API key is not known here. Ask the operator for an API key.",
    revoked_key: () => "This API key was revoked. Ask the operator for an API key.",
    tied_key_gone: () =>
      "Whom this API key is tied to is no longer here. Ask the operator for another key.",
    missing_scope: ({ scope }) =>
      `This needs a key with the scope ${scope}. Ask the operator for one.`,
    untied_key_only: () =>
      "A key that is tied to a person or a team may not do this. Ask the operator for one that is not.",
    too_fast: ({ seconds }) =>
      `This key asks too often. Wait ${seconds} s before the next request.`,
    busy: ({ seconds }) => `Ringside is busy. Try again in ${seconds} s.`,
    bad_request: ({ wrong }) => `Fix ${wrong}.`,
    bad_cursor: () =>
      "This cursor is not from this list. Send `next` of the page before as it came, or leave it out.",
    wrong_type: () => 'Send JSON, with "Content-Type: application/json".',
    bad_json: () => "The body is not JSON. Send one JSON document, in UTF-8.",
    too_large: ({ megabytes }) => `The request is larger than ${megabytes} MB. Send less at once.`,
    invalid: ({ wrong }) => `Fix ${wrong}.`,
    contract: () => "A data contract keeps this out. `errors` says what to change.",
    forbidden: () => "This key may not change this record. Ask the operator for one that may.",
    bad_idempotency_key: () =>
      "Idempotency-Key takes 1 to 255 printable ASCII characters, such as a UUID.",
    idempotency_key_reused: () =>
      "This Idempotency-Key came with another request before. Use a new one for a new request.",
    in_flight: () =>
      "The first request with this Idempotency-Key is still worked on. Ask again in a second.",
    unknown_reference: ({ field, id }) =>
      `${field}: there is no record ${id}, or not for this key. Send the id of one that is there.`,
    email_taken: ({ email }) => `Somebody with the e-mail ${email} is already here.`,
    not_yours_to_give: () => "ownerId: this key may not give a record to this person.",
    closed_action: () => "This action is over already. GET it to see how it ended.",
    bad_snooze: () => "day: give a day from tomorrow on and at most 30 days away.",
    whose_touches: () => "Say whose touches: send contactId or accountId, one of the two.",
    nameless_lead: () => "Give at least one of name, company, email, phone and title.",
    nobodys_touch: () =>
      "who: name somebody by contactId, email, phone, anonymousId, externalIds or domain.",
    empty_change: () => "There is nothing to change. Send at least one field.",
    webhook_bad_url: () =>
      "url: give an address such as https://example.com/hooks, without a user or password in it.",
    webhook_not_https: () => "url: webhooks go to https addresses only.",
    webhook_private: () =>
      "url: this address is of an inner network. Give a public one; the operator can allow others with `webhooks add --private`.",
    webhook_scope: ({ event, scope }) =>
      `events: to hear of ${event} this needs a key with the scope ${scope}.`,
    too_many_webhooks: ({ most }) => `There are ${most} webhooks. Remove one first.`,
    no_such_webhook: () =>
      "There is no webhook with this id, or another key made it. GET /api/v1/webhooks lists yours.",
    no_such_lead: () => "There is no lead with this id. GET /api/v1/leads lists them.",
    no_such_deal: () => "There is no deal with this id. GET /api/v1/deals lists them.",
    no_such_person: () => "There is no person with this id. GET /api/v1/people lists them.",
    no_such_action: () => "There is no action with this id. GET /api/v1/actions lists them.",
    no_such_customer: () => "There is no such customer, or not for this key.",
    no_such_page: () => "Nothing is here. /api/v1/openapi.json lists what the API offers.",
    wrong_method: ({ method, allowed }) => `${method} does not work here. Use ${allowed}.`,
    internal: () => "Something went wrong in Ringside. The operator finds it in the log.",
  }),
  /** Between the wrong fields of one request. */
  and: "; ",
  webhooks: {
    off: {
      title: ({ host }: { host: string }) => `The webhook to ${host} is switched off`,
      since: "Nothing arrives since",
      error: "What happened last",
      todo: ({ id }: { id: string }) =>
        `Mend the receiver, then: npm run -s ringside -- webhooks resume --id ${id}. Events that waited are sent then.`,
    },
  },
};
