// Weights: reading, changing, back-testing and learning them, in English.
import type { VerdictReason } from "../../leads/backtest/backtest.ts";

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

export const weights = {
  verdicts,
};
