// Our own labelled sentences: Chinese talk, breaches in other words, and how customers feel. Labelled before the word lists were read.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";
import { languages } from "../../core/model.ts";
import { findPlaybook, type Library } from "../../core/training/library.ts";
import { repMoves, stances } from "../../core/training/moves/model.ts";
import { sentimentOf } from "../../core/training/moves/sentiment.ts";
import { tactics } from "../../core/training/playbook.ts";
import { findBreaches } from "../../core/training/scorer/breaches.ts";
import { readTranscript } from "../../core/training/scorer/read-transcript.ts";
import { toRulebook } from "../../core/training/scorer/rulebook.ts";
import { type Agreement, agreeWithLabels } from "./agreement.ts";
import type { Dialogue } from "./dialogues.ts";
import { type Half, halfOf } from "./persuasion.ts";

/** Labels of Chinese turns, ours against plain words. */
export type ChineseRow = Pick<Agreement, "labels" | "macroF1">;
/** Breaches found of those there are, and harmless sentences taken for one; `plain` is a word search. */
export type BreachRow = { breaches: number; found: number; harmless: number; falseAlarms: number };
/** Lines whose feeling was read right, of warm, cold and neither; `plain` counts words. */
export type FeelingRow = { lines: number; right: number; plain: number };

/** What is measured on our own sets, on the half words were tuned on and on the other. */
export type OwnSets = Record<
  Half,
  {
    chinese: ChineseRow;
    breaches: Record<string, BreachRow & { plain: BreachRow }>;
    feelings: Record<string, FeelingRow>;
  }
> & {
  /** Breaches in sentences written after the patterns were finished. */
  blindBreaches: Record<string, BreachRow & { plain: BreachRow }>;
};

const label = {
  rep: z.enum(repMoves),
  customer: z.enum([...new Set([...stances, ...tactics])]),
} as const;
const talksSchema = z.array(
  z.object({
    id: z.string(),
    vertical: z.string(),
    outcome: z.enum(["won", "open", "lost"]),
    turns: z.array(
      z.discriminatedUnion("who", [
        z.object({ who: z.literal("rep"), text: z.string(), labels: z.array(label.rep) }),
        z.object({ who: z.literal("customer"), text: z.string(), labels: z.array(label.customer) }),
      ]),
    ),
  }),
);
const breachesSchema = z.array(
  z.object({
    lang: z.enum(languages),
    vertical: z.string(),
    kind: z.string(),
    breach: z.boolean(),
    text: z.string(),
  }),
);
const feelingsSchema = z.array(
  z.object({
    lang: z.enum(languages),
    feeling: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    text: z.string(),
  }),
);

const readSet = async (name: string): Promise<unknown> =>
  parse(await readFile(new URL(`./own/${name}.yaml`, import.meta.url), "utf8"));

/** The Chinese talks, as dialogues. */
export async function readChineseTalks(): Promise<Dialogue[]> {
  const talks = talksSchema.parse(await readSet("zh-turns"));
  return talks.map((talk) => ({ ...talk, lang: "zh" as const }));
}

/** Sentences that break a rule, and harmless ones that look like them; every second one is held out. */
async function readBreaches() {
  return withHalf(breachesSchema.parse(await readSet("breaches")));
}

/** Lines of customers with how they feel; every second one is held out. */
async function readFeelings() {
  return withHalf(feelingsSchema.parse(await readSet("sentiment")));
}

function withHalf<Row>(rows: readonly Row[]): (Row & { half: Half })[] {
  return rows.map((row, at) => ({ ...row, half: at % 2 === 0 ? "tuned" : "held-out" }));
}

/** Measures all three sets on both halves. */
export async function measureOwnSets(library: Library): Promise<OwnSets> {
  const [talks, breaches, blind, feelings] = await Promise.all([
    readChineseTalks(),
    readBreaches(),
    readSet("breaches-blind").then((rows) => breachesSchema.parse(rows)),
    readFeelings(),
  ]);
  const rates = (rows: readonly BreachLine[]) => ({
    ...countBreaches(rows, (row) => isBreach(row, library)),
    plain: countBreaches(rows, ({ text }) => plainBreach.test(text)),
  });
  const measure = (half: Half) => {
    const { labels, macroF1 } = agreeWithLabels(talks.filter(({ id }) => halfOf(id) === half));
    const mine = breaches.filter((each) => each.half === half);
    const felt = feelings.filter((each) => each.half === half);
    return {
      chinese: { labels, macroF1 },
      breaches: byLanguage(mine, rates),
      feelings: byLanguage(felt, countFeelings),
    };
  };
  return {
    tuned: measure("tuned"),
    "held-out": measure("held-out"),
    blindBreaches: byLanguage(blind, rates),
  };
}

function byLanguage<Row extends { lang: string }, Result>(
  rows: readonly Row[],
  measure: (rows: readonly Row[]) => Result,
): Record<string, Result> {
  return Object.fromEntries(
    languages.map((language) => [language, measure(rows.filter(({ lang }) => lang === language))]),
  );
}

type BreachLine = z.output<typeof breachesSchema>[number];

/** Whether the scorer finds a breach in a sentence. */
function isBreach({ text, lang, vertical }: BreachLine, library: Library): boolean {
  const playbook = findPlaybook(library, { vertical, language: lang });
  if (!playbook) throw new Error(`The shipped library has ${vertical} in ${lang}.`);
  const { sentences } = readTranscript([{ who: "rep", text }]);
  return findBreaches(sentences, toRulebook(playbook).forbidden).length > 0;
}

/** What somebody would type into a word search. */
const plainBreach =
  /guarantee|promise|risk[- ]free|no risk|always|never|personally|kickback|off[- ]label|保证|保本|绝对|肯定|第一|最好|返点|回扣|好处|放心/i;

function countBreaches(
  rows: readonly BreachLine[],
  isFound: (row: BreachLine) => boolean,
): BreachRow {
  const count = (breach: boolean) => rows.filter((row) => row.breach === breach);
  return {
    breaches: count(true).length,
    found: count(true).filter(isFound).length,
    harmless: count(false).length,
    falseAlarms: count(false).filter(isFound).length,
  };
}

type FeelingLine = z.output<typeof feelingsSchema>[number];

/** Within this of the middle a line is neither warm nor cold. */
const noFeeling = 0.05;

function countFeelings(rows: readonly FeelingLine[]): FeelingRow {
  const right = (read: (text: string) => number) =>
    rows.filter(({ text, feeling }) => read(text) === feeling).length;
  return { lines: rows.length, right: right(feelingOf), plain: right(plainFeeling) };
}

/** Warm, cold or neither, as the sentiment says. */
function feelingOf(text: string): -1 | 0 | 1 {
  const away = sentimentOf(text) - 0.5;
  if (Math.abs(away) <= noFeeling) return 0;
  return away > 0 ? 1 : -1;
}

function plainFeeling(text: string): -1 | 0 | 1 {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const away =
    count(/good|great|love|like|好|不错/gi) - count(/\bbad\b|\bnot\b|\bno\b|n't|不|没/gi);
  return Math.sign(away) as -1 | 0 | 1;
}
