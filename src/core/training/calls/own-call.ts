// What a rep does with a call of theirs: open, say who they are in it, share, delete, have it read again.
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { forgetFile } from "../../voice/forget-file.ts";
import { lookSoon } from "../alerts/jobs.ts";
import { visibleOf } from "../twin/visible.ts";
import type { Analysis, Call } from "./call.ts";
import { callCard } from "./call-card.ts";
import { dropCall } from "./drop-call.ts";
import { readJob, type UnreadPayload, type WordsPayload } from "./jobs.ts";
import { readAs } from "./keep-read.ts";
import type { CallServices } from "./services.ts";
import { saidTo } from "./speakers/find-speakers.ts";
import { auditCall } from "./submit-call.ts";
import { endedCard, readingCard } from "./told-card.ts";

type ReadCall = Call & { analysis: Analysis };

/** Posts a call again. */
export function openCall(ask: Ask): Effect {
  return withOwn(ask, "call.read", async (unit, call) => {
    const { person } = ask;
    if (!isRead(call)) return { toast: readingOf(person).texts.calls.stillReading };
    unit.post({ to: person.id, card: callCard(unit, person, call) });
    return {};
  });
}

/** Lets the rep's managers see a call, or takes that back; doing either twice changes nothing. */
export function shareCall(ask: Ask, isShared: boolean): Effect {
  return withOwn(ask, "call.delete", async (unit, call) => {
    const { person } = ask;
    const { calls } = readingOf(person).texts;
    if (!isRead(call)) return { toast: calls.stillReading };
    const consentedAt = isShared ? (call.consentedAt ?? unit.now) : null;
    if (consentedAt !== call.consentedAt) {
      await unit.calls.update(call.id, { consentedAt });
      await auditCall(unit, call, isShared ? "call.share" : "call.unshare");
      lookSoon(unit, person.id);
    }
    const card = callCard(unit, person, { ...call, consentedAt });
    return { toast: await sharedToast(unit, person, isShared), card };
  });
}

async function sharedToast(unit: Unit, person: Person, isShared: boolean): Promise<string> {
  const { texts, format } = readingOf(person);
  if (!isShared) return texts.calls.unshared;
  const [visible] = await visibleOf(unit, [person], unit.now);
  const from = visible?.from ?? unit.now;
  return from > unit.now ? texts.calls.sharedFrom({ day: format.day(from) }) : texts.calls.shared;
}

/** Deletes a call, whatever it has come to. The audit keeps the fact alone. */
export function deleteCall(ask: Ask): Effect {
  return withOwn(ask, "call.delete", async (unit, call) => {
    await dropCall(unit, call);
    await auditCall(unit, call, "call.delete");
    lookSoon(unit, call.personId);
    const { calls } = readingOf(ask.person).texts;
    return { toast: calls.removed, card: endedCard(ask.person, call.id, "deleted") };
  });
}

/** "I am B": the call is read anew, and its evidence with it. */
export async function saySpeaker(services: CallServices, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  const call = await services.store.read.calls.get(params.callId ?? "");
  const label = call?.analysis?.speakers.labels.find((one) => one === params.label);
  if (!call?.analysis || !label || call.personId !== person.id) {
    return async () => ({ toast: readingOf(person).texts.chat.gone });
  }
  const { speakers } = call.analysis;
  // Lines that were told apart by guessing stay so, whoever is who.
  const said = speakers.ground === "lines" ? { ...speakers, rep: label } : saidTo(speakers, label);
  const keep = await readAs({ services, person, call }, said);
  return withOwn(ask, "call.read", async (unit, now) => {
    await keep(unit, now);
    lookSoon(unit, person.id);
    return { toast: readingOf(person).texts.calls.readAnew };
  });
}

/** Has a call read again from where it was given up. */
export function retryCall(ask: Ask): Effect {
  return withOwn(ask, "call.read", async (unit, call) => {
    if (isRead(call)) return { card: callCard(unit, ask.person, call) };
    const step = unit.now;
    const payload = { callId: call.id, step };
    unit.schedule({ kind: readJob, key: `${readJob}:${call.id}:${step}`, payload });
    return { card: readingCard(ask.person, call.id, { done: 0, of: 1 }) };
  });
}

/** From the answer on; the last look comes a day after the file. */
const readWithinMs = 22 * 60 * 60_000;

/** The job for calls nobody answered for, or that could not be read in time. */
export async function runUnread(payload: UnreadPayload): Promise<(unit: Unit) => Promise<void>> {
  const { callId, assetId, personId } = payload;
  return async (unit) => {
    const call = await unit.calls.get(callId);
    const isOver = call ? isOverdue(call, unit.now) : await isUnanswered(unit, payload);
    if (!isOver) return;
    const problem = call ? "unread" : "unanswered";
    if (call) await dropCall(unit, call);
    forgetFile(unit, assetId);
    const person = await unit.people.get(personId);
    if (person) unit.post({ to: person.id, card: endedCard(person, callId, problem) });
  };
}

/** The first look is for the unanswered; a call that was answered has its day. */
function isOverdue({ transcript, at }: Call, now: number): boolean {
  return transcript.state === "reading" && now - at >= readWithinMs;
}

/** Neither answered, which the audit would know, nor told to be over before. */
async function isUnanswered(unit: Unit, { callId, assetId }: UnreadPayload): Promise<boolean> {
  const wasAnswered = (await unit.audits.count({ kind: "call", recordId: callId })) > 0;
  return !wasAnswered && (await unit.assets.get(assetId)) !== undefined;
}

/** The job that takes pasted or shown words out of the records of the conversation. */
export async function runWords(
  payload: WordsPayload,
  { traces }: Pick<CallServices, "traces">,
): Promise<(unit: Unit) => Promise<void>> {
  await traces.forget(payload);
  return async () => {};
}

const isRead = (call: Call): call is ReadCall => call.analysis !== null;

type Work = (unit: Unit, call: Call) => ReturnType<Effect>;

function withOwn({ person, params }: Ask, right: "call.read" | "call.delete", work: Work): Effect {
  return async (unit) => {
    const call = await unit.calls.get(params.callId ?? "");
    const isTheirs = call?.personId === person.id;
    if (!call || !isTheirs || !may(person, right, { ownerIds: [person.id] }, createOrg([], []))) {
      return { toast: readingOf(person).texts.chat.gone };
    }
    return work(unit, call);
  };
}
