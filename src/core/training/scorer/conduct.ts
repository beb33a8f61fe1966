// Checks no single word shows: what the talk as a whole did, the same in every vertical. Null where nothing called for it.
import { has, type RepTurn } from "../moves/understand-rep.ts";
import type { Skill } from "../playbook.ts";
import type { Breach, CheckResult } from "./model.ts";
import { type ReadTurn, substanceOf, type Transcript } from "./read-transcript.ts";

/** What the checks look at. */
export type Conduct = Transcript & { breaches: readonly Breach[]; talkRatio: number };

/** How a check was decided: yes or no, with the turn that shows it. */
type Decided = { passed: boolean; at?: ReadTurn | undefined };
type ConductCheck = { id: string; skill: Skill; decide: (talk: Conduct) => Decided | null };

/** Above this share of the words the rep lectures: Gong's study of 25,537 sales calls (2017) put the best near 0.43. */
const maxTalkRatio = 0.65;

const conductChecks: readonly ConductCheck[] = [
  { id: "asks-again", skill: "needs_discovery", decide: asksAgain },
  { id: "claims-are-concrete", skill: "value_presentation", decide: claimsAreConcrete },
  { id: "meets-objections", skill: "objection_handling", decide: meetsObjections },
  { id: "objection-softens", skill: "objection_handling", decide: objectionSoftens },
  { id: "gives-nothing-away", skill: "price_negotiation", decide: givesNothingAway },
  { id: "step-is-taken-up", skill: "closing_rhythm", decide: stepIsTakenUp },
  { id: "lets-them-talk", skill: "rapport", decide: letsThemTalk },
  { id: "stays-civil", skill: "rapport", decide: staysCivil },
  { id: "ends-warmer", skill: "rapport", decide: endsWarmer },
  { id: "nothing-forbidden", skill: "compliance", decide: nothingForbidden },
];

/** The conduct checks that applied. A rep who said nothing of substance passes none. */
export function decideConduct(talk: Conduct): CheckResult[] {
  const isEmpty = !talk.repTurns.some(({ rep }) => substanceOf(rep) > 0);
  return conductChecks.flatMap(({ id, skill, decide }) => {
    const decided = decide(talk);
    if (!decided) return [];
    const where = decided.at ? { turn: decided.at.at, quote: decided.at.text.slice(0, 300) } : {};
    return [{ id, skill, passed: decided.passed && !isEmpty, ...where }];
  });
}

function asksAgain({ repTurns }: Conduct): Decided {
  const asking = repTurns.filter(({ rep }) => has(rep.moves, "question"));
  return { passed: asking.length >= 2, at: asking[1] };
}

function claimsAreConcrete({ repTurns, sentences }: Conduct): Decided {
  const boasts = sentences.filter(({ moves }) => has(moves, "boast")).length;
  const concrete = (moves: (typeof sentences)[number]["moves"]) =>
    has(moves, "value") &&
    ["number", "proof", "their_own"].some((label) => has(moves, label as "number"));
  const at = repTurns.find(({ rep }) => rep.sentences.some(({ moves }) => concrete(moves)));
  return { passed: at !== undefined && boasts <= sentences.length / 4, at };
}

/** Every objection with the rep's next turn and the customer's next after it. */
function objectionsOf({ turns }: Conduct) {
  return turns.flatMap((turn, index) => {
    if (turn.who !== "customer" || !has(turn.customer.stances, "objection")) return [];
    const answer = turns[index + 1];
    const after = turns[index + 2];
    return answer?.who === "rep" ? [{ turn, answer, after }] : [];
  });
}

function meetsObjections(talk: Conduct): Decided | null {
  const objections = objectionsOf(talk);
  if (objections.length === 0) return null;
  const met = objections.filter(({ answer }) => isAnswer(answer.rep, 2));
  return { passed: met.length * 2 > objections.length, at: met[0]?.answer };
}

/** A price given away, a boast or a push is no answer, whatever figures stand beside it. */
function isAnswer({ moves }: RepTurn, substance: number): boolean {
  const spoilers = ["rudeness", "pressure", "boast", "evasion"] as const;
  if (spoilers.some((label) => has(moves, label))) return false;
  if (has(moves, "concession") && !has(moves, "trade"))
    return substanceOf({ moves }) > substance + 1;
  return substanceOf({ moves }) >= substance;
}

function objectionSoftens(talk: Conduct): Decided | null {
  const objections = objectionsOf(talk);
  if (objections.length === 0) return null;
  const softened = objections.find(
    ({ turn, answer, after }) =>
      isAnswer(answer.rep, 1) &&
      after?.who === "customer" &&
      after.customer.sentiment >= turn.customer.sentiment + 0.1 &&
      after.customer.sentiment >= 0.5,
  );
  return { passed: softened !== undefined, at: softened?.answer };
}

function givesNothingAway({ repTurns }: Conduct): Decided {
  const free = repTurns.find(({ rep }) => has(rep.moves, "concession") && !has(rep.moves, "trade"));
  return { passed: free === undefined, at: free };
}

function stepIsTakenUp({ turns }: Conduct): Decided {
  const at = turns.find((turn, index) => {
    const next = turns[index + 1];
    if (turn.who !== "rep" || next?.who !== "customer") return false;
    const { stances, sentiment } = next.customer;
    return has(turn.rep.moves, "close") && has(stances, "agreement") && sentiment >= 0.5;
  });
  return { passed: at !== undefined, at };
}

function letsThemTalk({ talkRatio, repTurns }: Conduct): Decided {
  return { passed: repTurns.length >= 2 && talkRatio <= maxTalkRatio };
}

function staysCivil({ repTurns }: Conduct): Decided {
  const rude = repTurns.find(
    ({ rep }) =>
      has(rep.moves, "rudeness") || (has(rep.moves, "pressure") && !has(rep.moves, "question")),
  );
  return { passed: rude === undefined, at: rude };
}

function endsWarmer({ customerTurns }: Conduct): Decided | null {
  if (customerTurns.length < 4) return null;
  const third = Math.ceil(customerTurns.length / 3);
  const feelings = customerTurns.map(({ customer }) => customer.sentiment);
  const mean = (some: number[]) => some.reduce((sum, each) => sum + each, 0) / some.length;
  const end = mean(feelings.slice(-third));
  return { passed: end >= mean(feelings.slice(0, third)) && end >= 0.5, at: customerTurns.at(-1) };
}

function nothingForbidden({ breaches, turns }: Conduct): Decided {
  const [first] = breaches;
  return { passed: first === undefined, at: first && turns[first.turn] };
}
