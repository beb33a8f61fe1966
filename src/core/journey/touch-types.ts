// The kinds of touches there are, each with its properties: what sources produce and what rules may ask for. The list is
// open: a company adds its own names in its rule files (`types:`), and whatever arrives is kept under the name it came with.

/** What a property holds: `seconds` and `percent` are numbers, `percent` from 0 to 100. */
type PropertyKind = "text" | "number" | "seconds" | "percent" | "flag" | "list";

/** One kind of touch; a source leaves out the properties it does not know. */
export type TouchType = { about: string; props: Record<string, PropertyKind> };

const onPage = {
  page: "text",
  url: "text",
  title: "text",
  referrer: "text",
  campaign: "text",
} as const;
const inMail = { campaign: "text", subject: "text" } as const;
const ofMeeting = {
  title: "text",
  startsAt: "text",
  seconds: "seconds",
  personId: "text",
} as const;
const ofCall = { direction: "text", seconds: "seconds", personId: "text" } as const;
const ofTicket = { subject: "text", priority: "text", status: "text", channel: "text" } as const;

/** Every touch Ringside's own sources produce. */
export const touchTypes: Readonly<Record<string, TouchType>> = {
  "page.view": {
    about: "A page was looked at. `page` is its kind: product, pricing, cases, docs…",
    props: { ...onPage, dwellSeconds: "seconds", scrollPercent: "percent" },
  },
  "page.leave": {
    about: "A page was left again.",
    props: { ...onPage, dwellSeconds: "seconds", scrollPercent: "percent" },
  },
  "file.download": {
    about: "A file was taken. `kind`: whitepaper, brochure, quote…",
    props: { kind: "text", name: "text", page: "text" },
  },
  "file.open": { about: "A file sent by us was opened.", props: { kind: "text", name: "text" } },
  "video.play": { about: "A video was begun.", props: { video: "text", page: "text" } },
  "video.progress": {
    about: "A video was watched up to a share of its length.",
    props: { video: "text", percent: "percent", seconds: "seconds", page: "text" },
  },
  "email.sent": { about: "We wrote.", props: { ...inMail, personId: "text" } },
  "email.open": { about: "An e-mail was opened.", props: inMail },
  "email.click": { about: "A link in an e-mail was followed.", props: { ...inMail, url: "text" } },
  "email.reply": { about: "They answered an e-mail.", props: inMail },
  "email.bounce": { about: "An e-mail came back.", props: { ...inMail, reason: "text" } },
  "email.complaint": { about: "They called an e-mail spam.", props: inMail },
  "email.subscribe": { about: "They asked for e-mails.", props: inMail },
  "email.unsubscribe": { about: "They asked for no more e-mails.", props: inMail },
  "form.start": { about: "A form was begun.", props: { form: "text", page: "text" } },
  "form.submit": { about: "A form was sent.", props: { form: "text", page: "text" } },
  "meeting.booked": { about: "A meeting was agreed.", props: ofMeeting },
  "meeting.held": { about: "A meeting took place.", props: ofMeeting },
  "meeting.cancelled": { about: "A meeting was called off.", props: ofMeeting },
  "meeting.missed": { about: "They did not come to a meeting.", props: ofMeeting },
  "call.made": { about: "We called, and they spoke with us.", props: ofCall },
  "call.received": { about: "They called.", props: ofCall },
  "call.missed": { about: "A call nobody took.", props: ofCall },
  "ticket.opened": { about: "A request to service was opened.", props: ofTicket },
  "ticket.updated": { about: "A request to service changed.", props: ofTicket },
  "ticket.solved": { about: "A request to service was solved.", props: ofTicket },
  "survey.score": {
    about: "A survey was answered. `kind`: nps (0 to 10), csat (1 to 5).",
    props: { kind: "text", score: "number", comment: "text" },
  },
  "product.feature.used": {
    about: "A feature of the product was used.",
    props: { feature: "text", count: "number" },
  },
  "product.login": { about: "They signed in to the product.", props: { plan: "text" } },
  "deal.stage.changed": {
    about: "A deal of theirs moved.",
    props: { dealId: "text", from: "text", to: "text" },
  },
  "message.sent": { about: "We wrote in a chat.", props: { channel: "text", personId: "text" } },
  "message.received": { about: "They wrote in a chat.", props: { channel: "text" } },
  "record.created": {
    about: "Another system has a new record of theirs. `kind`: contact, company, deal, ticket…",
    props: { kind: "text", recordId: "text" },
  },
  "record.changed": {
    about: "Another system changed a record of theirs.",
    props: { kind: "text", recordId: "text", property: "text", value: "text" },
  },
  "record.deleted": {
    about: "Another system deleted a record of theirs.",
    props: { kind: "text", recordId: "text" },
  },
  "visitor.identified": { about: "A visitor said who they are.", props: {} },
  "visitor.grouped": { about: "A visitor was put with a company.", props: { groupId: "text" } },
  "visitor.aliased": { about: "Two ids are one visitor.", props: { previousId: "text" } },
  "note.added": { about: "A rep wrote something down.", props: { personId: "text" } },
};

/** Families whose verbs differ from company to company: every name in them is known. */
const openFamilies = ["call", "chat", "contract", "demo", "event", "meeting", "message", "note"]
  .concat(["order", "payment", "quote", "ticket", "trial", "webinar"])
  .map((family) => `${family}.`);

/** Whether a touch of this type can arrive; `more` are the names a company adds. */
export function isKnownTouchType(type: string, more: ReadonlySet<string> = new Set()): boolean {
  if (Object.hasOwn(touchTypes, type) || more.has(type)) return true;
  return openFamilies.some((family) => type.startsWith(family) && type.length > family.length);
}
