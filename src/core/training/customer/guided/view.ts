// What a model says when it speaks as the customer, and how much of it is believed: the words, and a little of the mood.
import { z } from "zod";
import { tactics } from "../../playbook.ts";
import { type CustomerState, type Plan, type Reply, reactions } from "../model.ts";

/** What the customer does after these words. */
export const wishes = ["continue", "agree", "hangUp"] as const;
export type Wish = (typeof wishes)[number];

/** The longest words that are read at all; a customer's own limit is far below (find-drift.ts). */
const maxSays = 2_000;
const change = z.number().min(-1).max(1).catch(0);

/** A model's answer. The decisions stand before the words, so that streamed words are judged already. */
export const viewSchema = z.object({
  /** What the customer now thinks of the rep and the offer, in a sentence; never said aloud. */
  believes: z.string().max(600).catch(""),
  /** How the model took the rep's words. */
  reaction: z.enum(reactions).nullable().catch(null),
  tactic: z.enum(tactics).nullable().catch(null),
  /** By how much the model would move the mood, each in -1 to 1. */
  trustDelta: change,
  patienceDelta: change,
  wants: z.enum(wishes),
  says: z.string().trim().min(1).max(maxSays),
});
export type CustomerView = z.output<typeof viewSchema>;

/**
 * The embedded engine's reply in the model's words. What was decided (outcome, objections, tactics) stays decided: no
 * model can be talked into a yes. Of the mood, the model has the say that `boundMood` leaves it, from the next turn on.
 */
export function takeView(view: CustomerView, decided: Reply, before: CustomerState["mood"]): Reply {
  const { state } = decided;
  const said = [...state.said, view.says];
  const mood = boundMood(view, state.mood, before);
  return { ...decided, text: view.says, state: { ...state, mood, said, failures: 0 } };
}

type Mood = CustomerState["mood"];

/** A model may make a move of the mood this much weaker or stronger, and never turn it round. */
const weakest = 0.5;
const strongest = 1.5;

/** The mood between half and one and a half times the move that was computed; where none was, none is made. */
export function boundMood(
  { trustDelta, patienceDelta }: Pick<CustomerView, "trustDelta" | "patienceDelta">,
  computed: Mood,
  before: Mood,
): Mood {
  return {
    trust: boundMove(trustDelta, computed.trust, before.trust),
    patience: boundMove(patienceDelta, computed.patience, before.patience),
  };
}

function boundMove(wanted: number, computed: number, before: number): number {
  const move = computed - before;
  const [low, high] = [move * weakest, move * strongest].sort((a, b) => a - b);
  const moved = before + Math.min(high ?? 0, Math.max(low ?? 0, wanted));
  return Math.round(Math.min(1, Math.max(0, moved)) * 1000) / 1000;
}

const wishOf = { won: "agree", lost: "hangUp", open: "hangUp" } as const;

/** What the customer must want for what was decided to be true. */
export function dueWish({ outcome }: Pick<CustomerState, "outcome">): Wish {
  return outcome ? wishOf[outcome] : "continue";
}

/** What of a plan was never said aloud yet. */
export function secretsOf(
  { persona, scenario }: Plan,
  revealed: readonly number[],
): readonly string[] {
  const hidden = scenario.reveals.filter((_, index) => !revealed.includes(index));
  return [persona.hiddenAgenda, ...hidden.map(({ says }) => says)];
}
