// A customer's graph, in chat and on its page: what nodes are called, and what stands behind them, in English.
import { byName } from "../../by-name.ts";

const number = new Intl.NumberFormat("en-GB");
const several = (count: number, one: string, more = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : more}`;

const statuses: Record<string, string> = byName({
  new: "new",
  open: "open",
  opened: "opened",
  pending: "pending",
  hold: "on hold",
  updated: "updated",
  solved: "solved",
  closed: "closed",
});

/** Stages and states of what is over. */
const ended: Record<string, string> = byName({
  won: "won",
  lost: "lost",
  converted: "became a deal",
  pool: "in the pool",
});

const fields: Record<string, string> = byName({
  name: "Name",
  title: "Title",
  email: "E-mail",
  phone: "Phone",
  language: "Language",
  industry: "Industry",
  employees: "Employees",
  domain: "Domain",
  country: "Country",
  status: "State",
  stage: "Stage",
  need: "Need",
  budget: "Budget",
  source: "Came by",
  amount: "Amount",
  nextStep: "Next step",
  nextStepDate: "Next step on",
  decisionMaker: "Decides",
  competitor: "Competitor",
  closeDate: "Expected close",
  ownerId: "Owner",
  series: "Series",
  price: "Price",
});

/** Properties of touches as people say them; others are shown by their own name. */
const props: Record<string, string> = byName({
  page: "page",
  url: "address",
  title: "title",
  referrer: "came from",
  campaign: "campaign",
  dwellSeconds: "seconds on it",
  scrollPercent: "% scrolled",
  kind: "kind",
  name: "name",
  video: "video",
  percent: "% watched",
  seconds: "seconds",
  subject: "subject",
  reason: "reason",
  form: "form",
  priority: "priority",
  status: "status",
  channel: "channel",
  score: "score",
  feature: "feature",
  count: "times",
  plan: "plan",
  direction: "direction",
  from: "from",
  to: "to",
});

export const graph = {
  statuses,
  ended,
  fields,
  props,
  kinds: {
    customer: "Customer",
    person: "People",
    lead: "Leads",
    deal: "Deals",
    product: "Products",
    ticket: "Tickets",
    said: "Who said what",
    touches: "Touches",
  },
  deleted: "deleted person",
  strangers: "visitors nobody has named",
  others: (p: { people: number }) => several(p.people, "more person", "more people"),
  nameless: "no name",
  ticket: "Ticket",
  several: "other touches",
  formerColleague: "a former colleague",
  writtenBy: (p: { by: string; about: string }) => `${p.by}, on ${p.about}`,
  touchCount: (p: { touches: number }) => several(p.touches, "touch", "touches"),
  last: (p: { day: string }) => `last on ${p.day}`,

  drill: {
    people: "People",
    deals: "Deals",
    touches: "Touches",
    tickets: "Tickets",
    said: "Who said what",
  },
  drillTitle: (p: { part: string; customer: string }) => `${p.part}: ${p.customer}`,
  none: "Nothing on record yet.",
  shown: (p: { from: number; to: number; all: number }) => `${p.from}–${p.to} of ${p.all}`,
  show: (p: { number: number }) => `Show ${p.number}`,
  more: "More",
  evidenceGone: "This is no longer there. Ask for the customer again.",
  recorded: (p: { source: string; day: string }) => `${p.source}, ${p.day}`,
  noEvidence: "Nothing more is on record.",

  page: "Open the page",
  pageUntil: (p: { hours: number }) =>
    `The page is for you alone, in the first browser that opens it, for ${several(p.hours, "hour")}.`,
  picture: "Picture",
  pictureTitle: (p: { customer: string }) => `Around ${p.customer}`,
  pictureAlt: (p: { customer: string; counts: string }) =>
    `The graph of ${p.customer}: ${p.counts}. The lines below say what the numbers stand for.`,
  count: {
    person: (p: { count: number }) => several(p.count, "person", "people"),
    lead: (p: { count: number }) => several(p.count, "lead"),
    deal: (p: { count: number }) => several(p.count, "deal"),
    product: (p: { count: number }) => several(p.count, "product"),
    ticket: (p: { count: number }) => several(p.count, "ticket"),
    said: (p: { count: number }) => several(p.count, "note"),
    touches: (p: { count: number }) => several(p.count, "touch", "touches"),
  },
  unnumbered: (p: { count: number }) =>
    `Dots without a number (${p.count}) are touches, grouped by kind and day: the larger, the more.`,

  web: {
    heading: (p: { customer: string }) => `${p.customer}: customer graph`,
    forReader: (p: { reader: string; until: string }) => `For ${p.reader}, until ${p.until}`,
    loading: "One moment …",
    graphLabel: "The customer with everything around them. The same is listed below.",
    listed: "Everything shown",
    evidence: "Evidence",
    close: "Close",
    more: "More",
    live: "Live",
    away: "Not live now. It comes back by itself.",
    choose: "Choose a node to see what stands behind it.",
    source: "Source",
    nothing: "Nothing more is on record.",
    failed: "That did not work. Try again.",
    noScript: "This page needs JavaScript. Switch it on, or ask Ringside in chat: “customer NAME”.",
    titles: {
      expired: "This link has expired",
      tampered: "This link is not valid",
      elsewhere: "This link was opened in another browser",
      lost: "This customer is not shown to you any more",
      busy: "Too many pages at once",
    },
    todo: {
      expired: "Ask Ringside in chat for “customer NAME”: its card has a new link.",
      tampered:
        "It may have been cut off when it was copied, or it is of another Ringside. Ask in chat for “customer NAME”.",
      elsewhere:
        "A link works only where it was first opened, so that it can be of no use to anybody else. Ask Ringside in chat for “customer NAME” to get your own.",
      lost: "It may have moved to a colleague. If you think it should be yours, ask your manager.",
      busy: "Close one of the pages, or wait a minute and load this one again.",
    },
  },
};
