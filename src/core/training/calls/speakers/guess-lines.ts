// A transcript without speakers: the likeliest of two speakers per line, since people take turns (Viterbi, 1967).
import type { Line } from "../call.ts";
import type { Spoken } from "./find-speakers.ts";
import { repness } from "./repness.ts";

/** Speakers of lines that name none. */
const guessed = { rep: "A", customer: "B" } as const;

/** How likely the next line is the other's: people take turns, but not at every full stop (ours). */
const changing = 0.65;
const [change, stay] = [Math.log(changing), Math.log(1 - changing)];
/** Nothing about a whole call guessed line by line is surer than this. */
const surest = 0.8;

/** Gives every line a speaker, A who sells and B who buys, with the mean certainty of that. */
export function guessLines(lines: readonly Line[]): Spoken {
  const weights = lines.map(({ text }) => repness(text));
  const path = bestPath(weights);
  const certainty = weights.map((weight, at) => {
    const other = path[at] === guessed.rep ? weight : -weight;
    return 1 / (1 + Math.exp(-other));
  });
  const mean = certainty.reduce((sum, one) => sum + one, 0) / Math.max(1, certainty.length);
  return {
    lines: lines.map(({ text }, at) => ({ speaker: path[at] ?? guessed.rep, text })),
    speakers: {
      ...{ labels: [guessed.rep, guessed.customer], rep: guessed.rep, ground: "lines" },
      sure: Math.round(Math.min(surest, mean) * 100) / 100,
    },
  };
}

type Score = { rep: number; customer: number };

function bestPath(weights: readonly number[]): string[] {
  const back: { rep: boolean; customer: boolean }[] = [];
  let score: Score = { rep: 0, customer: 0 };
  for (const weight of weights) {
    const [stayRep, fromCustomer] = [score.rep + stay, score.customer + change];
    const [stayCustomer, fromRep] = [score.customer + stay, score.rep + change];
    back.push({ rep: stayRep >= fromCustomer, customer: fromRep > stayCustomer });
    score = {
      rep: Math.max(stayRep, fromCustomer) + weight / 2,
      customer: Math.max(stayCustomer, fromRep) - weight / 2,
    };
  }
  let isRep = score.rep >= score.customer;
  const path: string[] = [];
  for (const step of back.toReversed()) {
    path.push(isRep ? guessed.rep : guessed.customer);
    // True: the line before was the rep's.
    isRep = isRep ? step.rep : step.customer;
  }
  return path.reverse();
}
