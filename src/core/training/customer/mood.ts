// How a turn moves the customer's trust and patience. Tuned by playing every scenario; see docs/scorer.md.
import type { CustomerState, Plan, Reaction } from "./model.ts";

type Mood = CustomerState["mood"];

const moves: Record<Reaction, Mood> = {
  opening: { trust: 0, patience: 0 },
  raise: { trust: 0, patience: -0.03 },
  silence: { trust: -0.02, patience: -0.14 },
  rude: { trust: -0.35, patience: -0.3 },
  odd: { trust: -0.05, patience: -0.14 },
  offTopic: { trust: -0.03, patience: -0.12 },
  monologue: { trust: -0.04, patience: -0.14 },
  breach: { trust: -0.25, patience: -0.08 },
  pressed: { trust: -0.12, patience: -0.12 },
  conceded: { trust: -0.05, patience: -0.06 },
  reveal: { trust: 0.08, patience: 0.05 },
  met: { trust: 0.12, patience: 0.1 },
  partial: { trust: 0.03, patience: -0.03 },
  explored: { trust: 0.02, patience: -0.03 },
  warm: { trust: 0.02, patience: -0.06 },
  dodged: { trust: -0.06, patience: -0.13 },
  premature: { trust: -0.03, patience: -0.08 },
  waiting: { trust: 0, patience: -0.06 },
  won: { trust: 0.1, patience: 0 },
  lost: { trust: 0, patience: 0 },
  drift: { trust: 0, patience: 0 },
};

/** A hard scenario forgives less. */
const harshness = [1, 0.85, 1, 1.15] as const;

/** The mood after a reaction. */
export function moveMood(mood: Mood, reaction: Reaction, { scenario }: Plan): Mood {
  const { trust, patience } = moves[reaction];
  const factor = harshness[scenario.difficulty] ?? 1;
  return {
    trust: clamp(mood.trust + (trust < 0 ? trust * factor : trust)),
    patience: clamp(mood.patience + (patience < 0 ? patience * factor : patience)),
  };
}

/** Nobody hangs up on the first words, nor before trying three ways to get an answer, unless it goes on and on. */
const minTurns = 3;
const minTactics = 3;
const maxTurnsOfPatience = 6;

/** Whether the customer has had enough. Insults and forbidden promises end it sooner. */
export function hasHadEnough({ mood, turn, tactics, ...state }: CustomerState): boolean {
  if (state.rudeness >= 2 || state.breaches >= 3) return true;
  if (state.rudeness + state.breaches >= 2 && mood.trust <= 0.02) return turn >= minTurns;
  const isTried = tactics.length >= minTactics || turn > maxTurnsOfPatience;
  return turn > minTurns && isTried && (mood.patience <= 0.02 || mood.trust <= 0.02);
}

function clamp(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
