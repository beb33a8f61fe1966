// A transcript or a recording dropped into the conversation: looked at, asked about, and not kept without the answers.

import type { Card } from "../../card.ts";
import { dayMs, hourMs } from "../../durations.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { standingConsent } from "../../people/consent.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import { openSubjects } from "../../pipeline/subjects.ts";
import type { Unit } from "../../ports.ts";
import type { Effect } from "../../use-case.ts";
import { forgetFile } from "../../voice/forget-file.ts";
import type { CallSource } from "./call.ts";
import { callKey } from "./call.ts";
import { askCard, type DroppedCall } from "./call-form.ts";
import { unreadJob, wordsJob } from "./jobs.ts";
import type { CallServices } from "./services.ts";
import { type CallProblem, consentCard, endedCard } from "./told-card.ts";
import { languageOfTalk } from "./transcript/language-of-talk.ts";
import { parseTranscript } from "./transcript/parse-transcript.ts";

/** The longest recording (ours: nobody sells for longer without a break). */
const longestMs = 2 * hourMs;
/** The most that OpenAI's transcription endpoint takes of one file; a WAV is cut, so only others are held to it. */
const maxBytes = 25 * 1024 * 1024;
/** Whoever has not said how the other side was told by then has not said it. */
const answerMs = hourMs;
/** Whatever happens in between, an unread file is gone after this. */
const longestKeptMs = dayMs;

/** A file as it was dropped, known to be about a call. */
export type DroppedFile = { assetId: string; name: string; source: CallSource };

/** Takes a dropped file as a call: with consent it asks, without it says what there is to agree to. */
export async function takeCall(
  services: CallServices,
  person: Person,
  file: DroppedFile,
): Promise<Effect> {
  requireOwnCalls(person);
  const { speech, store } = services;
  const isRecording = file.source === "recording";
  if (isRecording && !speech) return refuse(person, file, "noSpeech");
  if (!(await standingConsent(store.read, person.id, "calls"))) {
    const endpoint = isRecording ? speech?.endpoint : undefined;
    return end(person, file, (unit, callId) => consentCard(unit, person, { callId, endpoint }));
  }
  const problem = await lookAt(services, file);
  if (problem) return refuse(person, file, problem);
  const subjects = await openSubjects(store.read, person);
  return async (unit) => {
    const dropped: DroppedCall = { ...file, callId: unit.newId("call") };
    // Platforms know the account it came from, not the person.
    await unit.assets.update(file.assetId, { personId: person.id });
    unit.post({ to: person.id, card: askCard(unit, person, { dropped, subjects }) });
    scheduleUnread(unit, { ...dropped, personId: person.id });
    return {};
  };
}

/** The same of words that were pasted: kept as a file, and taken out of the conversation's own records. */
export async function takePasted(
  services: CallServices,
  person: Person,
  words: string,
): Promise<Effect> {
  const from = services.clock() - 10 * 60_000;
  const bytes = new TextEncoder().encode(words);
  const name = "transcript.txt";
  const file = { name, mediaType: "text/plain", bytes, personId: person.id };
  const asset = await services.assets.save(file);
  const effect = await takeCall(services, person, {
    assetId: asset.id,
    name,
    source: "transcript",
  });
  return async (unit) => {
    const payload = { personId: person.id, under: callKey(asset.id), from, to: unit.now };
    const runAt = unit.now + 60_000;
    unit.schedule({ kind: wordsJob, key: `${wordsJob}:${asset.id}`, payload, runAt });
    return effect(unit);
  };
}

/** What makes a file useless, before anybody is asked about it. */
async function lookAt(
  { assets, probeAudio }: CallServices,
  { assetId, source }: DroppedFile,
): Promise<CallProblem | undefined> {
  const file = await assets.read(assetId);
  if (!file) return "lost";
  if (source === "transcript") return lookAtWords(file.bytes);
  const audio = await probeAudio(file.bytes);
  if (!audio) return "notAudio";
  if ((audio.durationMs ?? 0) > longestMs) return "tooLong";
  const isWav =
    file.bytes.byteLength > 4 && new TextDecoder().decode(file.bytes.subarray(0, 4)) === "RIFF";
  return !isWav && file.bytes.byteLength > maxBytes ? "tooBig" : undefined;
}

function lookAtWords(bytes: Uint8Array): CallProblem | undefined {
  const lines = parseTranscript(new TextDecoder().decode(bytes));
  if (lines.length < 2) return "wordless";
  const words = lines.map(({ text }) => text).join(" ");
  return languageOfTalk(words) === "other" ? "otherLanguage" : undefined;
}

function refuse(person: Person, file: DroppedFile, problem: CallProblem): Effect {
  return end(person, file, (_, callId) => endedCard(person, callId, problem));
}

/** Says why it ends here, and deletes the file. */
function end(
  person: Person,
  { assetId }: DroppedFile,
  toCard: (unit: Unit, callId: string) => Card,
): Effect {
  return async (unit) => {
    unit.post({ to: person.id, card: toCard(unit, unit.newId("call")) });
    forgetFile(unit, assetId);
    return {};
  };
}

/** Unanswered or unread for too long, it is deleted. */
function scheduleUnread(unit: Unit, call: DroppedCall & { personId: string }): void {
  const { callId, assetId, personId } = call;
  for (const afterMs of [answerMs, longestKeptMs]) {
    const runAt = unit.now + afterMs;
    const payload = { callId, assetId, personId };
    unit.schedule({ kind: unreadJob, key: `${unreadJob}:${callId}:${afterMs}`, payload, runAt });
  }
}

/** Calls are of people who sell. */
export function requireOwnCalls(person: Person): void {
  const isOwn = may(person, "call.delete", { ownerIds: [person.id] }, createOrg([], []));
  if (!isOwn) throw new Refused("forbidden", `A ${person.role} dropped a call.`);
}
