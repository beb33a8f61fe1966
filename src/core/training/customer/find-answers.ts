// What answers a turn's questions: something hidden that a good one brings to light, something known, or nothing.
import { contentWords, sharedWords } from "../moves/text.ts";
import type { RepTurn } from "../moves/understand-rep.ts";
import { type FoundFact, findFacts } from "./find-facts.ts";
import { asksAgain, findReveal, isForFacts } from "./find-reveal.ts";
import type { CustomerState, Plan } from "./model.ts";

/** What was found. */
export type Answers = {
  reveal: ReturnType<typeof findReveal>;
  /** What answers what was asked, in the order in which it was. */
  facts: FoundFact[];
  /** It asks for something to know that nothing tells. */
  isUnknown: boolean;
  /** It asks for what came to light before. */
  isRetold: boolean;
};

/** From this share of its words on, a fact was said by what came to light. */
const sameShare = 0.4;

/** Looks for it; a fact that only says over again what came to light is left out. */
export function findAnswers(plan: Plan, state: CustomerState, turn: RepTurn): Answers {
  const { revealed } = state;
  const known = findFacts(turn, { plan, state });
  const isKnown = known.some(({ isNamed }) => isNamed);
  const reveal = findReveal(turn, { plan, revealed, isKnown });
  if (reveal) {
    const others = findFacts(turn, { plan, state, without: reveal.from });
    const facts = others.filter((each) => isNew(plan, each, reveal.index));
    return { reveal, facts, isUnknown: false, isRetold: false };
  }
  const isOpen = known.length === 0;
  return {
    ...{ reveal, facts: known, isUnknown: isOpen && isForFacts(turn) },
    isRetold: isOpen && asksAgain(turn, { plan, revealed }),
  };
}

function isNew({ scenario }: Plan, { index }: FoundFact, brought: number): boolean {
  const told = contentWords(scenario.reveals[brought]?.says ?? "");
  return sharedWords(contentWords(scenario.facts?.[index]?.says ?? ""), told).share < sameShare;
}
