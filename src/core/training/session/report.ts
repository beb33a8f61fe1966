// What a session is worth: the score, one thing to keep, one to change, the best and the worst moment. Deterministic.
import type { Reaction } from "../customer/model.ts";
import type { CheckResult, Score } from "../scorer/model.ts";
import { toRulebook } from "../scorer/rulebook.ts";
import { scoreTranscript } from "../scorer/score.ts";
import type { Ending, Session, SessionTurn } from "./session.ts";

/** A moment of the talk: a rep's turn, how it was taken, and library lines for it. */
export type Moment = {
  turn: number;
  quote: string;
  reaction: Reaction | null;
  better: string[];
};

/** The report of a closed session; `turn` counts from 1, as the session does. */
export type SessionReport = {
  ending: Ending | null;
  score: Score;
  tactics: string[];
  objections: { id: string; stands: string }[];
  revealed: number;
  mood: { trust: number; patience: number } | null;
  best: Moment | null;
  worst: Moment | null;
  keep: CheckResult | null;
  change: CheckResult | null;
};

/** Reports on a session as it stands. The same session, the same report. */
export function reportSession(session: Session): SessionReport {
  const { plan, turns, customer, ending } = session;
  const score = scoreTranscript(turns, toRulebook(plan));
  return {
    ...{ ending, score },
    tactics: customer?.tactics ?? [],
    objections: plan.scenario.objections.map(({ id }, index) => ({
      id,
      stands: customer?.objections[index]?.stands ?? "waiting",
    })),
    revealed: customer?.revealed.length ?? 0,
    mood: customer?.mood ?? null,
    best: findMoment(session, goodOnes),
    worst: findMoment(session, badOnes),
    keep: pickCheck(score, { passed: true }),
    change: pickCheck(score, { passed: false }),
  };
}

/** From the most telling down. */
const goodOnes: readonly Reaction[] = ["won", "met", "reveal", "partial", "explored"];
const badOnes: readonly Reaction[] = [
  "breach",
  "rude",
  "pressed",
  "conceded",
  "lost",
  "dodged",
  "monologue",
  "premature",
  "offTopic",
  "odd",
  "silence",
  "warm",
];

function findMoment({ turns, plan }: Session, wanted: readonly Reaction[]): Moment | null {
  for (const reaction of wanted) {
    const index = turns.findIndex(
      (turn, at) => turn.reaction === reaction && turns[at - 1]?.who === "rep",
    );
    const said = turns[index - 1];
    // A customer who was not answered may say something else than the objection: it stands all the same.
    const standing = turns.slice(0, Math.max(0, index - 1)).findLast(({ objection }) => objection);
    if (said) return toMoment(said, { reaction, objection: standing?.objection ?? "", plan });
  }
  return null;
}

const shownLines = 2;

function toMoment(
  { number, text }: SessionTurn,
  { reaction, objection, plan }: { reaction: Reaction; objection: string; plan: Session["plan"] },
): Moment {
  const better = badOnes.includes(reaction) ? (plan.tracks[objection] ?? []) : [];
  return { turn: number, quote: text.slice(0, 300), reaction, better: better.slice(0, shownLines) };
}

/** To keep: a check passed in the best skill, with a quote. To change: one failed in the worst. */
function pickCheck({ checks, skills }: Score, { passed }: { passed: boolean }): CheckResult | null {
  const direction = passed ? -1 : 1;
  const [picked] = checks
    .filter((check) => check.passed === passed && skills[check.skill] !== null)
    .filter(({ quote }) => !passed || quote !== undefined)
    .map((check, index) => ({ check, index, share: skills[check.skill] ?? 0 }))
    .sort((a, b) => direction * (a.share - b.share) || a.index - b.index);
  return picked?.check ?? null;
}
