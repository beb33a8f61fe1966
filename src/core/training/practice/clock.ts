// The visible clock and the end of the time: a job every half minute of play, and one for what was put down and left.
import { dayMs, hourMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { replyTo } from "../customer/reply.ts";
import {
  answerInSession,
  hearInSession,
  leftMs,
  type Session,
  tickSession,
} from "../session/session.ts";
import { endPractice } from "./end-practice.ts";
import { roomKey } from "./keys.ts";
import { findPractice, keepPractice, type Practice, type PracticeSession } from "./practice-row.ts";
import { roomCard } from "./room-card.ts";
import { turnCard } from "./turn-cards.ts";

/** Shows the time left, asks a silent rep once, and closes what has run out. */
export const tickJob = "practice.tick";
/** Clears away what was put down and left lying. */
export const restJob = "practice.rest";

/** `resumedAt`: the stretch of play it belongs to; after a pause another begins. */
export type TickPayload = { sessionId: string; resumedAt: number };
export type RestPayload = { sessionId: string; since: number };

/** So often the clock is shown: well within what platforms take in edits of one message. */
const everyMs = 30_000;
/** A rep who says nothing for so long is asked once whether they are there. */
const silenceMs = 45_000;
/** A pause may take an hour; a brief that nobody starts is taken away after a day. */
const longestRestMs = { paused: hourMs, brief: dayMs } as const;

/** Queues the next look at a session that plays: at the next half minute left, at last at its end. */
export function scheduleTick(unit: Unit, { row, session }: Practice): void {
  const { resumedAt } = session;
  if (session.state !== "playing" || resumedAt === null) return;
  const left = leftMs(session, unit.now);
  const step = left % everyMs || Math.min(everyMs, left);
  const runAt = unit.now + step;
  const payload: TickPayload = { sessionId: row.id, resumedAt };
  unit.schedule({ kind: tickJob, key: `${tickJob}:${row.id}:${runAt}`, runAt, payload });
}

/** Queues the look at what was put down. */
export function scheduleRest(unit: Unit, { id, state, play }: PracticeSession): void {
  const since = play.restsSince;
  if (since === null || (state !== "brief" && state !== "paused")) return;
  const runAt = since + longestRestMs[state];
  const payload: RestPayload = { sessionId: id, since };
  unit.schedule({ kind: restJob, key: `${restJob}:${id}:${since}`, runAt, payload });
}

type JobEffect = (unit: Unit) => Promise<void>;

/** The job of the clock. One of a stretch that is over does nothing: another follows the next. */
export function runTick({ sessionId, resumedAt }: TickPayload): JobEffect {
  return async (unit) => {
    const practice = await findPractice(unit, { id: sessionId });
    if (practice?.session.state !== "playing") return;
    if (practice.session.resumedAt !== resumedAt) return;
    const person = await unit.people.get(practice.row.personId);
    if (!person) return;
    const session = tickSession(practice.session, unit.now);
    if (session.state === "closed") return endPractice(unit, person, { ...practice, session });
    const asked = await askIfSilent(unit, person, practice);
    if (asked.session.state === "closed") return endPractice(unit, person, asked);
    const card = roomCard(unit, person, asked);
    unit.post({ to: person.id, card });
    scheduleTick(unit, asked);
  };
}

/** The customer asks into the silence, once: as to a turn without words. */
async function askIfSilent(unit: Unit, person: Person, practice: Practice): Promise<Practice> {
  const { row, session } = practice;
  if (!session.customer || !isSilent(session, unit.now)) return practice;
  const heard = hearInSession(session, "", unit.now);
  const reply = replyTo(row.plan, session.customer, "");
  const answered = answerInSession(heard, reply, unit.now);
  const kept = await keepPractice(unit, practice, { session: answered, maker: "embedded" });
  const card = turnCard(person, { ...kept, isCut: false });
  unit.post({ to: person.id, card, under: roomKey(row.id) });
  return kept;
}

function isSilent({ turns, limitMs, ...session }: Session, now: number): boolean {
  const last = turns.at(-1);
  const wasAsked = turns.some(({ who, text }) => who === "rep" && text === "");
  if (last?.who !== "customer" || wasAsked) return false;
  const played = limitMs - leftMs({ ...session, turns, limitMs }, now);
  return played - last.atMs >= silenceMs;
}

/** The job for what lies: a brief goes, a pause ends as given up. */
export function runRest({ sessionId, since }: RestPayload): JobEffect {
  return async (unit) => {
    const practice = await findPractice(unit, { id: sessionId });
    if (practice?.row.play.restsSince !== since) return;
    const { row, session } = practice;
    if (row.state === "brief") return unit.practiceSessions.remove(row.id);
    const person = await unit.people.get(row.personId);
    const closed: Session = { ...session, state: "closed", ending: "given-up" };
    if (person) await endPractice(unit, person, { row, session: closed });
  };
}
