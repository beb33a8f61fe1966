// Next actions: what to do for a customer, by when and why, in English.
import { byName } from "../../by-name.ts";

type Named = { customer: string };
type Props = Record<string, string | number>;

const pages: Record<string, string> = byName({
  product: "a product page",
  pricing: "the pricing page",
  cases: "a case study",
  docs: "the documentation",
});
const page = (props: Props): string => {
  const name = String(props.page ?? "");
  if (!name) return "a page";
  return pages[name] ?? `the page “${name}”`;
};
const dwell = ({ dwellSeconds }: Props): string => {
  const seconds = Number(dwellSeconds ?? 0);
  if (seconds <= 0) return "";
  return seconds < 90 ? ` for ${Math.round(seconds)} s` : ` for ${Math.round(seconds / 60)} min`;
};
const files: Record<string, string> = byName({
  whitepaper: "a white paper",
  brochure: "a brochure",
  quote: "a quote",
  case: "a case study",
  contract: "a contract",
});
const file = ({ kind }: Props): string => files[String(kind ?? "")] ?? "a file";

/** What happened, as a sentence without its subject: the customer. */
const touches: Record<string, (props: Props) => string> = byName({
  "page.view": (p) => `looked at ${page(p)}${dwell(p)}`,
  "page.leave": (p) => `left ${page(p)}${p.dwellSeconds ? ` after${dwell(p).slice(4)}` : ""}`,
  "file.download": (p) => `downloaded ${file(p)}`,
  "file.open": (p) => `opened ${file(p)}`,
  "video.play": () => "began a video",
  "video.progress": (p) =>
    `watched ${p.percent ?? "some"} % of ${p.video ? `“${p.video}”` : "a video"}`,
  "email.open": () => "opened an e-mail",
  "email.click": () => "followed a link in an e-mail",
  "email.reply": () => "answered an e-mail",
  "email.sent": () => "got an e-mail from us",
  "email.bounce": () => "an e-mail to them came back",
  "email.unsubscribe": () => "unsubscribed from e-mails",
  "form.start": () => "began a form",
  "form.submit": () => "sent a form",
  "meeting.booked": () => "booked a meeting",
  "meeting.held": () => "met us",
  "meeting.cancelled": () => "called a meeting off",
  "meeting.missed": () => "missed a meeting",
  "call.made": () => "spoke with us on the phone",
  "call.received": () => "called us",
  "call.missed": () => "called, and nobody answered",
  "ticket.opened": () => "opened a service ticket",
  "ticket.updated": () => "a service ticket changed",
  "ticket.solved": () => "a service ticket was solved",
  "survey.score": (p) => `gave ${p.score ?? "a score"} in a survey`,
  "product.feature.used": (p) => `used ${p.feature ? `“${p.feature}”` : "a feature"}`,
  "product.login": () => "signed in to the product",
  "deal.stage.changed": () => "the deal moved to another stage",
  "message.sent": () => "got a message from us",
  "message.received": () => "wrote a message",
  "note.added": () => "a note was written",
});

export const actions = {
  touches,
  otherTouch: (p: { type: string }) => p.type,
  /** What to do. */
  names: byName<(p: Named) => string>({
    call: (p) => `Call ${p.customer}`,
    email: (p) => `Write to ${p.customer}`,
    message: (p) => `Send ${p.customer} a message`,
    meeting: (p) => `Offer ${p.customer} a meeting`,
    "book-meeting": (p) => `Offer ${p.customer} a meeting`,
    "follow-up": (p) => `Make a follow-up plan for ${p.customer}`,
    "follow-up-plan": (p) => `Make a follow-up plan for ${p.customer}`,
    plan: (p) => `Make a follow-up plan for ${p.customer}`,
    "send-case": (p) => `Send ${p.customer} a case study`,
    "send-quote": (p) => `Send ${p.customer} a quote`,
    visit: (p) => `Visit ${p.customer}`,
    "check-in": (p) => `Check in with ${p.customer}`,
    rescue: (p) => `Win ${p.customer} back`,
  }),
  otherName: (p: Named & { action: string }) => `${p.customer}: ${p.action.replace(/[-_]/g, " ")}`,
  summary: (p: { what: string; why: string; by: string }) =>
    p.by ? `${p.what} by ${p.by}: ${p.why}` : `${p.what}: ${p.why}`,
  states: {
    open: "To do",
    done: "Done",
    snoozed: "Later",
    useless: "Not useful",
    expired: "Over",
  },
  by: "By",
  until: "Comes back",
  closed: "Since",
  expired: {
    overdue: "Nobody did it within a week of its deadline.",
    withdrawn: "Something that reached us late shows that it was not called for.",
    worse: "A newer card has taken its place.",
  },
  why: "Why now: what they did",
  earlier: (p: { count: number }) =>
    p.count === 1 ? "One touch before" : `${p.count} touches before`,
  say: "What to say",
  sayWhen: (p: { when: string }) => `From the library: ${p.when}`,
  sources: byName<string>({
    web: "website",
    collector: "website",
    segment: "website",
    mailchimp: "Mailchimp",
    mandrill: "Mandrill",
    hubspot: "HubSpot",
    salesforce: "Salesforce",
    zendesk: "Zendesk",
    vimeo: "Vimeo",
    ga4: "Google Analytics",
    calendly: "Calendly",
    calendar: "calendar",
    product: "product",
    chat: "chat",
    file: "file",
  }),
  stands: {
    owner_left: (p: { name: string }) => `This customer was ${p.name}'s, who is no longer here.`,
    owner_away: (p: { name: string }) => `This is ${p.name}'s customer; ${p.name} is away.`,
    nobody: (_p: { name: string }) => "This customer is nobody's yet.",
    rule: (_p: { name: string }) => "The rule gives this to you.",
  },
  buttons: {
    done: "Done",
    hour: "In 1 hour",
    tomorrow: "Tomorrow",
    pick: "Later …",
    draft: "Edit draft",
    useless: "Not useful",
    customer: "Customer",
    undo: "Undo",
    show: (p: { number: number }) => `Open ${p.number}`,
  },
  task: {
    add: "Add to my tasks",
    asked: "It is on its way to your tasks.",
    there: "It is in your tasks already, or on its way.",
    stands: "Also in your tasks: ticked off there, it is done here, and the other way round.",
    failed: {
      title: (p: { what: string }) => `Not in your tasks: ${p.what}`,
      why: byName<(p: Props) => string>({
        "tasks.no-permission": (p) =>
          `The app may not write in your task list. Ask whoever administers it to grant it ${p.scopes} and publish a version; then press the button again.`,
        "tasks.nowhere": () => "Where you write to me there is no task list for you.",
      }),
      otherwise: (_p: Props) =>
        "The task list did not take it. The action stays here; press the button again to try once more.",
    },
  },
  askCustomer: (p: Named) => `customer ${p.customer}`,
  doneToast: "Done. You can take it back for ten minutes.",
  undone: "It is open again.",
  tooLate: "It was closed more than ten minutes ago and stays as it is.",
  closedBefore: "This is closed already.",
  snoozedToast: (p: { at: string }) => `It comes back ${p.at}.`,
  snooze: {
    title: (p: Named) => `When shall ${p.customer} come back?`,
    day: "Day (in the morning)",
    submit: "Until then",
    bad: "Pick a day from tomorrow on, within 30 days.",
  },
  useless: {
    title: (p: Named) => `Not useful: ${p.customer}`,
    why: "Why? A rule that is mostly not useful is retired.",
    note: "Anything else (optional)",
    submit: "Not useful",
    toast: "Thank you. The rule is judged by this.",
  },
  uselessReasons: byName<string>({
    known_already: "I was on it already",
    wrong_moment: "It is the wrong moment",
    wrong_person: "I am the wrong person for it",
    not_interested: "The customer is not interested",
    not_a_sign: "What they did means nothing",
  }),
  draft: {
    title: "Draft to copy",
    formTitle: (p: Named) => `Draft for ${p.customer}`,
    field: "In the customer's language; copy it from here",
    submit: "Keep",
    saved: "Kept.",
    empty: "Write something, or leave the draft as it is.",
    own: "(your own words)",
    message: (p: { name: string; line: string; sender: string }) =>
      `${p.name ? `Hello ${p.name},` : "Hello,"}\n\n${p.line}\n\nBest regards,\n${p.sender}`,
    plan: (p: { first: string; second: string }) =>
      `1. Today: call. “${p.first}”\n2. In two working days: write. “${p.second}”\n3. In five working days: ask for a decision, or for the day of one.`,
  },
  mine: "My actions",
  none: "Nothing to do for your customers right now. What their behaviour calls for arrives here by itself.",
  columns: { action: "Action", by: "By", why: "Why" },
  more: (p: { count: number }) => `… and ${p.count} more.`,
  waiting: (p: { count: number; late: number; later: number }) => {
    const late = p.late > 0 ? `, ${p.late} overdue` : "";
    const later = p.later > 0 ? `, ${p.later} put off` : "";
    return `${p.count} to do${late}${later}.`;
  },
  overdue: {
    title: (p: { name: string; what: string }) => `Overdue with ${p.name}: ${p.what}`,
    summary: (p: { name: string; what: string }) => `Overdue with ${p.name}: ${p.what}`,
    due: "Was due",
    hint: "You are told this once.",
  },
  flood: {
    title: (p: { rule: string }) => `The rule “${p.rule}” fires too often`,
    summary: (p: { rule: string }) =>
      `The rule “${p.rule}” fires too often and makes no more actions today.`,
    body: (p: { count: number }) =>
      `It fired ${p.count} times within a day: more than your team can act on. It makes no more actions until it fires less; its matches are still counted. Make it stricter, or switch it off.`,
  },
};
