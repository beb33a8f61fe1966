// The end of a session: its card says how, what waited is let go, and the report follows.
import { releaseJob } from "../../attention/offer-nudge.ts";
import type { Person } from "../../model.ts";
import { standingConsent } from "../../people/consent.ts";
import type { TalkTraces, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { closeWithReport } from "../report/close-session.ts";
import { prepareReport } from "../report/prepare-report.ts";
import type { Session } from "../session/session.ts";
import { roomKey } from "./keys.ts";
import { mayUseModel, offerModel } from "./model-consent.ts";
import {
  findPractice,
  keepPractice,
  type Practice,
  type PracticeSession,
  removePractice,
} from "./practice-row.ts";
import { rememberEnd } from "./remember-end.ts";
import { roomCard } from "./room-card.ts";
import type { PracticeServices } from "./services.ts";
import { endCard } from "./turn-cards.ts";

/** Scores a session that is over, reports on it, and deletes what may not be kept. */
export const reportJob = "practice.report";
export type ReportPayload = { sessionId: string };

/** Takes a talk that may not be kept out of the mail. */
export const forgetTalkJob = "practice.forget";
export type ForgetPayload = Parameters<TalkTraces["forget"]>[0];

/** Closes: `session` is the closed one, `row` still as it was. */
export async function endPractice(
  unit: Unit,
  person: Person,
  { row, session }: Practice,
): Promise<void> {
  const before = (await findPractice(unit, { id: row.id })) ?? { row, session };
  const closed = await keepPractice(unit, before, { session });
  await rememberEnd(unit, closed.row);
  unit.post({ to: person.id, card: roomCard(unit, person, closed) });
  const card = endCard(person, { ...closed, lines: await linesAfter(unit, person, session) });
  unit.post({ to: person.id, card, under: roomKey(row.id) });
  releaseWaiting(unit, { personId: person.id, sessionId: row.id });
  const payload: ReportPayload = { sessionId: row.id };
  unit.schedule({ kind: reportJob, key: `${reportJob}:${row.id}`, payload });
}

/** Messages that waited for the rep's attention come now. */
export function releaseWaiting(
  unit: Unit,
  { personId, sessionId }: { personId: string; sessionId: string },
): void {
  const key = `${releaseJob}:${sessionId}:${unit.now}`;
  unit.schedule({ kind: releaseJob, key, payload: { personId } });
}

async function linesAfter(unit: Unit, person: Person, session: Session): Promise<string[]> {
  const { practice } = readingOf(person).texts;
  if (hasSpoken(session)) return [practice.reportComes];
  const isKept = await standingConsent(unit, person.id, "practice");
  return [practice.nothingSaid, ...(isKept ? [] : [practice.deleted])];
}

function hasSpoken({ turns }: Session): boolean {
  return turns.some(({ who, text }) => who === "rep" && text.trim() !== "");
}

/** The job: the report in the thread. Without consent the session goes with it, and so does one without a word. */
export async function runReport(
  { sessionId }: ReportPayload,
  services: PracticeServices,
): Promise<(unit: Unit) => Promise<void>> {
  const practice = await findPractice(services.store.read, { id: sessionId });
  if (practice?.session.state !== "closed") return async () => {};
  const { row, session } = practice;
  const isEmpty = !hasSpoken(session);
  const { level } = row.play;
  const { judge, ...others } = services;
  const mayAsk = await mayUseModel(services, row.personId);
  const lookUp = judge && mayAsk ? { ...others, judge } : others;
  const prepared = isEmpty ? undefined : await prepareReport(lookUp, { session, level });
  return async (unit) => {
    const person = await unit.people.get(row.personId);
    if (person && prepared) {
      const card = await closeWithReport(unit, { person, sessionId, session, prepared });
      unit.post({ to: person.id, card, under: roomKey(sessionId) });
      await offerModel(unit, person, { modelEndpoint: services.modelEndpoint, sessionId });
    }
    const isKept = await standingConsent(unit, row.personId, "practice");
    if (isEmpty || !isKept) await removePractice(unit, sessionId);
    if (!isKept) scheduleForget(unit, row);
  };
}

/** What was said has gone out by then, mostly; what has not is looked for again after as long. */
const forgetAfterMs = 60_000;

function scheduleForget(unit: Unit, { id, personId, startedAt }: PracticeSession): void {
  const payload: ForgetPayload = {
    ...{ personId, under: roomKey(id), from: startedAt, to: unit.now },
  };
  queueForget(unit, payload);
}

function queueForget(unit: Unit, payload: ForgetPayload): void {
  const runAt = unit.now + forgetAfterMs;
  unit.schedule({
    kind: forgetTalkJob,
    key: `${forgetTalkJob}:${payload.under}:${runAt}`,
    payload,
    runAt,
  });
}

/** The job: no trace of the talk stays in what came in and went out. It comes back until nothing is on its way. */
export async function runForget(
  payload: ForgetPayload,
  { traces }: Pick<PracticeServices, "traces">,
): Promise<(unit: Unit) => Promise<void>> {
  const left = await traces.forget(payload);
  return async (unit) => {
    if (left > 0) queueForget(unit, payload);
  };
}

/** A report that will never come must not keep what may not be kept. */
export async function dropUnreported({
  sessionId,
}: ReportPayload): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const row = await unit.practiceSessions.get(sessionId);
    if (!row || (await standingConsent(unit, row.personId, "practice"))) return;
    await removePractice(unit, sessionId);
    scheduleForget(unit, row);
  };
}
