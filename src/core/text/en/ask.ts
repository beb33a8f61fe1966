// Questions to the data: the metrics and dimensions in words, answers, and what cannot be answered.
import { byName } from "../../by-name.ts";

type Named = { name: string };

/** `counts`: what is counted, of what; `caveat`: what the figure does not say. */
type MetricWords = { name: string; counts: string; caveat: string };

const metrics: Record<string, MetricWords> = byName({
  win_rate: {
    name: "Win rate",
    counts: "Deals won, of the deals won or lost, by the day they were closed.",
    caveat: "Open deals are in neither part. Deals nobody closes make it look better than it is.",
  },
  deals_won: {
    name: "Deals won",
    counts: "Deals won, by the day they were closed.",
    caveat: "A deal counts for whoever owns it now.",
  },
  deals_lost: {
    name: "Deals lost",
    counts: "Deals lost, by the day they were closed.",
    caveat: "Reasons are what was entered; deals without one stand under “not known”.",
  },
  deals_open: {
    name: "Open deals",
    counts: "Deals that are neither won nor lost, as of now.",
    caveat: "As things stand now: a period says nothing about it.",
  },
  deals_created: {
    name: "New deals",
    counts: "Deals by the day they were opened, whatever became of them.",
    caveat: "Where the day is not known, the day the record was made.",
  },
  won_amount: {
    name: "Won amount",
    counts: "The amounts of deals won, added up, by the day they were closed.",
    caveat: "Each currency on its own; deals without an amount are left out.",
  },
  open_amount: {
    name: "Open amount",
    counts: "The amounts of open deals, added up, as of now.",
    caveat: "Each currency on its own; nothing is weighted by how likely it is.",
  },
  average_deal: {
    name: "Average deal",
    counts: "The mean amount of deals won, by the day they were closed.",
    caveat: "A few large deals move a mean a lot: look at the interval. Each currency on its own.",
  },
  cycle_days: {
    name: "Days to win",
    counts: "From a deal's opening to its winning: the middle one of the deals won.",
    caveat: "Only deals that were won; those still open may take longer.",
  },
  stage_days: {
    name: "Days in stage",
    counts: "How long open deals have been in their stage, as of now: the middle one.",
    caveat: "Since the last change of stage we know of, else since the opening.",
  },
  leads_received: {
    name: "Leads received",
    counts: "Leads by the day they came in.",
    caveat: "Those that have an owner, for whoever owns them now; the pool is nobody's.",
  },
  leads_accepted: {
    name: "Leads accepted",
    counts: "Offers of leads that were accepted, by the day of that.",
    caveat: "A lead that was given on and accepted again counts again.",
  },
  accept_rate: {
    name: "Acceptance rate",
    counts: "Offers accepted, of those accepted, declined or expired, by the day that ended them.",
    caveat: "Offers still open, and those taken back, are in neither part.",
  },
  hours_to_accept: {
    name: "Hours to accept",
    counts: "From the offer of a lead to its acceptance: the middle one.",
    caveat: "Nights and weekends count. Leads given by hand are left out.",
  },
  hours_to_contact: {
    name: "Hours to first contact",
    counts:
      "From a lead's acceptance to the first call, e-mail, message or meeting: the middle one.",
    caveat: "Leads that nobody contacted yet are left out, so the true figure is higher.",
  },
  touches: {
    name: "Touches",
    counts: "What customers did and what we did with them, by the day of it.",
    caveat:
      "A call, e-mail, message or meeting counts for whoever made it, all else for the customer's owner. Customers nobody owns, visitors without a name and automatic touches are left out.",
  },
  actions_made: {
    name: "Next actions made",
    counts: "Next actions, by the day they were made.",
    caveat: "Whatever became of them.",
  },
  actions_done: {
    name: "Next actions done",
    counts: "Next actions marked as done, by the day of that.",
    caveat: "Done is what its person says.",
  },
  actions_overdue: {
    name: "Overdue actions",
    counts: "Next actions that are open or snoozed and past their time, as of now.",
    caveat: "As things stand now: a period says nothing about it.",
  },
  action_done_rate: {
    name: "Share of actions done",
    counts: "Next actions done, of those done, called useless or expired, by the day of that.",
    caveat: "Actions still open are in neither part.",
  },
  updates_confirmed: {
    name: "Updates confirmed",
    counts: "Stage updates that were confirmed, by the day of that.",
    caveat: "Updates taken back are not counted.",
  },
  contract_rate: {
    name: "Contract rate",
    counts: "Golden fields that keep their data contract, of all that are asked for or known.",
    caveat: "As last measured, once a day; within a period, its last measurement.",
  },
  practice_sessions: {
    name: "Shared practice",
    counts:
      "Practice sessions whose report was shared with the manager, by the day of the session.",
    caveat: "What is not shared is counted nowhere; nor anybody's first 30 days.",
  },
});

const dimensions: Record<string, string> = byName({
  ...{ team: "team", person: "person", segment: "segment", industry: "industry" },
  ...{ source: "source", stage: "stage", product: "product", country: "country", region: "region" },
  ...{ loss_reason: "loss reason", competitor: "competitor", kind: "kind" },
  ...{ month: "month", week: "week", quarter: "quarter" },
});

export const ask = {
  metrics,
  dimensions,
  title: (p: { metric: string; by: string | null }) => (p.by ? `${p.metric} by ${p.by}` : p.metric),
  everybody: "everybody under you",
  yourself: "yours",
  allTime: "all time",
  asOfNow: "as of now",
  period: (p: { from: string; to: string }) => `${p.from} – ${p.to}`,
  filter: (p: { dimension: string; values: string }) => `${p.dimension}: ${p.values}`,
  or: " or ",
  notKnown: "not known",
  value: "Value",
  sample: "Sample",
  interval: "95% interval",
  before: "Period before",
  change: "Change",
  beside: (p: { what: string; note: string }) => `${p.what} (${p.note})`,
  difference: (p: { days: string }) => `against ${p.days}`,
  of: (p: { part: string; sample: string }) => `${p.part} of ${p.sample}`,
  cases: (p: { sample: string }) => p.sample,
  few: "few",
  fewLine: (p: { least: number }) =>
    `“few”: fewer than ${p.least} cases; they say nothing about a rate or a middle.`,
  oneCurrency: (p: { currency: string }) =>
    `There are several currencies: order and picture are those of ${p.currency} alone.`,
  days: (p: { value: string }) => `${p.value} days`,
  hours: (p: { value: string }) => `${p.value} hours`,
  from: (p: { low: string; high: string }) => `${p.low} to ${p.high}`,
  points: (p: { value: string }) => `${p.value} points`,
  more: (p: { count: number }) => `and ${p.count} more`,
  empty: "There is nothing to count here yet.",
  future: "This period has not begun. I only count what has happened.",
  dropped: "It is counted as of now: the period in your question was not used.",
  noForecast: "No forecast: these are the open deals as they stand, at their full amount.",
  readAs: "I read the question with the connected model; the counting is Ringside's own.",
  method: {
    title: "How it was counted",
    rate: "Interval: Wilson's (1927) score interval.",
    median:
      "Interval: from the ranks of the cases (binomial), without any assumption about their shape.",
    mean: "Interval: percentile bootstrap, 1,000 resamples.",
    reach: "Only records of these people are counted, whatever is asked.",
    people: (p: { count: number }) => `(${p.count} people)`,
    given: (p: { name: string; value: string }) => `:${p.name} = ${p.value}`,
    rows: "(the rows of the statement above)",
  },
  buttons: {
    person: "By person",
    month: "By month",
    before: "The period before",
    compare: "Compare with before",
    again: "What can I ask?",
  },
  unknown: {
    title: "I cannot answer that",
    noMetric: "I found nothing in it that I can count.",
    notUnderstood: (p: { words: string }) =>
      `I do not know “${p.words}”: it is neither a word I count by nor a name within your reach. I would rather not answer half of it.`,
    noDimension: (p: { metric: string; dimension: string; known: string }) =>
      `${p.metric} has no ${p.dimension}. It has: ${p.known}.`,
    twoDimensions: "I split by one thing at a time. Ask for one, then say “and by …”.",
    orderAlone: "The most or least of what? Say by person, by source, by month or the like.",
    otherPeriod: "I compare a period with the one before it. Say which, such as “this month”.",
    tooMany: "That is too many weeks or months for one answer. Ask for a shorter period.",
    slow: "Counting took too long. Ask for a shorter period or fewer people.",
    tooManyRows: (p: { max: string }) => `That is more than ${p.max} records. Ask for less.`,
    tooLong: (p: { max: number }) => `A question has at most ${p.max} characters.`,
    ambiguous: (p: Named) => `Several people are called ${p.name}. Whom do you mean?`,
    choice: (p: { name: string; team: string }) => `${p.name} (${p.team})`,
    nearest: "You could ask:",
  },
  guide: {
    title: "What you can ask the data",
    body: "Say it in your own words: a metric, perhaps by what, of whom and when. “win rate by source last quarter”, “who has the most open deals”, “and by month?”",
    limits:
      "I answer from records within your reach, with the sample, the definition and the query. A rep sees their own.",
    metrics: "Metrics",
    dimensions: (p: { list: string }) => `Split or filter by: ${p.list}.`,
    periods:
      "Periods: last quarter, this month, since March, last 90 days, 2026-Q3; with the period before: “compared to last month”.",
  },
  examples: byName<string[]>({
    rep: ["my open deals by stage", "my win rate this year", "my overdue actions"],
    manager: [
      "win rate by source last quarter",
      "who has the most open deals",
      "won amount by month",
    ],
  }),
  example: (p: { metric: string }) => p.metric.toLowerCase(),
  leaving: (p: { model: string; endpoint: string }) =>
    `Questions to the data that I do not understand myself go to ${p.model} at ${p.endpoint}, as you wrote them: to be made into a query. No record and no answer goes there.`,
};
