// The customer's next words: asked of whoever speaks as the customer, outside any transaction, and taken only if they
// still answer what was said last.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { MadeReply } from "../customer/maker.ts";
import {
  answerInSession,
  awaitsCustomer,
  openSession,
  type Session,
  tickSession,
} from "../session/session.ts";
import { scheduleTick } from "./clock.ts";
import { endPractice } from "./end-practice.ts";
import { roomKey } from "./keys.ts";
import { findPractice, keepPractice, type Practice } from "./practice-row.ts";
import { roomCard } from "./room-card.ts";
import type { PracticeServices } from "./services.ts";
import { thinkingCard, turnCard } from "./turn-cards.ts";

/** Asks for the customer's next words. */
export const answerJob = "practice.answer";
/** `said`: how many turns and how many characters of the last there were; with more, another job answers. */
export type AnswerPayload = { sessionId: string; said: string };

/** After so long without words it is shown that they think. */
const thinkingAfterMs = 2_000;

/** Queues the customer's next words. */
export function scheduleAnswer(unit: Unit, { row, session }: Practice): void {
  const payload: AnswerPayload = { sessionId: row.id, said: saidOf(session) };
  // After a pause the same words are asked for again.
  const key = `${answerJob}:${row.id}:${payload.said}:${unit.now}`;
  unit.schedule({ kind: answerJob, key, payload });
}

function saidOf({ turns }: Session): string {
  return `${turns.length}.${turns.at(-1)?.text.length ?? 0}`;
}

/** The job. An answer that comes too late, or to words that were added to, is dropped. */
export async function runAnswer(
  { sessionId, said }: AnswerPayload,
  services: PracticeServices,
): Promise<(unit: Unit) => Promise<void>> {
  const practice = await findPractice(services.store.read, { id: sessionId });
  if (!practice || !isWanted(practice, said)) return async () => {};
  const stop = services.soon(thinkingAfterMs, () => showThinking(services, { sessionId, said }));
  const reply = await ask(practice.session, services).finally(stop);
  return async (unit) => {
    const now = await findPractice(unit, { id: sessionId });
    const person = now && (await unit.people.get(now.row.personId));
    if (now && person && isWanted(now, said)) await take(unit, person, { ...now, reply });
  };
}

function isWanted({ session }: Practice, said: string): boolean {
  return awaitsCustomer(session) && saidOf(session) === said;
}

function ask(session: Session, { customer }: PracticeServices): Promise<MadeReply> {
  const { plan, seed, turns, customer: state } = session;
  const heard = turns.at(-1)?.text ?? "";
  if (!state) return customer.open(plan, seed);
  return customer.reply({ plan, state, turns: turns.slice(0, -1), heard });
}

async function showThinking({ store }: PracticeServices, payload: AnswerPayload): Promise<void> {
  await store.write(async (unit) => {
    const practice = await findPractice(unit, { id: payload.sessionId });
    const person = practice && (await unit.people.get(practice.row.personId));
    if (!practice || !person || !isWanted(practice, payload.said)) return;
    const { row, session } = practice;
    const card = thinkingCard(person, row, session.turns.length + 1);
    unit.post({ to: person.id, card, under: roomKey(row.id) });
  });
}

async function take(
  unit: Unit,
  person: Person,
  { row, session, reply }: Practice & { reply: MadeReply },
): Promise<void> {
  const ticked = tickSession(session, unit.now);
  if (ticked.state === "closed") return endPractice(unit, person, { row, session: ticked });
  const isFirst = session.customer === null;
  const answered = isFirst
    ? openSession(session, reply, unit.now)
    : answerInSession(session, reply, unit.now);
  const { maker } = reply;
  const kept = await keepPractice(unit, { row, session }, { session: answered, maker });
  const { number = 0, text = "" } = answered.turns.at(-1) ?? {};
  const isCut = session.turns.at(-1)?.isCut === true;
  const card = turnCard(person, { row, number, words: text, isCut });
  unit.post({ to: person.id, card, under: roomKey(row.id) });
  if (answered.state === "closed") return endPractice(unit, person, kept);
  if (!isFirst) return;
  unit.post({ to: person.id, card: roomCard(unit, person, kept) });
  scheduleTick(unit, kept);
}
