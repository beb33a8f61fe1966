// A second opinion on a talk: yes or no per check with the sentence for it, and how far it agrees with the score.
import { z } from "zod";
import type { Failure } from "../customer/guided/voice.ts";
import type { Plan } from "../customer/model.ts";
import type { Score, ScoredTurn } from "./model.ts";

/** What a judge writes on one check. */
export const opinionSchema = z.object({
  id: z.string(),
  passed: z.boolean(),
  quote: z.string().nullable().default(""),
});
type Written = z.output<typeof opinionSchema>;

/** An opinion that can be shown: its quote stands in a turn of the rep, which counts from 1. */
export type Opinion = { id: string; passed: boolean; turn?: number; quote?: string };

/** How far two sets of yes and no agree: the share alike, and Cohen's kappa, null where it says nothing. */
export type Agreement = { n: number; share: number | null; kappa: number | null };

/** What a judge thinks of a talk; shown beside the score and no part of it. */
export type Judgement = {
  opinions: Opinion[];
  /** Opinions not shown: no such check, given twice, a yes without a sentence, or a sentence nobody said. */
  dropped: number;
  agreement: Agreement;
};

/** Judges a talk, or says why not. It never throws for what an endpoint does. */
export type Judge = {
  judge(request: {
    plan: Plan;
    turns: readonly ScoredTurn[];
    score: Score;
  }): Promise<(Judgement & { by: { endpoint: string; model: string } }) | { failure: Failure }>;
};

/** Keeps the opinions that quote the rep, and compares them with the checks of the score that counted. */
export function compareOpinions(
  written: readonly Written[],
  { turns, score }: { turns: readonly ScoredTurn[]; score: Score },
): Judgement {
  const known = new Map(score.checks.map((check) => [check.id, check]));
  const opinions: Opinion[] = [];
  for (const each of written) {
    const isNew = known.has(each.id) && !opinions.some(({ id }) => id === each.id);
    const opinion = isNew ? toOpinion(each, turns) : undefined;
    if (opinion) opinions.push(opinion);
  }
  const pairs = opinions.flatMap(({ id, passed }) => {
    const check = known.get(id);
    return check && score.skills[check.skill] !== null ? [[check.passed, passed] as const] : [];
  });
  return { opinions, dropped: written.length - opinions.length, agreement: agreementOf(pairs) };
}

/** Shorter than this, a quote is found anywhere. */
const minQuote = 2;

function toOpinion(
  { id, passed, quote }: Written,
  turns: readonly ScoredTurn[],
): Opinion | undefined {
  const words = squeeze(quote ?? "");
  if (words === "") return passed ? undefined : { id, passed };
  const at = turns.findIndex(({ who, text }) => who === "rep" && squeeze(text).includes(words));
  return at < 0 || words.length < minQuote ? undefined : { id, passed, turn: at + 1, quote: words };
}

const squeeze = (text: string) => text.replace(/\s+/g, " ").trim();

/** Agreement of pairs of yes and no; kappa after Cohen (1960), "A coefficient of agreement for nominal scales". */
export function agreementOf(pairs: readonly (readonly [boolean, boolean])[]): Agreement {
  const n = pairs.length;
  if (n === 0) return { n, share: null, kappa: null };
  const shareOf = (fits: (pair: readonly [boolean, boolean]) => boolean) =>
    pairs.filter(fits).length / n;
  const share = shareOf(([one, other]) => one === other);
  const [yesOne, yesOther] = [shareOf(([one]) => one), shareOf(([, other]) => other)];
  const chance = yesOne * yesOther + (1 - yesOne) * (1 - yesOther);
  return {
    n,
    share: round(share),
    kappa: chance === 1 ? null : round((share - chance) / (1 - chance)),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
