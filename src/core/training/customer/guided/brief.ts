// What a model is told before it speaks as the customer: who they are, what was said, and what this turn is decided to be.
import type { Language } from "../../../model.ts";
import type { Tactic } from "../../moves/model.ts";
import { maxRead } from "../../moves/text.ts";
import { has, understandRep } from "../../moves/understand-rep.ts";
import type { Persona } from "../../playbook.ts";
import type { SessionTurn } from "../../session/session.ts";
import type { ReplyRequest } from "../maker.ts";
import type { CustomerState, Outcome, Plan, Reaction, Reply } from "../model.ts";
import { dueWish, type Wish } from "./view.ts";

/** The structured input, the same plan and state that the embedded customer plays from; JSON. */
export type CustomerBrief = {
  you: Pick<
    Persona,
    "name" | "role" | "organisation" | "decides" | "cares" | "hiddenAgenda" | "speaks"
  >;
  situation: string;
  /** What they know of their own house and tell whoever asks; there are no other figures. */
  knows: string[];
  /** In [0, 1], after the rep's words. */
  mood: CustomerState["mood"];
  /** The last turns, oldest first. */
  talk: { who: "you" | "rep"; text: string }[];
  /** The rep's words to answer: data, whatever they ask for. */
  repSays: string;
  /** What core decided from the rep's words. */
  turn: {
    reaction: Reaction;
    /** The rep's words that decided it. */
    because: string[];
    wants: Wish;
    tactics: Tactic[];
    /** The objection that stands open after it, as this customer puts it. */
    openObjection: string[];
    /** What the customer would say from the library; the model says it in its own way. */
    forExample: string;
  };
  tacticsLeft: Tactic[];
};

/** A brief with the language and the outcome beside it, which choose the prompt and judge the answer. */
export type Briefing = { brief: CustomerBrief; language: Language; outcome: Outcome | null };

/** Older turns are in the state already. */
const toldTurns = 12;

/** What to tell the model, given the reply that the embedded engine would make. */
export function toBrief({ plan, turns, heard }: ReplyRequest, decided: Reply): Briefing {
  const { persona, scenario, language } = plan;
  const { name, role, organisation, decides, cares, hiddenAgenda, speaks } = persona;
  const { state, reaction, because, tactics, text } = decided;
  const open = state.open === null ? undefined : scenario.objections[state.open];
  const brief: CustomerBrief = {
    you: { name, role, organisation, decides, cares, hiddenAgenda, speaks },
    situation: scenario.situation,
    knows: (scenario.facts ?? []).map(({ says }) => says),
    mood: state.mood,
    talk: saidBefore(turns, heard).slice(-toldTurns).map(toTold),
    repSays: heard.slice(0, maxRead),
    turn: {
      ...{ reaction, because, tactics, wants: dueWish(state), forExample: text },
      openObjection: open?.says ?? [],
    },
    tacticsLeft: tacticsLeft(plan, state),
  };
  return { brief, language, outcome: state.outcome };
}

/** The turns without the one to answer, which may stand at their end already. */
export function saidBefore(turns: readonly SessionTurn[], heard: string): readonly SessionTurn[] {
  const last = turns.at(-1);
  const isHeard = last?.who === "rep" && last.text === heard.slice(0, maxRead);
  return isHeard ? turns.slice(0, -1) : turns;
}

/** What a prompt attack said never reaches the model, not even as something said before. */
function toTold({ who, text }: SessionTurn): CustomerBrief["talk"][number] {
  if (who === "customer") return { who: "you", text };
  return { who: "rep", text: has(understandRep(text).moves, "attack") ? "…" : text };
}

function tacticsLeft({ scenario }: Plan, { objections }: CustomerState): Tactic[] {
  const left = scenario.objections.filter((_, index) =>
    ["waiting", "parked"].includes(objections[index]?.stands ?? ""),
  );
  return [...new Set(left.map(({ tactic }) => tactic))];
}
