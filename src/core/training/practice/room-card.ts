// The card a session is played under, while it plays and after: one card, edited in place, with the clock on it.
import { sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { leftMs, type Session } from "../session/session.ts";
import { headOf } from "./brief-card.ts";
import { type Button, buttonsOn } from "./buttons.ts";
import { roomKey } from "./keys.ts";
import type { Practice } from "./practice-row.ts";

/** The card of a session that plays, rests or is over. */
export function roomCard(unit: Unit, person: Person, { row, session }: Practice): Card {
  const reading = readingOf(person);
  const own = { sessionId: row.id };
  const button = buttonsOn(unit, { person, cardKey: roomKey(row.id), own });
  const now = { session, reading, now: unit.now, button };
  const head = headOf(row, reading);
  const { practice } = reading.texts;
  if (session.state === "closed") {
    return { ...head, ...toneOf(session), summary: practice.over, blocks: overBlocks(now) };
  }
  return { ...head, summary: practice.playing, blocks: runningBlocks(now) };
}

type Shown = { session: Session; reading: Reading; now: number; button: Button };

function runningBlocks({ session, reading, now, button }: Shown): Block[] {
  const { practice } = reading.texts;
  const left = leftMs(session, now);
  const isPaused = session.state === "paused";
  const stand = session.turns.length === 0 ? practice.waiting : practice.where;
  return [
    { t: "progress", label: leftWords(left, reading), ratio: left / session.limitMs },
    sentence(isPaused ? practice.paused : stand),
    { t: "context", text: [text(aimWords(session, reading))] },
    {
      t: "actions",
      actions: [
        isPaused
          ? button("practice.resume", practice.resume, { style: "primary" })
          : button("practice.pause", practice.pause),
        endButton(button, reading),
      ],
    },
  ];
}

/** What is to be reached, or met: a drill is about its one objection. */
function aimWords({ plan: { isDrill, scenario } }: Session, { texts }: Reading): string {
  const { practice, scripts } = texts;
  if (!isDrill) return practice.goalIs({ goal: scenario.goal });
  const tactic = scenario.objections[0]?.tactic ?? "";
  return practice.objectionIs({ tactic: scripts.tactics[tactic] ?? tactic });
}

/** Ends a session, after asking once. */
export function endButton(button: Button, { texts: { practice } }: Reading): Action {
  return button("practice.end", practice.giveUp, { confirm: practice.sureToGiveUp });
}

/** The time left, in milliseconds, as a clock shows it. */
export function leftWords(left: number, { texts }: Reading): string {
  const seconds = Math.ceil(left / 1_000);
  return texts.practice.left({ minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

function overBlocks({ session, reading }: Shown): Block[] {
  const { practice } = reading.texts;
  return [sentence(practice.endings[session.ending ?? "time"] ?? "")];
}

function toneOf({ ending }: Session): Pick<Card, "tone"> {
  return { tone: ending === "won" ? "good" : "info" };
}
