// Starting, pausing, going on and ending: decided from the rows, answered in the acknowledgement.
import type { Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import {
  awaitsCustomer,
  giveUpSession,
  pauseSession,
  resumeSession,
  type Session,
  startSession,
} from "../session/session.ts";
import { scheduleAnswer } from "./answer-turn.ts";
import { scheduleRest, scheduleTick } from "./clock.ts";
import { endPractice, releaseWaiting } from "./end-practice.ts";
import { newPractice } from "./open-brief.ts";
import { findPractice, keepPractice, type Practice, runningPractice } from "./practice-row.ts";
import { roomCard } from "./room-card.ts";
import type { PracticeServices } from "./services.ts";
import { runningCard } from "./turn-cards.ts";

/** "Start": the customer speaks first, and the clock runs from their words. */
export function startPractice({ person, params }: Ask): Effect {
  return async (unit) => {
    const { practice: words } = readingOf(person).texts;
    const practice = await ownOf(unit, { person, params });
    if (practice?.session.state !== "brief") return { toast: words.gone };
    const running = await runningPractice(unit, person.id);
    if (running) {
      unit.post({ to: person.id, card: runningCard(unit, person, running) });
      return { toast: words.running.title };
    }
    const started = await keepPractice(unit, practice, { session: startSession(practice.session) });
    scheduleAnswer(unit, started);
    return { toast: words.started, card: roomCard(unit, person, started) };
  };
}

/** Stops the clock; an answer under way is asked for again when they go on. */
export function pausePractice(ask: Ask): Effect {
  return async (unit) => {
    const practice = await ownOf(unit, ask);
    if (practice?.session.state !== "playing") return goneFor(ask);
    const session = pauseSession(practice.session, unit.now);
    return change(unit, ask, { practice, session });
  };
}

/** Lets the clock run again. */
export function resumePractice(ask: Ask): Effect {
  return async (unit) => {
    const practice = await ownOf(unit, ask);
    if (practice?.session.state !== "paused") return goneFor(ask);
    return change(unit, ask, { practice, session: resumeSession(practice.session, unit.now) });
  };
}

/** Ends it; `next` "new": with a new brief to follow. */
export async function endByHand(services: PracticeServices, ask: Ask): Promise<Effect> {
  const isNew = ask.params.next === "new";
  const next = isNew ? await newPractice(services, ask.person, "") : undefined;
  return async (unit) => {
    const practice = await ownOf(unit, ask);
    const state = practice?.session.state;
    if (!practice || (state !== "playing" && state !== "paused")) return goneFor(ask);
    const session = giveUpSession(practice.session, unit.now);
    await endPractice(unit, ask.person, { ...practice, session });
    await next?.(unit);
    return { toast: readingOf(ask.person).texts.practice.endings["given-up"] ?? "" };
  };
}

async function change(
  unit: Unit,
  { person }: Ask,
  { practice, session }: { practice: Practice; session: Session },
): Promise<Outcome> {
  const { practice: words } = readingOf(person).texts;
  // Its time was up before the pause came.
  if (session.state === "closed") {
    await endPractice(unit, person, { ...practice, session });
    return { toast: words.endings.time ?? "" };
  }
  const kept = await keepPractice(unit, practice, { session });
  const isPaused = session.state === "paused";
  if (isPaused) {
    scheduleRest(unit, kept.row);
    releaseWaiting(unit, { personId: person.id, sessionId: kept.row.id });
  } else {
    scheduleTick(unit, kept);
    if (awaitsCustomer(session)) scheduleAnswer(unit, kept);
  }
  const toast = isPaused ? words.pausedToast : words.resumedToast;
  return { toast, card: roomCard(unit, person, kept) };
}

function ownOf(unit: Unit, { person, params }: Ask): Promise<Practice | undefined> {
  return findPractice(unit, { id: params.sessionId ?? "", personId: person.id });
}

function goneFor({ person }: { person: Person }): Outcome {
  return { toast: readingOf(person).texts.chat.gone };
}
