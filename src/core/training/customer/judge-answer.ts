// Whether a rep's turn meets the objection that is open: by its demands, by the library's lines, by how concrete it is.
import { type Demand, type Match, matchDemand, metGrade, readDemand } from "../moves/demand.ts";
import { contentWords, fold, sharedWords } from "../moves/text.ts";
import { has, type RepTurn, understandRep } from "../moves/understand-rep.ts";
import { concretenessOf, isRequest, statementsOf } from "./how-concrete.ts";
import type { ObjectionState, Plan } from "./model.ts";

/** What an answer is worth against an objection. */
export type Verdict = {
  grade: "met" | "partial" | "none";
  /** Demands met by it, by index. */
  demands: number[];
  words: string[];
  /** Only its questions speak for it; next to nothing is stated. */
  isAsking: boolean;
  /** How many words of the matter it takes up. */
  about: number;
  /** Half an answer by its words, yet so concrete that nobody would ask again: it is heard, and they go on. */
  isHeard?: boolean;
};

type Objection = Plan["scenario"]["objections"][number];

/** A line of the library is recognised by this share of its words, and this many. */
const trackShare = 0.5;
const trackWords = 4;
/** An answer so concrete needs one demand only, and none if it is plainly about the matter. */
const concreteAnswer = 3;
/** Without a demand met, an answer must be this concrete and about the matter together. */
const plainAnswer = 7;
/** With a demand met, concreteness and words of the matter together make up for the other demands. */
const roundAnswer = 7;
/** So concrete, it is half an answer at least, in whatever words; nobody asks again for what was said so. */
const halfConcrete = 2;
/** So many words of the matter in it, an answer is plainly about it. */
export const plainWords = 2;

/** Judges one turn; what earlier turns met of the same objection counts. */
export function judgeAnswer(
  turn: RepTurn,
  { objection, state, plan }: { objection: Objection; state: ObjectionState; plan: Plan },
): Verdict {
  const stated = statementsOf(turn);
  const concrete = concretenessOf(turn);
  const isAsking = concrete < halfConcrete;
  const about = wordsAbout(stated, objection);
  if (isSpoiled(turn, concrete)) return { grade: "none", demands: [], words: [], isAsking, about };
  const matches = matchAll(turn, { objection, isOnTopic: isOnTopic(turn, objection) });
  const demands = matches.flatMap(({ isMet }, index) => (isMet ? [index] : []));
  const words = matches.flatMap((match) => (match.isMet ? match.words : []));
  const known = recognise(turn, plan.tracks[objection.id] ?? []);
  if (known) return { grade: "met", demands, words: known, isAsking: false, about };
  const together = new Set([...state.demandsMet, ...demands]).size;
  const needed = objection.tactic === "no_time" ? 1 : neededDemands(objection.metBy.length);
  const isEnoughSaid = isEnough({ met: demands.length, together, needed, concrete, about });
  const isMet = isEnoughSaid || isTrapDeclined(turn, { objection, concrete });
  const isPartial = demands.length > 0 || isHalf({ concrete, about });
  const isHeard = concrete >= halfConcrete && !isGoingAlong(turn, objection);
  return { grade: toGrade(isMet, isPartial), demands, words, isAsking, about, isHeard };
}

/** Somebody without time is answered by another time, whatever words it is named in. */
function isOnTopic(turn: RepTurn, objection: Objection): boolean {
  if (objection.tactic === "no_time" && has(turn.moves, "date")) return true;
  return wordsAbout(turn, objection) > 0;
}

/** A no to something improper is the answer, whatever else is offered in its place. */
function isTrapDeclined(
  { moves }: RepTurn,
  { objection, concrete }: { objection: Objection; concrete: number },
): boolean {
  const isNo = has(moves, "refusal") && !has(moves, "evasion");
  return objection.tactic === "compliance_trap" && isNo && concrete >= halfConcrete;
}

/** Words that go along with what was asked for: in a sentence about it, or of a kind that needs no matter. */
const easyYes =
  /\b(no problem|sure thing|of course we can|can do|happy to)\b|没(问题|事|关系)|好说|好办/;
const goesAlong =
  /\b(i can arrange|leave (it|that) to me|consider it done|between us|(nobody|no one) (will|needs|has to|would|ever)|whatever you (want|say|like|need)|off the books|under the table)\b|随(便|您|你)|(您|你)说(怎么|咋)(弄|办|来)|私下|私底下|(没人|谁也不会?|哪)(会|能)?(知道|查)|查不(到|出)|听(您|你)的|包在我身上|我(来)?(给您|给你|帮您|帮你)(弄|办|返|安排)/;

/** Whether a rep goes along with something improper that was asked of them to see whether they would. */
export function isTrapTaken(turn: RepTurn, objection: Objection | undefined): boolean {
  if (objection?.tactic !== "compliance_trap") return false;
  const isDeclined = has(turn.moves, "refusal") || has(turn.moves, "paper");
  if (isDeclined) return false;
  const matter = matterOf(objection);
  return turn.sentences.some(({ text, content, moves }) => {
    const folded = fold(text);
    if (goesAlong.test(folded)) return true;
    return (
      !has(moves, "evasion") &&
      easyYes.test(folded) &&
      sharedWords(content, matter).words.length > 0
    );
  });
}

/** What is to be declined was not, or a price was given for nothing. */
function isGoingAlong({ moves }: RepTurn, { tactic }: Objection): boolean {
  if (has(moves, "concession") && !has(moves, "trade")) return true;
  return tactic === "compliance_trap" && !has(moves, "refusal") && !has(moves, "admission");
}

type Matched = Match & { isMet: boolean };

function matchAll(
  turn: RepTurn,
  { objection, isOnTopic }: { objection: Objection; isOnTopic: boolean },
): Matched[] {
  return objection.metBy.map((text) => {
    const demand = toDemand(text);
    const answer = partFor(demand, turn);
    const match = matchDemand(demand, { answer, isOnTopic });
    const isShort = isThin(demand, match) || isUndeclined(demand, answer);
    return { ...match, isMet: match.grade >= metGrade && !isShort };
  });
}

/** "Asks who chases the brokers" wants a question, whatever else its words would want. */
const wantsQuestion = /^(then |one |a |an? \w+ )?(question|asks?)\b|^(先|只|再|要)?问/;

function toDemand(text: string): Demand {
  const demand = readDemand(text);
  return wantsQuestion.test(fold(text)) ? { ...demand, needs: [["question"]] } : demand;
}

/** A demand for a question is met by what is asked; any other by what is stated. */
function partFor({ needs }: Demand, turn: RepTurn): RepTurn {
  return needs.some((group) => group.length === 1 && group[0] === "question")
    ? inquiriesOf(turn)
    : statementsOf(turn);
}

/** A turn without its requests. */
function inquiriesOf(turn: RepTurn): RepTurn {
  const asked = turn.sentences.filter((each) => !isRequest(each));
  if (asked.length === turn.sentences.length) return turn;
  return understandRep(asked.map(({ text }) => text).join(" "));
}

/** One word in common meets no demand of several that asks for no form. */
function isThin({ needs, content }: Demand, { shared }: Match): boolean {
  return needs.length === 0 && content.size > plainWords && shared < plainWords;
}

/** What asks for a no is not met by going along with it, whatever form that has. */
function isUndeclined({ needs }: Demand, { moves }: RepTurn): boolean {
  const isNoWanted = needs.some(([first]) => first === "refusal");
  return isNoWanted && !has(moves, "refusal") && !has(moves, "admission") && !has(moves, "paper");
}

/** How many of an objection's demands meet it: two of three, or the only one. */
export function neededDemands(demands: number): number {
  return demands >= 3 ? 2 : 1;
}

/** Whether a turn that is about something else meets a demand by its words. */
export function isDemandMet(text: string, turn: RepTurn): boolean {
  const demand = toDemand(text);
  const match = matchDemand(demand, { answer: partFor(demand, turn) });
  return match.grade >= metGrade && match.shared > 0 && !isThin(demand, match);
}

type Weighed = { met: number; together: number; needed: number; concrete: number; about: number };

/** Demands decide; a concrete answer needs one of them, or to be plainly about the matter. */
function isEnough({ met, together, needed, concrete, about }: Weighed): boolean {
  if (met === 0) return concrete >= concreteAnswer && concrete + about >= plainAnswer;
  if (together >= needed || (concrete >= concreteAnswer && about > 0)) return true;
  return concrete >= halfConcrete && concrete + about >= roundAnswer;
}

function isHalf({ concrete, about }: Pick<Weighed, "concrete" | "about">): boolean {
  return concrete >= halfConcrete || (concrete > 0 && about >= plainWords);
}

function toGrade(isMet: boolean, isPartial: boolean): Verdict["grade"] {
  if (isMet) return "met";
  return isPartial ? "partial" : "none";
}

/** Soothing, rudeness and a price given away answer nothing, whatever words stand beside them. */
function isSpoiled({ moves }: RepTurn, concrete: number): boolean {
  if (has(moves, "rudeness") || has(moves, "attack")) return true;
  if (has(moves, "concession") && !has(moves, "trade") && concrete <= concreteAnswer) return true;
  const isEmpty = has(moves, "evasion") || has(moves, "boast") || has(moves, "pressure");
  return isEmpty && concrete < concreteAnswer;
}

/** How many words of an objection a turn takes up. */
export function wordsAbout(turn: RepTurn, objection: Objection): number {
  return sharedWords(turn.content, matterOf(objection)).words.length;
}

function matterOf({ says, dodged, met, metBy }: Objection): Set<string> {
  return contentWords([...says, ...dodged, ...met, ...metBy].join("\n"));
}

function recognise(turn: RepTurn, tracks: readonly string[]): string[] | undefined {
  for (const track of tracks) {
    const { words, share } = sharedWords(contentWords(track), turn.content);
    if (share >= trackShare && words.length >= trackWords) return words;
  }
  return undefined;
}
