// How well a question to the embedded customer finds what answers it, beside the plainest way: the most words in common.
import { join } from "node:path";
import { groupBy } from "../../core/group-by.ts";
import { type Language, languages } from "../../core/model.ts";
import { findAnswers } from "../../core/training/customer/find-answers.ts";
import { signsOf, weights } from "../../core/training/customer/grade-known.ts";
import type { Known } from "../../core/training/customer/known.ts";
import { toPlan } from "../../core/training/customer/plan.ts";
import { questionsOf } from "../../core/training/customer/questions.ts";
import { openTalk } from "../../core/training/customer/reply.ts";
import { withMarks } from "../../core/training/customer/with-marks.ts";
import type { Library } from "../../core/training/library.ts";
import { contentWords, sharedWords } from "../../core/training/moves/text.ts";
import { type RepTurn, understandRep } from "../../core/training/moves/understand-rep.ts";
import type { Scenario } from "../../core/training/playbook.ts";
import { readPlaybooks } from "../../sources/playbooks/read-playbooks.ts";
import { shippedPlaybooks } from "../../sources/playbooks/shipped.ts";
import { readCases } from "../json-lines.ts";
import { type QuestionCase, questionLine } from "./cases.ts";
import { fitWeights, type Row, type Weights } from "./fit.ts";

/** What becomes of questions, as shares of all: answered, passable, answered with something else, answered by nothing. */
export type Shares = Record<Verdict, number> & { questions: number };
type Verdict = (typeof verdicts)[number];
const verdicts = ["answered", "passable", "wrong", "untold"] as const;

type Score = { ours: Shares; baseline: Shares; answerable: number };
export type QuestionsReport = Score & {
  byLang: Partial<Record<Language, Score>>;
  /** Without a file: those the weights were fitted on, and those written afterwards by somebody else. */
  split?: Record<keyof typeof splits, Score & { byLang: Partial<Record<Language, Score>> }>;
  /** The weights that these questions would give, beside those in use. */
  fitted: Weights;
  inUse: Weights;
};

const splits = { dev: "dev", heldOut: "held-out" } as const;
const folder = join(import.meta.dirname, "cases");

/** The score on a file; without one, on the shipped questions. Refuses a scenario that does not exist. */
export async function evaluateQuestions(file?: string): Promise<QuestionsReport> {
  const { library } = await readPlaybooks(shippedPlaybooks);
  const judge = (cases: readonly QuestionCase[]) => cases.map((one) => judgeCase(library, one));
  if (file) return toReport(judge(await readCases(file, questionLine)));
  const [dev, heldOut] = [judge(await readSplit("dev")), judge(await readSplit("heldOut"))];
  const all = toReport([...dev, ...heldOut]);
  return {
    ...all,
    split: { dev: withLanguages(dev), heldOut: withLanguages(heldOut) },
    fitted: fitWeights(dev.flatMap(({ rows }) => rows)),
  };
}

async function readSplit(name: keyof typeof splits): Promise<QuestionCase[]> {
  const files = languages.map((language) => join(folder, `${splits[name]}.${language}.jsonl`));
  return (await Promise.all(files.map((path) => readCases(path, questionLine)))).flat();
}

type Judged = {
  lang: Language;
  isAnswerable: boolean;
  ours: Verdict;
  baseline: Verdict;
  rows: Row[];
};

function judgeCase(library: Library, one: QuestionCase): Judged {
  const plan = toPlan(library, { scenario: one.scenario, language: one.lang });
  const turn = understandRep(withMarks(one.asks));
  const { reveal, facts } = findAnswers(plan, openTalk(plan, 1).state, turn);
  const { scenario } = plan;
  const told = [
    ...(reveal ? [scenario.reveals[reveal.index]?.says] : []),
    ...facts.map(({ index }) => scenario.facts?.[index]?.says),
  ];
  return {
    ...{ lang: one.lang, isAnswerable: one.answers.length > 0 },
    ours: verdictOn(one, told),
    baseline: verdictOn(one, mostInCommon(scenario, one.asks)),
    rows: toRows(scenario, turn, one),
  };
}

/** Any answer among what is told is one: the rest is talk. */
function verdictOn(
  { answers, passes }: QuestionCase,
  told: readonly (string | undefined)[],
): Verdict {
  const says = told.filter((each) => each !== undefined);
  if (says.length === 0) return "untold";
  if (says.some((each) => answers.includes(each))) return "answered";
  return says.some((each) => passes.includes(each)) ? "passable" : "wrong";
}

function mostInCommon({ facts = [], reveals }: Scenario, asked: string): string[] {
  const words = contentWords(asked);
  const known = [
    ...facts.map(({ questions = [], says }) => ({ says, holds: [...questions, says].join(" ") })),
    ...reveals.map(({ asks, says }) => ({ says, holds: `${asks} ${says}` })),
  ];
  const [best] = known
    .map(({ says, holds }) => ({ says, shared: sharedWords(words, contentWords(holds)).share }))
    .toSorted((a, b) => b.shared - a.shared);
  return best && best.shared > 0 ? [best.says] : [];
}

/** What answers and what does not; what passes teaches neither. */
function toRows(scenario: Scenario, turn: RepTurn, { answers, passes }: QuestionCase): Row[] {
  const saysOf = ({ kind, index }: Known) =>
    (kind === "fact" ? scenario.facts : scenario.reveals)?.[index]?.says ?? "";
  return questionsOf(turn)
    .flatMap((question) => signsOf(question, scenario))
    .filter(({ thing }) => !passes.includes(saysOf(thing)))
    .map(({ thing, found }) => ({ found, answers: answers.includes(saysOf(thing)) }));
}

function toReport(judged: readonly Judged[]): QuestionsReport {
  return {
    ...withLanguages(judged),
    fitted: fitWeights(judged.flatMap(({ rows }) => rows)),
    inUse: weights,
  };
}

function withLanguages(judged: readonly Judged[]): Score & Pick<QuestionsReport, "byLang"> {
  const byLang = [...groupBy(judged, ({ lang }) => lang)].map(([lang, own]) => [
    lang,
    toScore(own),
  ]);
  return { ...toScore(judged), byLang: Object.fromEntries(byLang) };
}

function toScore(judged: readonly Judged[]): Score {
  const answerable = judged.filter(({ isAnswerable }) => isAnswerable).length;
  return {
    ours: toShares(judged.map(({ ours }) => ours)),
    baseline: toShares(judged.map(({ baseline }) => baseline)),
    answerable: round(answerable / Math.max(1, judged.length)),
  };
}

function toShares(all: readonly Verdict[]): Shares {
  const share = (wanted: Verdict) =>
    round(all.filter((each) => each === wanted).length / Math.max(1, all.length));
  const pairs = verdicts.map((verdict) => [verdict, share(verdict)]);
  return { questions: all.length, ...(Object.fromEntries(pairs) as Record<Verdict, number>) };
}

const round = (share: number) => Math.round(share * 1000) / 1000;
