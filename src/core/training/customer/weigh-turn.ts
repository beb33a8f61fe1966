// What a turn answers: the objection that is open, one that it takes away in advance, and others in passing.
import type { RepTurn } from "../moves/understand-rep.ts";
import { concretenessOf, statementsOf } from "./how-concrete.ts";
import { isDemandMet, judgeAnswer, plainWords, type Verdict, wordsAbout } from "./judge-answer.ts";
import type { CustomerState, Plan } from "./model.ts";

/** What an answer is worth, and the objection that it meets, by index. */
type Weighed = { index: number | null; verdict: Verdict };

const nothing: Verdict = { grade: "none", demands: [], words: [], isAsking: false, about: 0 };

/** Against the open objection; a first turn against the first, which an answer can take away in advance. */
export function weigh(plan: Plan, state: CustomerState, turn: RepTurn): Weighed {
  const isOpen = state.open !== null;
  const index = state.open ?? 0;
  const [objection, own] = [plan.scenario.objections[index], state.objections[index]];
  if (!objection || !own || (!isOpen && state.turn > 1)) return { index: null, verdict: nothing };
  const verdict = judgeAnswer(turn, { objection, state: own, plan });
  const isMet = verdict.grade === "met" && (isOpen || isPlain(turn, objection.metBy, verdict));
  if (isMet) return { index, verdict };
  return { index: null, verdict: isOpen ? verdict : nothing };
}

/** An answer to what was not asked yet must meet so many demands in their words, or one and be this concrete. */
const plainDemands = 2;
const plainMatter = 3;

function isPlain(turn: RepTurn, metBy: readonly string[], verdict: Verdict): boolean {
  const { about, isAsking } = verdict;
  if (isAsking) return false;
  const plainly = metBy.filter((demand) => isDemandMet(demand, turn)).length;
  if (plainly >= plainDemands) return true;
  return plainly > 0 && about >= plainWords && concretenessOf(turn) >= plainMatter;
}

/** What a turn says towards objections that are not open is remembered; here the words must match, not only the form. */
export function inPassing(
  plan: Plan,
  { open, objections }: CustomerState,
  turn: RepTurn,
): number[][] {
  return plan.scenario.objections.map(({ metBy }, index) => {
    const own = objections[index];
    if (index === open || !own || !isLeft(own)) return [];
    return metBy.flatMap((demand, at) => (isDemandMet(demand, turn) ? [at] : []));
  });
}

/** From so many words of it on, something concrete was about an objection. */
const wordsOfMatter = 3;

/** The objections still to come that a concrete turn was about: asked right away, they would ask what was just said. */
export function toCome(plan: Plan, state: CustomerState, turn: RepTurn): number[] {
  const { open, objections } = state;
  if (state.turn === 1 || concretenessOf(turn) < plainMatter) return [];
  const stated = statementsOf(turn);
  return plan.scenario.objections.flatMap((objection, index) => {
    const own = objections[index];
    const isToCome = index !== open && own !== undefined && isLeft(own);
    return isToCome && wordsAbout(stated, objection) >= wordsOfMatter ? [index] : [];
  });
}

/** An objection that is still to come, or to come again. */
export function isLeft({ stands }: CustomerState["objections"][number]): boolean {
  return stands === "waiting" || stands === "parked";
}
