// The won-deal match cut by everything the history knows of a lead: how much better or worse than the lead alone
// would say a rep did, so far, with leads of this product, from this source, in this territory.
import type { Decided } from "./history.ts";

/** A decided lead against what was expected of it: the surprise, and how much of one there could have been. */
export type Surprise = { lead: Decided; surprise: number; room: number };

/** What a rep's record weighs against none at all: as much as 20 leads at even odds; reps differ by about 0.45. */
const prior = 5;

type Sum = { surprise: number; room: number };

export type RepRecord = {
  add(surprise: Surprise): void;
  /** In log-odds: the rep's record with all leads, then with those that share each label, beyond the first. */
  look(lead: Decided, repId: string): number[];
};

/**
 * One step of the posterior mode under a normal prior (sum of residuals over summed variance plus prior precision;
 * Gelman et al., Bayesian Data Analysis, section 4.1).
 */
export function createRepRecord(labels: readonly string[]): RepRecord {
  const sums = new Map<string, Sum>();
  const sumOf = (key: string): Sum => {
    const known = sums.get(key);
    if (known) return known;
    const fresh = { surprise: 0, room: 0 };
    sums.set(key, fresh);
    return fresh;
  };
  const cellOf = (lead: Decided, repId: string, label: string) =>
    `${repId}\n${label}\n${lead.labels[label]}`;
  return {
    add({ lead, surprise, room }) {
      const cells = labels.flatMap((label) =>
        lead.labels[label] === undefined ? [] : cellOf(lead, lead.repId, label),
      );
      for (const key of [lead.repId, ...cells]) {
        const sum = sumOf(key);
        sum.surprise += surprise;
        sum.room += room;
      }
    },
    look(lead, repId) {
      const all = sums.get(repId);
      const overall = all ? all.surprise / (all.room + prior) : 0;
      const beyond = labels.map((label) => {
        const cell = sums.get(cellOf(lead, repId, label));
        return cell ? (cell.surprise - overall * cell.room) / (cell.room + prior) : 0;
      });
      return [overall, ...beyond];
    },
  };
}
