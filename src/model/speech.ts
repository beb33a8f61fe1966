// Speech to text over any endpoint that speaks OpenAI's transcription API.
import OpenAI, { APIError, toFile } from "openai";
import { z } from "zod";
import { byName } from "../core/by-name.ts";
import { Refused, RetryLater } from "../core/errors.ts";
import type { HeardSpeech, Speech } from "../core/ports.ts";

export type SpeechOptions = {
  /** Such as https://api.openai.com/v1. */
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  /** For one recording, attempts and answers included: somebody waits for it. */
  timeoutMs?: number;
  /** For a stretch of a call, of five minutes at most. */
  callTimeoutMs?: number;
  maxRetries?: number;
};

/** How a request is put: the same file, with more or less asked for. */
type Asking = { bytes: Uint8Array; mediaType: string; forMs: number };
type Wanted = { response_format: "json" | "verbose_json"; language?: string };

export function createSpeech(options: SpeechOptions): Speech {
  const { baseUrl, apiKey, model, timeoutMs = 45_000, maxRetries = 1 } = options;
  const { callTimeoutMs = 4 * timeoutMs } = options;
  const { host } = new URL(baseUrl);
  // Everything is said here, so that no OPENAI_… variable of the environment has a say; a server without keys
  // ignores the one it gets.
  const client = new OpenAI({
    ...{ baseURL: baseUrl, apiKey: apiKey || "none", maxRetries, timeout: timeoutMs },
    ...{ organization: null, project: null, webhookSecret: null, logLevel: "off" },
  });
  const ask = async ({ bytes, mediaType, forMs }: Asking, wanted: Wanted): Promise<HeardSpeech> => {
    // The client's own timeout ends when the headers are there; this one covers the whole answer.
    const signal = AbortSignal.timeout(forMs);
    const file = await toFile(bytes, fileNameOf(mediaType), { type: mediaType });
    const said: unknown = await client.audio.transcriptions.create(
      { file, model, ...wanted },
      { signal, timeout: forMs },
    );
    return readAnswer(said, host);
  };
  return {
    endpoint: host,
    async transcribe({ language, ...audio }) {
      try {
        const asking = { ...audio, forMs: timeoutMs };
        const { text } = await ask(asking, { language, response_format: "json" });
        return { text };
      } catch (error) {
        throw toFailure(error, host);
      }
    },
    async transcribeCall(audio) {
      const asking = { ...audio, forMs: callTimeoutMs };
      try {
        return await ask(asking, { response_format: "verbose_json" }).catch((error: unknown) => {
          // Models that know no segments refuse to be asked for them.
          if (error instanceof APIError && error.status === 400) {
            return ask(asking, { response_format: "json" });
          }
          throw error;
        });
      } catch (error) {
        throw toFailure(error, host);
      }
    },
  };
}

const label = z.union([z.string(), z.number()]).nullish();
const answer = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z
    .array(z.object({ text: z.string(), speaker: label }))
    .nullish()
    .catch(null),
});

function readAnswer(said: unknown, host: string): HeardSpeech {
  const read = answer.safeParse(said);
  if (read.success) {
    const { text, language, segments } = read.data;
    return {
      text,
      ...(language ? { language } : {}),
      segments: (segments ?? []).map((one) => ({
        text: one.text,
        speaker: one.speaker === null || one.speaker === undefined ? null : String(one.speaker),
      })),
    };
  }
  throw new Refused(
    "speech_answer",
    `${host} answered with something else than a transcript. Check SPEECH_BASE_URL: it often ends in /v1.`,
  );
}

/** Busy or away is worth another try; what the endpoint refuses it will refuse again. */
function toFailure(error: unknown, host: string): Error {
  if (error instanceof Refused) return error;
  if (error instanceof SyntaxError) {
    return new Refused("speech_answer", `${host} answered with broken JSON.`);
  }
  const status = error instanceof APIError ? error.status : undefined;
  if (status === undefined || status === 408 || status === 429 || status >= 500) {
    return new RetryLater(`${host} did not transcribe: ${reasonOf(error, status)}.`, {
      afterMs: 30_000,
    });
  }
  return new Refused(
    "speech_refused",
    `${host} refused a recording (${status}): ${fixes[status] ?? fixOther}`,
  );
}

const fixes: Record<number, string> = {
  401: "check SPEECH_API_KEY.",
  403: "check SPEECH_API_KEY and what it may do.",
  404: "check SPEECH_BASE_URL and SPEECH_MODEL.",
  413: "it takes only smaller recordings.",
};
const fixOther = "it does not take this kind of recording, or not this model.";

/** Never the endpoint's own words: they may repeat what was said. */
function reasonOf(error: unknown, status: number | undefined): string {
  if (status) return `status ${status}`;
  return error instanceof Error ? error.name : "no answer";
}

/** Endpoints tell the format by the file's name. */
function fileNameOf(mediaType: string): string {
  const type = mediaType.toLowerCase().split(";")[0]?.trim() ?? "";
  return `voice.${endings[type] ?? "ogg"}`;
}

const endings: Record<string, string> = byName({
  "audio/aac": "m4a",
  "audio/flac": "flac",
  "audio/m4a": "m4a",
  "audio/mp3": "mp3",
  "audio/mp4": "m4a",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/wave": "wav",
  "audio/webm": "webm",
  "audio/x-m4a": "m4a",
  "audio/x-wav": "wav",
});
