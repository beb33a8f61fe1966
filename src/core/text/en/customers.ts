// Customers: their health in one view, who they are, and records found to be one, in English.
import { byName } from "../../by-name.ts";
import { duplicates } from "./duplicates.ts";

type Age = { count: number; unit: "day" | "hour" | "minute" };
type Names = { kept: string; merged: string };
type Params = Record<string, string | number>;

const several = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;

const touches: Record<string, string> = byName({
  "page.view": "pages viewed",
  "page.leave": "pages left",
  "file.download": "files downloaded",
  "file.open": "files opened",
  "video.play": "videos begun",
  "video.progress": "videos watched",
  "email.open": "e-mails opened",
  "email.click": "e-mail links followed",
  "email.reply": "e-mails answered",
  "email.sent": "e-mail sent",
  "email.complaint": "spam complaints",
  "email.subscribe": "subscriptions",
  "email.unsubscribe": "unsubscribed",
  "form.start": "forms begun",
  "form.submit": "forms sent",
  "meeting.booked": "meetings booked",
  "meeting.held": "meetings held",
  "meeting.cancelled": "meetings called off",
  "meeting.missed": "meetings missed",
  "call.made": "calls made",
  "call.received": "calls received",
  "call.missed": "calls missed",
  "call.ended": "calls",
  "meeting.ended": "meetings",
  "ticket.opened": "tickets opened",
  "ticket.updated": "tickets updated",
  "ticket.solved": "tickets solved",
  "survey.score": "surveys answered",
  "product.feature.used": "product features used",
  "product.login": "product logins",
  "deal.stage.changed": "deal moves",
  "message.sent": "messages sent",
  "message.received": "messages received",
});

const sources: Record<string, string> = byName({
  web: "website collector",
  segment: "Segment",
  hubspot: "HubSpot",
  zendesk: "Zendesk",
  mailchimp: "Mailchimp",
  mandrill: "Mandrill",
  salesforce: "Salesforce",
  vimeo: "Vimeo",
  ga4: "Google Analytics",
  calendly: "Calendly",
  webhook: "webhook",
  chat: "chat",
  calendar: "calendar",
  phone: "phone",
  email: "e-mail",
  import: "import",
  product: "product",
  sample: "sample data",
});

const names: Record<string, string> = byName({
  contact: "the contact",
  email: "the e-mail",
  phone: "the phone",
  visitor: "the earlier visitor id",
  user: "the user id",
});

/** Why two records look like one. Codes are added where reasons are found. */
const reasons: Record<string, (params: Params) => string> = byName({
  same_email: (p) => `the same e-mail, ${p.value}`,
  same_phone: (p) => `the same phone, ${p.value}`,
  same_domain: (p) => `the same domain, ${p.value}`,
  same_name: (p) => `the same name, ${p.value}`,
  name_alike: (p) => `names ${p.percent} % alike`,
  said: (p) => `${p.name} says so`,
  said_because: (p) => `${p.name}: “${p.words}”`,
  ...duplicates,
});

const stages: Record<string, string> = byName({
  new: "new",
  offered: "offered",
  accepted: "accepted",
  contacted: "contacted",
  qualified: "qualified",
  proposal: "proposal",
  negotiation: "negotiation",
});

export const customers = {
  touches,
  sources,
  names,
  reasons,
  stages,
  kinds: { lead: "Lead: ", deal: "Deal: " },
  families: { marketing: "Marketing", sales: "Sales", service: "Service" },
  title: (p: { customer: string }) => `Customer: ${p.customer}`,
  trends: {
    none: "Nothing on record in the last 8 weeks",
    new: "New: first seen in the last two weeks",
    more: "More active than two weeks ago",
    less: "Less active than two weeks ago",
    same: "About as active as two weeks ago",
    quiet: "Quiet: nothing in the last two weeks",
  },
  noData: "no data yet",
  noDeals: "No open lead or deal of yours.",
  lastContact: "Last contact",
  noContact: "no data yet",
  ago: (p: Age) => (p.count === 0 ? "just now" : `${several(p.count, p.unit)} ago`),
  signal: (p: { what: string; times: string; ago: string; source: string }) =>
    `${p.what} ${p.times}× · last ${p.ago} · ${p.source}`,
  late: (p: Age) => ` · arrives about ${several(p.count, p.unit)} late`,
  survey: (p: { kind: string; score: string; day: string }) =>
    `Last score: ${[p.kind, p.score].filter(Boolean).join(" ")} (${p.day})`,
  weekLabel: (p: { ago: number }) => (p.ago === 0 ? "now" : `−${p.ago} wk`),
  chartAlt: (p: { rows: string; weeks: number }) =>
    `Touches per week, the last ${p.weeks} weeks, oldest first: ${p.rows}.`,
  cut: (p: { most: string }) =>
    `Only the latest ${p.most} touches of each visitor are counted. So many are rarely a person: look for a robot.`,
  strangers: (p: { visitors: number }) =>
    `Of these, ${several(p.visitors, "visitor")} from the company's domain nobody has named yet.`,
  people: (p: { people: number }) => `People there (${p.people})`,
  why: "Why me",
  whoIsThis: "Who is this?",
  ofWhom: "Say whom: “customer NAME”.",
  notYours: (p: { name: string }) =>
    p.name
      ? `None of your customers is called “${p.name}”. Those of colleagues are theirs to show.`
      : "This customer is not one of yours any more.",
  whichDeal: "Which one? These are due first.",
  which: (p: { name: string }) => `Which “${p.name}” do you mean?`,
  whoTitle: (p: { customer: string }) => `Who is ${p.customer}?`,
  noIdentities: "No visitor is linked to this contact.",
  linkedBecause: (p: { visitor: string; name: string; source: string; day: string }) =>
    `${p.visitor}: called by ${p.name} on ${p.day} (${p.source})`,
  linkedByHand: (p: { visitor: string }) => `${p.visitor}: a colleague said so`,
  mergedWith: (p: { merged: string }) => `${p.merged} was merged in`,
  notThem: (p: { visitor: string }) => `Not them: ${p.visitor}`,
  them: "It is them after all",
  unlinked: "Taken apart. What this visitor did no longer counts here.",
  linked: "Linked again.",
  claimTitle: (p: { claimed: string }) => `Is this ${p.claimed}?`,
  claimSummary: "A visitor was called by two names. Say who it is.",
  claimBody: (p: { linked: string; claimed: string }) =>
    `A visitor known as ${p.linked} now says they are ${p.claimed}. Two people may share a device. Nothing has moved.`,
  claimOpen: (p: { claimed: string }) =>
    `A visitor was called by the names of several people, ${p.claimed} among them. They are linked to nobody yet.`,
  claimYes: (p: { claimed: string }) => `It is ${p.claimed}`,
  claimNo: (p: { linked: string }) => `Leave with ${p.linked}`,
  claimNobody: "Leave unlinked",
  claimSettled: "That has been settled already.",
  claimDone: (p: { customer: string }) => `This visitor is ${p.customer}.`,
  claimLeft: "This visitor stays unlinked.",
  mergeTitle: {
    contact: (p: Names) => `These look like one person: ${p.kept} and ${p.merged}`,
    account: (p: Names) => `These look like one company: ${p.kept} and ${p.merged}`,
  },
  mergeSummary: "Two customers look like one. Merge them, or keep them apart.",
  because: "Because",
  mergeKeeps: (p: { kept: string }) =>
    `${p.kept} is kept. Where both know something, what ${p.kept} says stays; you can take it back.`,
  merge: "Merge",
  keepApart: "Keep apart",
  undo: "Undo",
  merged: (p: Names) => `Merged: ${p.merged} is now part of ${p.kept}`,
  mergedBody: (p: Names) =>
    `Leads, deals, notes and touches of ${p.merged} are with ${p.kept} now. Undo puts everything back.`,
  apart: (p: Names) => `Kept apart: ${p.kept} and ${p.merged}`,
  split: (p: Names) => `Two again: ${p.kept} and ${p.merged}`,
  splitAlready: "That is taken back already.",
  splitLater: "It was merged once more since. Undo the later merge first.",
  mergeGone: "One of the two is not there any more.",
  mergeForbidden: "Both must be yours for that. Ask your manager.",
  mergeWhom: "Say both: “merge NAME with NAME”.",
  mergeOne: (p: { name: string }) => `“${p.name}” is one contact of yours already, or none.`,
};
