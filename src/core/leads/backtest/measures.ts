// How good predicted chances are: whether they order (AUC), whether they are sure of the right things (log-loss), and
// whether seven in ten means seven in ten (calibration).
import { groupBy } from "../../group-by.ts";
import { round4 } from "../../statistics/bootstrap.ts";

/** How often each row counts; all once where absent. */
type Times = ArrayLike<number>;

/**
 * The share of pairs of a won and a lost lead that are in the right order, ties counting half (the Mann–Whitney
 * statistic; Hanley and McNeil, Radiology 143, 1982). Sorts once; each call is one pass.
 */
export function createAuc(
  chances: Float64Array,
  won: readonly boolean[],
): (times: Times) => number {
  const order = [...chances.keys()].sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0));
  const tied = groupBy(order, (index) => chances[index] ?? 0);
  return (times) => {
    let [below, right, wins] = [0, 0, 0];
    for (const level of tied.values()) {
      const drawn = level.reduce((sum, index) => sum + (times[index] ?? 0), 0);
      const levelWins = level.reduce(
        (sum, index) => sum + Number(won[index]) * (times[index] ?? 0),
        0,
      );
      right += levelWins * (below + (drawn - levelWins) / 2);
      below += drawn - levelWins;
      wins += levelWins;
    }
    return right / (wins * below);
  };
}

/** What each prediction cost: minus the logarithm of the chance given to what happened. */
export function lossesOf(chances: Float64Array, won: readonly boolean[]): Float64Array {
  return chances.map((chance, index) => {
    const bounded = Math.min(1 - 1e-6, Math.max(1e-6, chance));
    return -Math.log(won[index] ? bounded : 1 - bounded);
  });
}

/** The mean of values, each counted as often as it was drawn. */
export function meanOf(values: Float64Array, times: Times): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    sum += (values[at] as number) * (times[at] as number);
    count += times[at] as number;
  }
  return sum / count;
}

export type Bin = { leads: number; predicted: number; won: number };
export type Calibration = { ece: number; bins: Bin[] };

const bins = 10;

/** Ten bins of equal size by predicted chance, and the expected calibration error (Naeini et al., AAAI 2015). */
export function calibrationOf(chances: Float64Array, won: readonly boolean[]): Calibration {
  const order = [...chances.keys()].sort((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0));
  const found: Bin[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const from = Math.floor((bin * order.length) / bins);
    const members = order.slice(from, Math.floor(((bin + 1) * order.length) / bins));
    if (members.length === 0) continue;
    const sum = members.reduce((total, index) => total + (chances[index] ?? 0), 0);
    const wins = members.filter((index) => won[index]).length;
    found.push({
      leads: members.length,
      predicted: round4(sum / members.length),
      won: round4(wins / members.length),
    });
  }
  const gap = found.reduce((sum, bin) => sum + bin.leads * Math.abs(bin.predicted - bin.won), 0);
  return { ece: round4(gap / order.length), bins: found };
}
