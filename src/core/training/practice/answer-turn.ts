// The customer's next words: asked of whoever speaks as the customer, outside any transaction, and taken only if they
// still answer what was said last.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { embeddedMaker, type MadeReply } from "../customer/maker.ts";
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
import { mayUseModel } from "./model-consent.ts";
import { paceWords } from "./pace-words.ts";
import { findPractice, keepPractice, type Practice } from "./practice-row.ts";
import { roomCard } from "./room-card.ts";
import type { PracticeServices } from "./services.ts";
import { speakingCard, turnCard } from "./turn-cards.ts";

/** Asks for the customer's next words. */
export const answerJob = "practice.answer";
/** `said`: how many turns and how many characters of the last there were; with more, another job answers. */
export type AnswerPayload = { sessionId: string; said: string };

/** After so long without words it is shown that they think. */
const thinkingAfterMs = 2_000;
/** Words are shown while they come so often at most, and so many times: Slack and Lark take an edit a second. */
const partialEveryMs = 1_200;
const mostPartials = 8;

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
  const mayAsk = await mayUseModel(services, practice.row.personId);
  const customer = mayAsk ? services.customer : embeddedMaker;
  const reply = await askAloud(practice, { services: { ...services, customer }, said });
  return async (unit) => {
    const now = await findPractice(unit, { id: sessionId });
    const person = now && (await unit.people.get(now.row.personId));
    if (now && person && isWanted(now, said)) await take(unit, person, { ...now, reply });
  };
}

function isWanted({ session }: Practice, said: string): boolean {
  return awaitsCustomer(session) && saidOf(session) === said;
}

/** Asks for their words and shows meanwhile that they think, then the words as they come. */
function askAloud(
  { row, session }: Practice,
  { services, said }: { services: PracticeServices; said: string },
): Promise<MadeReply> {
  const { soon, customer } = services;
  const show = (words?: string) => showMeanwhile(services, { sessionId: row.id, said, words });
  const stopThinking = soon(thinkingAfterMs, () => show());
  const paced = paceWords({ soon, show, everyMs: partialEveryMs, most: mostPartials });
  const onPartial = (words: string) => {
    stopThinking();
    paced.say(words);
  };
  return ask(session, { customer, onPartial }).finally(() => {
    stopThinking();
    paced.stop();
  });
}

type Asking = Pick<PracticeServices, "customer"> & { onPartial: (words: string) => void };

function ask(session: Session, { customer, onPartial }: Asking): Promise<MadeReply> {
  const { plan, seed, turns, customer: state } = session;
  const heard = turns.at(-1)?.text ?? "";
  if (!state) return customer.open(plan, seed);
  return customer.reply({ plan, state, turns: turns.slice(0, -1), heard, onPartial });
}

/** In the place of their words, while these are still wanted: that they think, or what they have said so far. */
async function showMeanwhile(
  { store }: PracticeServices,
  { sessionId, said, words }: AnswerPayload & { words?: string | undefined },
): Promise<void> {
  await store.write(async (unit) => {
    const practice = await findPractice(unit, { id: sessionId });
    const person = practice && (await unit.people.get(practice.row.personId));
    if (!practice || !person || !isWanted(practice, said)) return;
    const { row, session } = practice;
    const card = speakingCard(person, row, { number: session.turns.length + 1, words });
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
  const isCut = session.turns.at(-1)?.isCut === true;
  const card = turnCard(person, { ...kept, isCut });
  unit.post({ to: person.id, card, under: roomKey(row.id) });
  if (answered.state === "closed") return endPractice(unit, person, kept);
  if (!isFirst) return;
  unit.post({ to: person.id, card: roomCard(unit, person, kept) });
  scheduleTick(unit, kept);
}
