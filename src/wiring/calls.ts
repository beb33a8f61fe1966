// Wiring of calls: what a dropped or pasted one is, and the jobs that read it and look for alerts.
import type { FileHandlers } from "../chat/files.ts";
import type { RouterOptions } from "../chat/router.ts";
import type { Person } from "../core/model.ts";
import { type LookPayload, lookJob } from "../core/training/alerts/jobs.ts";
import { type AlertServices, lookForAlerts } from "../core/training/alerts/look.ts";
import { callIn } from "../core/training/calls/is-call.ts";
import {
  type ReadPayload,
  readJob,
  type UnreadPayload,
  unreadJob,
  type WordsPayload,
  wordsJob,
} from "../core/training/calls/jobs.ts";
import { runUnread, runWords } from "../core/training/calls/own-call.ts";
import { giveUpReading, runRead } from "../core/training/calls/read-call.ts";
import type { CallServices } from "../core/training/calls/services.ts";
import { takeCall, takePasted } from "../core/training/calls/take-call.ts";
import { looksLikeTalk } from "../core/training/calls/transcript/parse-transcript.ts";
import type { Effect } from "../core/use-case.ts";
import type { JobKind } from "../store/job-runner.ts";

type File = Parameters<FileHandlers["onCall"]>[1];

/** Takes a file that is a call. */
export async function onCallFile(
  services: CallServices,
  person: Person,
  file: File,
): Promise<Effect | undefined> {
  const source = await callIn(services, person, file);
  const { assetId, name } = file;
  return source && takeCall(services, person, { assetId, name, source });
}

/** Words that are a whole conversation, pasted. */
export function createOnCallWords(services: CallServices): NonNullable<RouterOptions["onWords"]> {
  return async (person, { text, isAsking }) =>
    isAsking || !looksLikeTalk(text) ? undefined : takePasted(services, person, text);
}

/** The jobs of calls and alerts. */
export function callJobs(services: CallServices & AlertServices): Record<string, JobKind> {
  return {
    [readJob]: {
      run: (payload) => runRead(payload as ReadPayload, services),
      onGivenUp: (payload) => giveUpReading(payload as ReadPayload),
      waitsForOthers: true,
    },
    [unreadJob]: { run: (payload) => runUnread(payload as UnreadPayload) },
    [wordsJob]: { run: (payload) => runWords(payload as WordsPayload, services) },
    [lookJob]: { run: (payload) => lookForAlerts(payload as LookPayload, services) },
  };
}
