// The two ways a model of paths can judge a case: how surprising its path is, and under whose model it is likelier.
import { bitsOfPath, learnBestOrder } from "../../core/journey/paths/choose-order.ts";
import { learnPaths, type PathModel, type Step } from "../../core/journey/paths/path-model.ts";
import type { LogCase } from "./read-log.ts";

export const pathScores = ["surprise", "surprise_of_approved", "likelihood_ratio"] as const;
export type PathScore = (typeof pathScores)[number];

/** Scores of a case after each of its events; the higher, the likelier declined. */
export type CaseScores = Record<PathScore, Float64Array>;

export type PathJudge = {
  order: number;
  /** Bits per event on the later part of what it learnt from, by how far back it looks. */
  bitsByOrder: number[];
  scoresOf(one: LogCase): CaseScores;
  /** Bits of every event under the model of all paths. */
  bitsOf(one: LogCase): number[];
};

/** Learns one model of all paths and one of each outcome; how far back they look is chosen on the learning part alone. */
export async function learnJudge(learning: readonly LogCase[]): Promise<PathJudge> {
  const { model: all, bitsByOrder } = await learnBestOrder(learning.map(toPath), async () => {});
  const of = (outcome: LogCase["outcome"]) =>
    learnPaths(learning.filter((one) => one.outcome === outcome).map(toPath), all.order);
  const [approved, declined] = [of("approved"), of("declined")];
  return {
    ...{ order: all.order, bitsByOrder },
    bitsOf: (one) => bitsOfPath(all, toPath(one)),
    scoresOf: remember((one) => {
      const path = toPath(one);
      const [everybody, good, bad] = [all, approved, declined].map((model) =>
        sums(model, path),
      ) as [Float64Array, Float64Array, Float64Array];
      return {
        surprise: everybody.map((bits, index) => bits / (index + 1)),
        surprise_of_approved: good.map((bits, index) => bits / (index + 1)),
        likelihood_ratio: good.map((bits, index) => bits - (bad[index] ?? 0)),
      };
    }),
  };
}

/** A case is asked for at many points; its path is walked once. */
function remember(scoresOf: (one: LogCase) => CaseScores): (one: LogCase) => CaseScores {
  const known = new WeakMap<LogCase, CaseScores>();
  return (one) => {
    const scores = known.get(one) ?? scoresOf(one);
    known.set(one, scores);
    return scores;
  };
}

function sums(model: PathModel, path: readonly Step[]): Float64Array {
  let sum = 0;
  return Float64Array.from(bitsOfPath(model, path), (bits) => {
    sum += bits;
    return sum;
  });
}

function toPath({ events }: LogCase): Step[] {
  return events.map(({ name }) => ({ kind: name, stage: "" }));
}
