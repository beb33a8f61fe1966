// Alerts about a skill: the rep first, then their manager, in English.
import { byName } from "../../by-name.ts";

export const alerts = {
  rules: {
    "cold-on-competitors": {
      rep: "Customers cool down when competitors come up",
      manager: (p: { name: string }) => `${p.name}: customers cool down when competitors come up`,
    },
    "cold-on-price": {
      rep: "Customers cool down when the price comes up",
      manager: (p: { name: string }) => `${p.name}: customers cool down when the price comes up`,
    },
    "objections-unmet": {
      rep: "Objections stay unanswered",
      manager: (p: { name: string }) => `${p.name}: objections stay unanswered`,
    },
    "forbidden-words": {
      rep: "Something that must not be said comes up again and again",
      manager: (p: { name: string }) => `${p.name}: something forbidden is said again and again`,
    },
  },
  measures: {
    customer_sentiment: (p: { count: number; below: number }) =>
      `In each of the last ${p.count} talks of this kind the customer's mood was under ${p.below} of 100.`,
    checks_passed: (p: { count: number; below: number }) =>
      `In each of the last ${p.count} talks fewer than ${p.below} % of the checks passed.`,
  },
  mean: (p: { mean: number; low: number; high: number }) =>
    `On average ${p.mean}; nine times out of ten the true mean lies between ${p.low} and ${p.high}.`,
  talk: (p: { source: string; percent: number; n: number }) =>
    `${p.source}: ${p.percent} (n = ${p.n})`,
  counted: "Counted: only sessions and calls that were shared.",
  repSummary: "Something in your talks is worth a practice",
  managerSummary: (p: { name: string }) => `A pattern in what ${p.name} shared`,
  onlyYou: "Only you are told.",
  youFirst: (p: { name: string; day: string }) =>
    `You are told first. ${p.name} gets one card if it is still so on ${p.day}; one better talk ends it.`,
  managerKnows: (p: { name: string; day: string }) => `${p.name} was told on ${p.day}.`,
  yourManager: "Your manager",
  managerHint: (p: { name: string }) =>
    `${p.name} was told a week ago, with a practice. A few talks are little evidence: ask, do not judge.`,
  moved: (p: { name: string }) => `${p.name} is no longer in your team`,
  movedHint: "So this alert is no longer yours to see.",
  practise: "Practise it now",
  seen: "What my manager sees",
  mute: "Mute this",
  suggest: "Suggest a practice",
  acknowledge: "I know",
  resolve: "Resolved",
  saved: "Saved.",
  over: "This is over already.",
  states: byName<string>({
    acknowledged: "Acknowledged by the manager",
    resolved: "Over",
    muted: "Muted until it has been better once",
  }),
  none: "No alert stands",
  how: "Alerts go by shared practice and shared calls alone: several in a row, never a single one.",
};
