// Words said while a session runs, or in its thread: to the customer, unless they are about the practice itself.
import type { Person } from "../../model.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { hearInSession } from "../session/session.ts";
import { scheduleAnswer } from "./answer-turn.ts";
import { endPractice } from "./end-practice.ts";
import { roomKey, roomPrefix, sessionOf } from "./keys.ts";
import { isLate, lastPractised, overEffect, playOnceMore, postOver } from "./late-words.ts";
import { postTo } from "./open-brief.ts";
import { endByHand, pausePractice, resumePractice } from "./play.ts";
import { findPractice, keepPractice, type Level } from "./practice-row.ts";
import type { PracticeServices } from "./services.ts";
import { forThemCard, helpCard, resumedCard } from "./turn-cards.ts";

/** What somebody may say about the practice itself, in the midst of it. */
export const controls = ["pause", "resume", "stop", "help"] as const;
export type Control = (typeof controls)[number];

/** Words as they came in. */
export type Said = {
  text: string;
  /** The message in whose thread they were said, by the platform's id; `hasThreads`: whether there are any. */
  threadId?: string | undefined;
  hasThreads: boolean;
  control?: Control | undefined;
  /** "again" is 0, "harder" 1, "easier" -1: heard once a practice is over. */
  step?: Level | undefined;
  /** Whether they ask for something outside practice. */
  isAsking: boolean;
};

/**
 * What words mean for practice; undefined when they have nothing to do with it. In a session's thread everything is
 * practice, during it and after. Where there are no threads, so is everything while one plays, and what asks for nothing
 * for a minute or so after.
 */
export async function sayInPractice(
  services: PracticeServices,
  person: Person,
  said: Said,
): Promise<Effect | undefined> {
  const room = await roomOf(services, person, said.threadId);
  if (room !== undefined) return inRoom(services, person, { said, sessionId: room });
  const running = await services.store.read.practiceSessions.find({
    personId: person.id,
    state: ["playing", "paused"],
  });
  const [row] = running;
  if (!row) return sayLate(services, person, said);
  if (said.control && said.control !== "help") {
    return inRoom(services, person, { said, sessionId: row.id });
  }
  if (row.state === "paused") return undefined;
  if (!said.hasThreads) return inRoom(services, person, { said, sessionId: row.id });
  if (said.isAsking) return undefined;
  return postTo(person, (unit) => forThemCard(unit, person, { row, words: said.text }));
}

async function roomOf(
  { threads }: PracticeServices,
  { id: personId }: Person,
  threadId: string | undefined,
): Promise<string | undefined> {
  if (threadId === undefined) return undefined;
  const key = await threads.cardOf(threadId, { personId, prefix: roomPrefix });
  return key && sessionOf(key);
}

/** After the end: words where there are no threads, and "again" anywhere. */
async function sayLate(
  services: PracticeServices,
  person: Person,
  { text: words, step, isAsking, hasThreads }: Said,
): Promise<Effect | undefined> {
  if (isAsking || (hasThreads && step === undefined)) return undefined;
  const practised = await lastPractised(services, person);
  if (!practised) return undefined;
  if (step !== undefined) return playOnceMore(services, person, { practised, step });
  return isLate(services, practised) ? overEffect(person, { words }) : undefined;
}

type InRoom = { said: Said; sessionId: string };

async function inRoom(
  services: PracticeServices,
  person: Person,
  { said, sessionId }: InRoom,
): Promise<Effect | undefined> {
  const ask: Ask = { person, params: { sessionId } };
  const row = await services.store.read.practiceSessions.get(sessionId);
  // Under a brief that was not begun there is no talk yet: words mean what they always mean.
  if (row?.state === "brief") return undefined;
  if (!row || row.state === "closed") return afterRoom(services, person, { said, sessionId });
  if (said.control === "pause")
    return answering(ask, { effect: pausePractice(ask), make: helpCard });
  if (said.control === "resume") {
    return answering(ask, { effect: resumePractice(ask), make: resumedCard });
  }
  if (said.control === "stop") return showing(await endByHand(services, ask));
  if (said.control === "help") return showHelp(ask);
  return sayTurn({ person, params: { sessionId, text: said.text } });
}

/** In the thread of a practice that is over, however long ago. */
async function afterRoom(
  services: PracticeServices,
  person: Person,
  { said: { step }, sessionId }: InRoom,
): Promise<Effect> {
  const practised = await lastPractised(services, person, sessionId);
  const isMore = step !== undefined && practised !== undefined;
  return isMore
    ? playOnceMore(services, person, { practised, step })
    : overEffect(person, { sessionId });
}

type Answering = { effect: Effect; make: typeof helpCard };

/** A control that was typed is answered where it was: the card it changes may have scrolled away. */
function answering({ person, params }: Ask, { effect, make }: Answering): Effect {
  return async (unit) => {
    const outcome = await showing(effect)(unit);
    const practice = await findPractice(unit, { id: params.sessionId ?? "", personId: person.id });
    if (outcome.card && practice) {
      unit.post({
        to: person.id,
        card: make(unit, person, practice),
        under: roomKey(practice.row.id),
      });
    }
    return outcome;
  };
}

/** A control that was typed is no press: nothing says a toast beside it. */
function showing(effect: Effect): Effect {
  return async (unit) => {
    const { card, toast } = await effect(unit);
    return card ? { card } : { ...(toast ? { toast } : {}) };
  };
}

function showHelp({ person, params }: Ask): Effect {
  return async (unit) => {
    const { sessionId = "" } = params;
    const practice = await findPractice(unit, { id: sessionId, personId: person.id });
    if (!practice || practice.session.state === "closed") {
      return postOver(unit, person, { sessionId });
    }
    unit.post({ to: person.id, card: helpCard(unit, person, practice), under: roomKey(sessionId) });
    return {};
  };
}

/** One turn of the rep: kept, and answered by a job. */
export function sayTurn({ person, params }: Ask): Effect {
  return async (unit) => {
    const { sessionId = "", text = "" } = params;
    const practice = await findPractice(unit, { id: sessionId, personId: person.id });
    if (!practice || !["playing", "paused"].includes(practice.session.state)) {
      return postOver(unit, person, { sessionId });
    }
    if (practice.session.state === "paused") {
      const card = helpCard(unit, person, practice);
      unit.post({ to: person.id, card, under: roomKey(sessionId) });
      return {};
    }
    if (!practice.session.customer) {
      return { toast: readingOf(person).texts.practice.opening };
    }
    const session = hearInSession(practice.session, text, unit.now);
    if (session.state === "closed") {
      await endPractice(unit, person, { ...practice, session });
      return {};
    }
    const kept = await keepPractice(unit, practice, { session });
    scheduleAnswer(unit, kept);
    return {};
  };
}
