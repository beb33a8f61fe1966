// What a customer knows of what a rep asks: something hidden that a good question brings to light, something they tell.
import { contentWords, sharedWords } from "../moves/text.ts";
import type { RepSentence, RepTurn } from "../moves/understand-rep.ts";
import type { Topic } from "../playbook.ts";
import { enough, type Graded, gradeKnown } from "./grade-known.ts";
import type { CustomerState, Plan } from "./model.ts";
import { clearedUp, isForFacts, isOpenQuestion, type Question, questionsOf } from "./questions.ts";

/** Something to tell, by its place in the scenario; told before, it is told in other words. */
export type FoundFact = { index: number; isAgain: boolean };

/** What was found. */
export type Answers = {
  reveal: { index: number; words: string[] } | undefined;
  /** What answers what was asked, in the order in which it was. */
  facts: FoundFact[];
  /** The sentences whose questions it answers. */
  told: RepSentence[];
  /** Nothing is told, though it asks for something to know. */
  isUnknown: boolean;
  /** What the last question that nothing tells was about. */
  about: Topic | undefined;
  /** The two facts that it may have been for, when it is not clear which. */
  near: number[];
};

/** So many things are told in one turn. */
const atOnce = 2;
/** From this grade on, a question may have been for it; asked back, it is told. */
const perhaps = 0.2;
/** From this grade on, something is plainly asked for. */
const plainly = 0.8;
/** From this one on, it is asked for in its own words. */
const inItsWords = 1.3;

/** Looks for it. */
export function findAnswers(plan: Plan, state: CustomerState, turn: RepTurn): Answers {
  const questions = questionsOf(turn);
  const isCleared = questions.length === 0 && (state.askedBack ?? []).length > 0;
  const asked = isCleared ? clearedUp(turn) : questions;
  const found = asked.map((question) => ({ question, best: bestFor(question, { plan, state }) }));
  const reveal = found.find(({ best }) => best?.kind === "reveal")?.best;
  const facts = found
    .flatMap(({ best }) => (best?.kind === "fact" ? [best.index] : []))
    .filter((index, at, all) => all.indexOf(index) === at && isNew(plan, index, reveal?.index))
    .slice(0, atOnce);
  const told = found.filter(({ best }) => best !== undefined).map(({ question }) => question.from);
  const isTold = told.length > 0;
  return {
    reveal: reveal && { index: reveal.index, words: reveal.words },
    facts: facts.map((index) => ({ index, isAgain: (state.told ?? []).includes(index) })),
    told,
    isUnknown: !isTold && (isForFacts(turn) || isOpenQuestion(turn)),
    about: isTold ? undefined : asked.at(-1)?.leading[0],
    near: isTold ? [] : nearTo(asked, plan),
  };
}

type Asking = { plan: Plan; state: CustomerState };

/** What answers best, if anything does; nothing comes to light twice. */
function bestFor(question: Question, { plan, state }: Asking): Graded | undefined {
  const graded = gradeKnown(question, plan.scenario);
  // When it would suit them is answered by what they say of that, not by any day.
  const fit = graded.filter(
    (each) =>
      each.grade >= (question.isForChoice ? plainly : neededFor(each, state)) &&
      (!question.isForMeeting || each.words.length > 0),
  );
  return fit[0];
}

/** What was told is told again to whoever asks in its words; what they were asked back about, at once. */
function neededFor({ kind, index, words }: Graded, state: CustomerState): number {
  const { askedBack, told, revealed } = state;
  if (kind === "fact" && askedBack?.includes(index)) return perhaps;
  if (kind === "reveal") return revealed.includes(index) ? Number.POSITIVE_INFINITY : enough;
  if (!told?.includes(index)) return enough;
  return words.length > 0 ? inItsWords : Number.POSITIVE_INFINITY;
}

/** The two things it may have been for, if there are two. */
function nearTo(asked: readonly Question[], { scenario }: Plan): number[] {
  const last = asked.at(-1);
  if (!last) return [];
  const near = gradeKnown(last, scenario).filter(
    ({ kind, grade, words }) => kind === "fact" && grade >= perhaps && words.length > 0,
  );
  return near.length < 2 ? [] : near.slice(0, 2).map(({ index }) => index);
}

/** From this share of its words on, a fact was said by what came to light. */
const sameShare = 0.25;

/** Whether a fact says more than what comes to light with it. */
function isNew({ scenario }: Plan, index: number, brought: number | undefined): boolean {
  if (brought === undefined) return true;
  const told = contentWords(scenario.reveals[brought]?.says ?? "");
  return sharedWords(contentWords(scenario.facts?.[index]?.says ?? ""), told).share < sameShare;
}
