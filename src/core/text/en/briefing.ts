// Briefs before a meeting and deal reviews, in English.
import { byName } from "../../by-name.ts";

const several = (count: number | string, unit: string) =>
  `${count} ${unit}${Number(count) === 1 ? "" : "s"}`;

type Params = Record<string, string | number>;

/** Why a dimension of the radar is where it is; codes are those of risks.ts. */
const why: Record<string, (p: Params) => string> = byName({
  rival: (p) => `${p.competitor} is on the deal`,
  rival_spoken: (p) => `${p.competitor} is on the deal, and the customer spoke of a rival`,
  spoken: () => "the customer spoke of a rival; none is named on the deal",
  no_rival: () => "no rival is on record",
  price: (p) => `the customer spoke of money ${several(p.times ?? 0, "time")} in 90 days`,
  no_price: () => "no words about money in 90 days",
  silence: (p) => `silent for ${several(p.days ?? 0, "day")}; usual for them: ${p.usual}`,
  no_rhythm: () => "not known: fewer than two visits on record",
  stage: (p) =>
    `${several(p.days ?? 0, "day")} in it; ${p.percent} % of ${p.deals} won deals were quicker`,
  few_won: (p) => `not known: only ${several(p.deals ?? 0, "won deal")} to compare with`,
  decider: (p) => `${p.name} decides, and you are in touch`,
  decider_far: (p) => `${p.name} decides; no talk with them on record in 30 days`,
  no_decider: () => "nobody is named who decides",
  step: () => "there is one, with a day to come",
  step_undated: () => "it has no day",
  step_past: () => "its day is past",
  no_step: () => "there is none",
  budget_confirmed: () => "confirmed",
  budget_estimated: () => "an estimate, not verified",
  budget_gone: () => "none, or frozen",
  no_budget: () => "not known",
});

const names: Record<string, string> = byName({
  competitor: "Competitor",
  price: "Price",
  silence: "Silence",
  stage: "Stage age",
  decider: "Decision maker",
  step: "Next step",
  budget: "Budget",
});

export const briefing = {
  ofWhom: "Say of whom: “brief NAME”.",
  reviewWhat: "Say which deal: “review NAME”, or “review NAME at 15:00 tomorrow”.",
  title: (p: { customer: string }) => `Brief: ${p.customer}`,
  beforeMeeting: (p: { time: string; customer: string }) => `${p.time}: ${p.customer}`,
  summary: (p: { customer: string }) => `Your brief on ${p.customer}`,
  meetingSummary: (p: { customer: string; time: string }) =>
    `Your brief on ${p.customer}, before you meet at ${p.time}`,
  who: "Who",
  nobody: "no person on record",
  more: (p: { people: number }) => `and ${p.people} more`,
  lastContact: "Last contact",
  lastPromise: "Last promised",
  nextStep: "Next step",
  objection: "Likely objection",
  unknown: "nothing on record",
  noStep: "none on record",
  wasDue: (p: { day: string }) => `${p.day}, past`,
  noDay: "no day",
  quote: (p: { words: string }) => `“${p.words}”`,
  based: (p: { source: string }) => ` (${p.source})`,
  also: "There are also signs of",
  noObjection: "Nothing on record hints at one, and no playbook is of this trade.",
  guess: "Nothing of theirs hints at one; this is what their trade raises most.",
  linesTitle: "Three lines to say",
  noLines: "The library has no line for it.",
  building: "The library is still being read. Ask again in a moment.",
  warmUp: "90-second warm-up",
  review: "Deal review",
  brief: "Brief",
  update: "Update this deal",
  updateToast: "The form is below: one sentence is enough.",
  gone: "This is closed, or no longer yours.",
  closed: {
    won: (p: { deal: string; day: string }) =>
      `${p.deal} was won on ${p.day}: there is nothing left to review or prepare.`,
    lost: (p: { deal: string; day: string }) =>
      `${p.deal} was lost on ${p.day}: there is nothing left to review or prepare.`,
  },
  noDeal: (p: { customer: string }) =>
    `There is no open deal with ${p.customer} to review. “brief ${p.customer}” says what is known.`,

  meetings: {
    on: "Brief me before meetings",
    off: "No briefs before meetings",
    isOn: "From now on I brief you 30 minutes before each booked meeting with a customer of yours. “no briefs before meetings” ends it.",
    isOff: "I send no briefs before meetings. “brief NAME” always works.",
  },

  bases: {
    yours: {
      update: (p: { day: string }) => `your update of ${p.day}`,
      note: (p: { day: string }) => `your note of ${p.day}`,
      words: (p: { day: string }) => `their words, kept by you on ${p.day}`,
    },
    update: (p: { day: string; name: string }) => `${p.name}'s update of ${p.day}`,
    note: (p: { day: string; name: string }) => `${p.name}'s note of ${p.day}`,
    words: (p: { day: string; name: string }) => `their words, kept by ${p.name} on ${p.day}`,
    call: (p: { day: string }) => `your call of ${p.day}`,
    loss: (p: { day: string }) => `the deal lost on ${p.day}`,
    wrote: (p: { day: string; source: string }) => `their words of ${p.day}, ${p.source}`,
    record: (p: { day: string; source: string }) => `${p.source}, ${p.day}`,
    touches: (p: { what: string; times: string; day: string; source: string }) =>
      `${p.what} ${p.times}×, last on ${p.day}, ${p.source}`,
    library: (p: { vertical: string; times: number; of: number }) =>
      `${p.times} of ${p.of} objections in the ${p.vertical} playbook`,
    onRecord: "on record",
  },

  reviewTitle: (p: { deal: string }) => `Deal review: ${p.deal}`,
  reviewAt: (p: { deal: string; time: string }) => `${p.time} deal review: ${p.deal}`,
  reviewSummary: (p: { deal: string }) => `Deal review: ${p.deal}`,
  chain: "Decision chain",
  roles: { decides: "Decides", buys: "Buys", checks: "Checks" },
  missing: "missing: nobody is known",
  unconfirmed: "nobody is named; by title it could be:",
  byTitle: "by title",
  others: (p: { people: string }) => `Also there: ${p.people}`,
  mood: (p: { mood: string; source: string }) => `${p.mood} (${p.source})`,
  moodUnknown: "mood not known",
  talk: (p: { said: string }) => `last contact: ${p.said}`,
  noTalk: "no contact on record",
  radar: "Competitor risk",
  series: "Risk",
  radarAlt: (p: { values: string }) => `Risk from 0 to 100: ${p.values}.`,
  risks: { names, why },
  risk: (p: { name: string; value: string; why: string }) => `${p.name} ${p.value}: ${p.why}`,
  notKnown: "–",
  lowRisks: (p: { count: number }) =>
    p.count === 1 ? "One more dimension" : `The other ${p.count} dimensions`,
  age: "Stage age",
  ageNow: (p: { days: number; stage: string }) => `${several(p.days, "day")} in ${p.stage}`,
  ageKnown: (p: { median: number; most: number; deals: number }) =>
    `Of ${p.deals} won deals half took ${several(p.median, "day")} at most, nine of ten ${p.most}.`,
  ageUnknown: (p: { deals: number; least: number }) =>
    `Not enough won deals to compare with: ${p.deals} of ${p.least}.`,
  open: "Open questions",
  openNone: "The data contracts lack nothing.",
  openLater: (p: { stage: string }) => `Before ${p.stage}:`,
  nothingKnown: "Nothing is known yet beside the deal itself. One sentence fills most of this in.",
  bookHint:
    "Before a review meeting: “review NAME at 15:00 tomorrow”, and this comes 30 minutes before.",
  booked: (p: { deal: string; day: string; time: string; comes: string }) =>
    `Booked: ${p.deal}, ${p.day} ${p.time}. The review comes at ${p.comes}.`,
  bookedTitle: (p: { deal: string }) => `Review booked: ${p.deal}`,
  callOff: "Call it off",
  calledOff: "Called off. No review comes.",
  calledOffAlready: "That was called off already, or it is over.",
  past: "That time is past. Name one to come.",
  noTime: "At what time? Say it with the hour: “review NAME at 15:00 tomorrow”.",
};
