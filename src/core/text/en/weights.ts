// Weights: reading, changing, back-testing and learning them, in English.
import type { VerdictReason } from "../../leads/backtest/backtest.ts";
import type { FactorId } from "../../leads/factors.ts";
import type { Preset } from "../../leads/weighing/weight-presets.ts";

type Gain = { value: string; low: string; high: string };

const verdicts: Record<VerdictReason, (gain: Gain) => string> = {
  gain_above_zero: (p) =>
    `Evidence: knowing who works a lead foretells wins better than the lead alone. It saves ${p.value} of log-loss per lead (95 % interval ${p.low} to ${p.high}). That is prediction; whether giving leads by it wins more is what the policy's figures are about.`,
  gain_not_above_zero: (p) =>
    `No evidence: knowing who works a lead does not foretell wins better than the lead alone. The log-loss saved per lead is ${p.value} (95 % interval ${p.low} to ${p.high}), which does not lie above 0.`,
  too_few: () =>
    "No evidence: fewer than 200 decided leads with a rep and a date. Import more history, or wait for more outcomes.",
  one_outcome: () =>
    "No evidence: every decided lead ended the same way, so nothing tells won from lost. Check the words of the outcome column in the mapping.",
  one_rep: () => "No evidence: one rep worked every decided lead, so there is nobody to compare.",
  no_later_part: () =>
    "No evidence: split by time, one of the two parts has fewer than ten wins or ten losses. A longer history is needed.",
};

/** What each factor looks at, in a few words; docs/factors.md has the definitions. */
const about: Record<FactorId, string> = {
  won_deals: "how deals like this one went for the rep",
  profile: "likeness to accounts the rep won",
  behaviour: "what the customer does, beside what came before the rep's wins",
  communication: "how the rep's conversations with the customer went",
  usage: "how deeply the customer uses the product",
  service: "tickets and satisfaction",
  skill: "shared skills that this kind of customer calls for",
  industry: "the rep's experience in the industry",
  budget: "signs of a budget, and how sure they are",
  load: "free places the rep has",
  speed: "how fast the rep first contacts customers",
};

export const weights = {
  title: "What counts in assignment",
  version: (p: { number: number; author: string; day: string }) =>
    `Version ${p.number} · ${p.author} · ${p.day}`,
  ringside: "Ringside",
  columns: ["Factor", "Weight", "What it looks at"],
  explain:
    "A rep's fit is each factor (0 to 100) times its weight, added up; weights add up to 100. Territory, language, licence, absence and capacity are limits apart from it. “why <customer>” shows it number by number.",
  about,
  change: {
    open: "Change …",
    again: "Change again …",
    title: "Change the weights",
    about: (p: { highest: number }) =>
      `From 0 to ${p.highest} each; they are scaled so that all add up to 100. Nothing changes until you publish.`,
    submit: "Preview",
    outside: "A number from 0 to 100, please.",
    allZero: "All are 0: then nothing would tell reps apart. Give at least one factor a weight.",
  },
  preview: {
    title: "Preview of the weights",
    same: "These are the weights in force.",
    noLeads: "No lead has been given out yet, so there is nothing to try them on.",
    moves: (p: { count: number; leads: number }) =>
      `${p.count} of the last ${p.leads} leads would have gone to somebody else`,
    columns: ["Lead", "From", "To"],
    others: (p: { count: number }) =>
      p.count === 1 ? "1 of them in another team" : `${p.count} of them in other teams`,
    fairness: "Fairness (Jain, 1 is even)",
    wins: "Expected wins",
    winsLine: (p: { before: string; after: string; low: string; high: string }) =>
      `${p.before} → ${p.after} (difference, 95 % interval: ${p.low} to ${p.high})`,
    noWins: "not known yet: no deals were closed when these leads were given out",
    how: "Each lead is decided again, alone, with the factors and limits of that day, under the weights in force and under yours. A win is expected as often as the rep wins deals like it. Load that other leads would have moved is not followed.",
    publish: "Publish …",
  },
  publish: {
    title: "Publish the weights",
    reason: "Why",
    needed: "One sentence why, please: the history shows it.",
    submit: "Publish",
    done: (p: { number: number }) => `Weights version ${p.number} is in force`,
    after:
      "From here on leads are given out by it, in every team. “weights”, then History, puts an earlier version back.",
    clashTitle: "Somebody changed the weights meanwhile",
    clash: (p: { author: string; number: number; reason: string; changes: string }) =>
      `${p.author} published version ${p.number} (“${p.reason}”): ${p.changes}.`,
    clashMine: (p: { changes: string }) =>
      p.changes === ""
        ? "Yours are the same: nothing is left to publish."
        : `Publishing yours would change, from theirs: ${p.changes}.`,
    theirs: "Start from theirs …",
    mine: "Publish mine all the same …",
  },
  segments: {
    open: "For a kind of customer …",
    title: "Weights for a kind of customer",
    about: "Leads of these customers are then given out by weights of their own.",
    which: "Customers of the segment",
    preset: "Begin from",
    presets: {
      balanced: "Balanced (what Ringside starts with)",
      large: "Large deals: experience and likeness",
      fast: "Fast deals: free and quick",
      existing: "Existing customers: usage and care",
    } satisfies Record<Preset, string>,
    none: "No account has a segment yet. Import accounts with a segment first.",
    titled: (p: { title: string; segment: string }) => `${p.title} · ${p.segment}`,
    own: (p: { segments: string }) => `With weights of their own: ${p.segments}`,
    show: (p: { segment: string }) => p.segment,
    end: "As for everybody",
    endConfirm: "Give out these customers' leads by the weights for everybody again?",
    ended: "These customers' leads follow the weights for everybody",
  },
  history: {
    open: "History",
    title: "Every version of the weights",
    columns: ["Version", "When", "Who", "Why", "What changed"],
    first: "the first",
    same: "nothing",
    back: (p: { number: number }) => `Back to ${p.number}`,
    confirm: (p: { number: number }) => `Put version ${p.number} in force again?`,
    reason: (p: { number: number }) => `Back to version ${p.number}`,
    done: (p: { number: number; published: number }) =>
      `Version ${p.number} is in force again, as version ${p.published}`,
  },
  learning: {
    title: "Outcomes suggest other weights",
    why: (p: { learntFrom: number; judgedOn: number; disputes: number } & Gain) =>
      `Learnt from ${p.learntFrom} outcomes and ${p.disputes} disputes, kept near today's weights. On the ${p.judgedOn} later outcomes, which it had not seen, it foretells wins better: ${p.value} of log-loss saved per lead (95 % interval ${p.low} to ${p.high}).`,
    caution:
      "Nothing changes unless you publish it. What goes with winning need not bring it about: look at who would get which leads first.",
    preview: "See preview",
    dismiss: "Dismiss",
    dismissed: "Dismissed. The weights stay as they are.",
    over: "That is decided already.",
  },
  verdicts,
};
