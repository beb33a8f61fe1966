// What a customer knows of what a rep asks: something hidden that a good question brings to light, something they tell.
import { contentWords, sharedWords } from "../moves/text.ts";
import type { RepSentence, RepTurn } from "../moves/understand-rep.ts";
import type { Topic } from "../playbook.ts";
import { type Graded, gradeKnown } from "./grade-known.ts";
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
/** From this likelihood on, something is told; set by `ringside eval questions`. */
const enough = { en: 0.24, zh: 0.1 } as const;
/** From this one on, a question may have been for it; asked back, it is told. */
const perhaps = 0.05;
/** From this one on, it is told beside another answer, and something hidden at all. */
const likely = 0.45;
/** From this one on, it is plainly asked for. */
const plainly = 0.6;

/** Looks for it. */
export function findAnswers(plan: Plan, state: CustomerState, turn: RepTurn): Answers {
  const questions = questionsOf(turn);
  const isCleared = questions.length === 0 && (state.askedBack ?? []).length > 0;
  const asked = isCleared ? clearedUp(turn) : questions;
  const found = surest(
    asked.map((question) => ({ question, best: bestFor(question, { plan, state }) })),
  );
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
    about: isTold ? undefined : topicOf(asked.at(-1)),
    near: isTold ? [] : nearTo(asked, plan),
  };
}

type Asking = { plan: Plan; state: CustomerState };
type Found = { question: Question; best: Graded | undefined };

/** One answer that misses is a slip; beside the likeliest, only what is likely itself is told. */
function surest(found: readonly Found[]): Found[] {
  const most = Math.max(...found.map(({ best }) => best?.likelihood ?? 0));
  return found.map(({ question, best }) => {
    const isSure =
      best && (best.likelihood === most || (best.likelihood >= likely && !question.isBare));
    return { question, best: isSure ? best : undefined };
  });
}

/** What answers best, if anything does; nothing comes to light twice. */
function bestFor(question: Question, { plan, state }: Asking): Graded | undefined {
  const { isOpenToAll, isBare, isForMeeting } = question;
  const least = Math.max(isOpenToAll ? plainly : 0, isBare ? likely : 0);
  return gradeKnown(question, plan.scenario).find(
    (each) =>
      each.likelihood >= Math.max(least, neededFor(each, { plan, state })) &&
      (!isForMeeting || each.words.length > 0),
  );
}

/** What was told is told again to whoever plainly asks for it; what they were asked back about, at once. */
function neededFor({ kind, index }: Graded, { plan, state }: Asking): number {
  const { askedBack, told, revealed } = state;
  const usual = enough[plan.language];
  if (kind === "fact" && askedBack?.includes(index)) return perhaps;
  if (kind === "reveal") return revealed.includes(index) ? Number.POSITIVE_INFINITY : likely;
  return told?.includes(index) ? plainly : usual;
}

/** Which of two is no matter of what it is about. */
function topicOf(question: Question | undefined): Topic | undefined {
  return question?.isOpenToAll ? undefined : question?.leading[0];
}

/** The two things it may have been for, if there are two. */
function nearTo(asked: readonly Question[], { scenario }: Plan): number[] {
  const last = asked.at(-1);
  if (!last || last.isOpenToAll) return [];
  const aboutOf = (index: number) => scenario.facts?.[index]?.about;
  const near = gradeKnown(last, scenario).filter(
    ({ kind, likelihood, words }) => kind === "fact" && likelihood >= perhaps && words.length > 0,
  );
  const [one, ...others] = near.map(({ index }) => index);
  // "Do you mean what it costs, or what it costs?" asks nothing.
  const other = others.find((index) => one !== undefined && aboutOf(index) !== aboutOf(one));
  return one === undefined || other === undefined ? [] : [one, other];
}

/** From this share of its words on, a fact was said by what came to light. */
const sameShare = 0.25;

/** Whether a fact says more than what comes to light with it. */
function isNew({ scenario }: Plan, index: number, brought: number | undefined): boolean {
  if (brought === undefined) return true;
  const told = contentWords(scenario.reveals[brought]?.says ?? "");
  return sharedWords(contentWords(scenario.facts?.[index]?.says ?? ""), told).share < sameShare;
}
