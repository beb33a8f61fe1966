// The job that reads a call: words from a file, or from a recording piece by piece, then the analysis.
import { byName } from "../../by-name.ts";
import { Refused, RetryLater } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { standingConsent } from "../../people/consent.ts";
import type { Speech, Unit } from "../../ports.ts";
import type { Call, Line } from "./call.ts";
import { dropCall } from "./drop-call.ts";
import { hearPiece, openRecording, type Recording } from "./hear-recording.ts";
import { type ReadPayload, readJob } from "./jobs.ts";
import { keepRead } from "./keep-read.ts";
import type { CallServices } from "./services.ts";
import { type CallProblem, endedCard, failedCard, readingCard } from "./told-card.ts";
import { joinLines, parseTranscript } from "./transcript/parse-transcript.ts";

type Write = (unit: Unit) => Promise<void>;
/** A call being read. */
type Reading = { services: CallServices; person: Person; call: Call };

/** One job hears for so long, then the next goes on: well inside the time a job is given. */
const spellMs = 60_000;

/** The job. Run again, it goes on where it was. */
export async function runRead(payload: ReadPayload, services: CallServices): Promise<Write> {
  const { read } = services.store;
  const call = await read.calls.get(payload.callId);
  const person = call && (await read.people.get(call.personId));
  if (!call || !person || call.transcript.state === "read") return async () => {};
  const reading = { services, person, call };
  if (!(await mayRead(reading))) return endWith(reading, "withdrawn");
  const file = await services.assets.read(call.transcript.assetId ?? "");
  if (!file) return endWith(reading, "lost");
  if (call.source === "transcript") {
    return keepLines(reading, parseTranscript(new TextDecoder().decode(file.bytes)));
  }
  const { speech } = services;
  if (!speech) return endWith(reading, "noSpeech");
  const mediaType = mediaTypeOf(file.asset.mediaType, call.transcript.name);
  return hear(reading, { speech, recording: openRecording(file.bytes, mediaType), payload });
}

/** It was put off too often: the rep says whether to go on, and what was heard is still there. */
export async function giveUpReading({ callId }: ReadPayload): Promise<Write> {
  return async (unit) => {
    const call = await unit.calls.get(callId);
    const person = call && (await unit.people.get(call.personId));
    if (!call || !person || call.transcript.state === "read") return;
    unit.post({ to: person.id, card: failedCard(unit, person, callId) });
  };
}

type Hearing = { speech: Speech; recording: Recording; payload: ReadPayload };

async function hear(reading: Reading, hearing: Hearing): Promise<Write> {
  const { call, services } = reading;
  const { pieces } = hearing.recording;
  if (pieces.length === 0) return endWith(reading, "silent");
  const until = services.clock() + spellMs;
  const heard = [...call.transcript.heard];
  while (heard.length < pieces.length) {
    if (services.clock() > until) return goOn(hearing.payload);
    const lines = await hearNext(reading, hearing, heard.length);
    if ("problem" in lines)
      return lines.problem === "gone" ? async () => {} : endWith(reading, lines.problem);
    heard.push(lines.lines);
  }
  const all = joinLines(heard.flat());
  return all.length === 0 ? endWith(reading, "silent") : keepLines(reading, all);
}

type Next = { lines: Line[] } | { problem: CallProblem | "gone" };

/** Consent is looked at before every piece: what it no longer covers is not sent. */
async function hearNext(
  reading: Reading,
  { speech, recording }: Hearing,
  at: number,
): Promise<Next> {
  const { services, person, call } = reading;
  const piece = recording.pieces[at];
  if (!piece || !(await mayRead(reading))) return { problem: "withdrawn" };
  const of = recording.pieces.length;
  try {
    const heard = await hearPiece(speech, recording, piece);
    if ("problem" in heard) return heard;
    return await services.store.write(async (unit): Promise<Next> => {
      const now = await unit.calls.get(call.id);
      if (!now) return { problem: "gone" };
      const transcript = { ...now.transcript, heard: [...now.transcript.heard, heard.lines] };
      await unit.calls.update(call.id, { transcript });
      const card = readingCard(person, call.id, { done: at + 1, of });
      unit.post({ to: person.id, card });
      return heard;
    });
  } catch (error) {
    await tellFailure(reading, error, { done: at, of });
    throw error;
  }
}

/** Busy: the card says that it is tried again. Refused: it says so, and the operator finds the reason. */
async function tellFailure(
  { services, person, call }: Reading,
  error: unknown,
  progress: { done: number; of: number },
): Promise<void> {
  if (error instanceof Refused) services.onSpeechError(error);
  if (!(error instanceof RetryLater)) return;
  services.onSpeechError(error);
  await services.store.write(async (unit) => {
    if (!(await unit.calls.get(call.id))) return;
    const card = readingCard(person, call.id, { ...progress, isWaiting: true });
    unit.post({ to: person.id, card });
  });
}

function goOn({ callId, step }: ReadPayload): Write {
  return async (unit) => {
    const next = step + 1;
    const payload = { callId, step: next };
    unit.schedule({ kind: readJob, key: `${readJob}:${callId}:${next}`, payload });
  };
}

async function keepLines(reading: Reading, lines: Line[]): Promise<Write> {
  const write = await keepRead(reading, lines);
  return async (unit) => {
    const call = await unit.calls.get(reading.call.id);
    if (!call) return;
    const mayKeep = await standingConsent(unit, call.personId, "calls");
    if (!mayKeep) return (await endWith(reading, "withdrawn"))(unit);
    await write(unit, call);
  };
}

async function mayRead({ services, person }: Reading): Promise<boolean> {
  return (await standingConsent(services.store.read, person.id, "calls")) !== undefined;
}

async function endWith({ person, call }: Reading, problem: CallProblem): Promise<Write> {
  return async (unit) => {
    const now = await unit.calls.get(call.id);
    if (!now) return;
    await dropCall(unit, now);
    unit.post({ to: person.id, card: endedCard(person, call.id, problem) });
  };
}

/** Platforms call a recording they do not know a stream of octets; then its name says what it is. */
function mediaTypeOf(mediaType: string, name: string): string {
  if (mediaType.startsWith("audio/")) return mediaType;
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  return endings[ending] ?? "audio/ogg";
}

const endings: Record<string, string> = byName({
  ...{ wav: "audio/wav", mp3: "audio/mpeg", m4a: "audio/m4a", mp4: "audio/mp4", aac: "audio/aac" },
  ...{
    flac: "audio/flac",
    webm: "audio/webm",
    weba: "audio/webm",
    ogg: "audio/ogg",
    oga: "audio/ogg",
  },
});
