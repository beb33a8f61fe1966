// What the customer remembers of a turn: which objection stands where, what came to light, how they feel.
import type { Decision } from "./decide-reaction.ts";
import type { CustomerState, ObjectionState, Plan, Reaction } from "./model.ts";
import { moveMood } from "./mood.ts";
import { linesFor } from "./register.ts";
import { isLeft } from "./weigh-turn.ts";

/** Dodged more often, an objection is parked; dodged as often again, it is dropped. */
const maxDodges = 1;
/** At and below this patience every dodge brings the next objection. */
const shortPatience = 0.1;
/** Nothing left to say and no next step proposed for so long: they leave it open. */
const maxIdle = 3;

/** The state after a decision, before anything is said. */
export function advance(plan: Plan, state: CustomerState, decision: Decision): CustomerState {
  const { reaction, reveal } = decision;
  const isShort = state.mood.patience <= shortPatience;
  const objections = state.objections.map((each, index) =>
    moveObjection(each, { decision, index, isOpen: index === state.open, isShort }),
  );
  const current = state.open === null ? undefined : objections[state.open];
  const count = (wanted: Reaction) => Number(reaction === wanted);
  const next: CustomerState = {
    ...state,
    objections,
    mood: isFirstSilence(plan, state, reaction) ? state.mood : moveMood(state.mood, reaction, plan),
    open: current?.stands === "open" ? state.open : null,
    revealed: reveal === undefined ? state.revealed : [...state.revealed, reveal],
    ...toldAfter(state, decision),
    asked: reaction === "explored" ? state.asked + Number(!isSmallTalk(plan, decision)) : 0,
    rudeness: state.rudeness + count("rude"),
    breaches: state.breaches + count("breach"),
    idle: state.idle + count("waiting"),
  };
  return { ...next, outcome: outcomeOf(plan, next, reaction) };
}

/** Somebody who goes quiet is asked once, and only then held to account for it. */
function isFirstSilence(plan: Plan, { said }: CustomerState, reaction: Reaction): boolean {
  return reaction === "silence" && !linesFor(plan, "silence").some((line) => said.includes(line));
}

/** "How are you?" is no question to run out of patience over. */
function isSmallTalk({ scenario }: Plan, { facts, asked }: Decision): boolean {
  const isMood =
    facts.length > 0 && facts.every(({ index }) => scenario.facts?.[index]?.about === "mood");
  return isMood || asked === "smallTalk";
}

/** What was asked for is told, whatever else is said of a turn. */
function toldAfter({ told = [] }: CustomerState, { facts }: Decision): Pick<CustomerState, "told"> {
  const all = [...new Set([...told, ...facts.map(({ index }) => index)])];
  return all.length > 0 ? { told: all } : {};
}

const dodges: Partial<Record<Reaction, number>> = {
  dodged: 1,
  partial: 0.5,
  premature: 1,
  monologue: 1,
  conceded: 1,
  pressed: 1,
  warm: 0.5,
};

type Moved = { decision: Decision; index: number; isOpen: boolean; isShort: boolean };

function moveObjection(objection: ObjectionState, moved: Moved): ObjectionState {
  const { decision, index, isOpen } = moved;
  const { reaction, demands, inPassing, met, isHeard } = decision;
  const added = isOpen || index === met ? demands : (inPassing[index] ?? []);
  const demandsMet = [...new Set([...objection.demandsMet, ...added])].sort((a, b) => a - b);
  if (index === met) return { ...objection, demandsMet, stands: "met" };
  // It does not come back: what was said stands, for what it is worth.
  if (isOpen && isHeard) return { ...objection, demandsMet, stands: "dropped", isHeard: true };
  const isDodged = isOpen && reaction in dodges;
  return isDodged ? dodge({ ...objection, demandsMet }, moved) : { ...objection, demandsMet };
}

function dodge(
  objection: ObjectionState,
  { decision: { reaction }, isShort }: Moved,
): ObjectionState {
  const count = objection.dodges + (dodges[reaction] ?? 0);
  const held = { ...objection, dodges: count };
  if (count <= (isShort ? 0 : maxDodges)) return held;
  return { ...held, stands: count > 3 * maxDodges ? "dropped" : "parked" };
}

function outcomeOf(
  { isDrill }: Plan,
  state: CustomerState,
  reaction: Reaction,
): CustomerState["outcome"] {
  const isOver = state.open === null && !state.objections.some(isLeft);
  if (reaction === "won") return "won";
  if (isDrill && isOver)
    return state.objections.some(({ stands }) => stands === "met") ? "won" : "lost";
  return state.idle >= maxIdle ? "open" : null;
}

/**
 * Opens the next objection, those that were not heard yet first, of these one that was not just spoken about; null when
 * none is left.
 */
export function raiseNext(
  state: CustomerState,
  isAbout: readonly number[] = [],
): { state: CustomerState; index: number } | null {
  const unheard = state.objections.flatMap(({ stands }, at) => (stands === "waiting" ? [at] : []));
  const waiting = unheard.find((at) => !isAbout.includes(at)) ?? unheard[0] ?? -1;
  const index = waiting >= 0 ? waiting : state.objections.findIndex(isLeft);
  if (index < 0) return null;
  const objections = state.objections.map(
    (each, at): ObjectionState => (at === index ? { ...each, stands: "open" } : each),
  );
  return { state: { ...state, objections, open: index }, index };
}
