// What a call shows beside its score: objections and whether they were met, promises, the best and the worst moment.
import { has } from "../moves/understand-rep.ts";
import type { ScoredTurn } from "../scorer/model.ts";
import { type ReadTurn, readTranscript, substanceOf } from "../scorer/read-transcript.ts";
import type { Commitment, HeardObjection } from "./call.ts";

/** What one reading of a call's turns finds. */
export type Summary = {
  objections: HeardObjection[];
  commitments: Commitment[];
  best: string | null;
  worst: { quote: string; before: string } | null;
};

/** As much of a sentence as is shown. */
const quoteLength = 300;
/** An answer with two kinds of substance meets an objection, as in the scorer (scorer/conduct.ts). */
const meets = 2;
/** More promises than these are a contract, not a call. */
const mostCommitments = 8;

/** Summarises a call. The same turns, the same summary. */
export function summarise(turns: readonly ScoredTurn[]): Summary {
  const { turns: read } = readTranscript(turns);
  const answered = read.map((turn, at) => ({ turn, before: read[at - 1], after: read[at + 1] }));
  return {
    objections: answered.flatMap(({ turn, after }) => toObjection(turn, after)),
    commitments: read.flatMap(toCommitments).slice(0, mostCommitments),
    best: findBest(answered),
    worst: findWorst(answered),
  };
}

function toObjection(turn: ReadTurn, after: ReadTurn | undefined): HeardObjection[] {
  if (turn.who !== "customer" || !has(turn.customer.stances, "objection")) return [];
  const answer = after?.who === "rep" ? after : undefined;
  const isMet = answer !== undefined && worthOf(answer) >= meets;
  return [{ quote: cut(turn.text), isMet, answer: answer ? cut(answer.text) : null }];
}

const spoilers = ["rudeness", "pressure", "boast", "evasion"] as const;

/** Kinds of substance, less what spoils them. */
function worthOf({ rep }: Extract<ReadTurn, { who: "rep" }>): number {
  const spoiled = spoilers.filter((label) => has(rep.moves, label)).length;
  const isGift = has(rep.moves, "concession") && !has(rep.moves, "trade");
  return substanceOf(rep) - 2 * spoiled - (isGift ? 1 : 0);
}

const promise =
  /\b(i|we)( will|'ll| can| am going to|'m going to|'re going to) (\w+ ){0,2}(send|call|email|e-mail|get|check|ask|prepare|share|follow|come|confirm|book|set|arrange|review|look|talk|sign|discuss|forward|put)\b|\blet me (send|check|ask|get|share|confirm)\b|(我|我们|我这边)(会|马上|回头|今天|明天|这周|下周|尽快|先|再|去|给您|把|跟|和|问|等下)[^，。,.!?！？]{0,14}(发|寄|问|确认|安排|约|打电话|回复|给您|准备|看看|商量|签|讨论|汇报)/iu;

function toCommitments(turn: ReadTurn): Commitment[] {
  const sentences = turn.text.split(/(?<=[.!?。！？；])\s*/u).filter(Boolean);
  return sentences
    .filter((sentence) => promise.test(sentence) && !/[?？]\s*$/.test(sentence))
    .map((sentence) => ({ who: turn.who, quote: cut(sentence) }));
}

type Placed = { turn: ReadTurn; before: ReadTurn | undefined; after: ReadTurn | undefined };

/** The rep's turn with most substance, before all one after which the customer warmed up. */
function findBest(placed: readonly Placed[]): string | null {
  const rated = placed.flatMap(({ turn, before, after }) => {
    if (turn.who !== "rep") return [];
    return [{ text: turn.text, worth: worthOf(turn) + 4 * warming(before, after) }];
  });
  const [best] = rated.toSorted((a, b) => b.worth - a.worth);
  return best && best.worth >= meets ? cut(best.text) : null;
}

/** The rep's turn after which the customer cooled most, or that met an objection with least. */
function findWorst(placed: readonly Placed[]): Summary["worst"] {
  const rated = placed.flatMap(({ turn, before, after }) => {
    if (turn.who !== "rep" || before?.who !== "customer") return [];
    const isObjection = has(before.customer.stances, "objection");
    const cooler = -warming(before, after);
    const lack = isObjection ? meets - worthOf(turn) : -1;
    return [{ text: turn.text, before: before.text, harm: lack + 4 * cooler }];
  });
  const [worst] = rated.toSorted((a, b) => b.harm - a.harm);
  if (!worst || worst.harm <= 0) return null;
  return { quote: cut(worst.text), before: cut(worst.before) };
}

/** How much warmer the customer was after a turn than before it; nothing where one of the two is not theirs. */
function warming(before: ReadTurn | undefined, after: ReadTurn | undefined): number {
  if (before?.who !== "customer" || after?.who !== "customer") return 0;
  return after.customer.sentiment - before.customer.sentiment;
}

function cut(text: string): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length <= quoteLength
    ? letters.join("")
    : `${letters.slice(0, quoteLength - 1).join("")}…`;
}
