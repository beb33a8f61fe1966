// Speech to text over any endpoint that speaks OpenAI's transcription API.
import OpenAI, { APIError, toFile } from "openai";
import { z } from "zod";
import { Refused, RetryLater } from "../core/errors.ts";
import type { Speech } from "../core/ports.ts";

export type SpeechOptions = {
  /** Such as https://api.openai.com/v1. */
  baseUrl: string;
  apiKey?: string | undefined;
  model: string;
  /** For one recording, attempts and answers included: somebody waits for it. */
  timeoutMs?: number;
  maxRetries?: number;
};

export function createSpeech(options: SpeechOptions): Speech {
  const { baseUrl, apiKey, model, timeoutMs = 45_000, maxRetries = 1 } = options;
  const { host } = new URL(baseUrl);
  // Everything is said here, so that no OPENAI_… variable of the environment has a say; a server without keys
  // ignores the one it gets.
  const client = new OpenAI({
    ...{ baseURL: baseUrl, apiKey: apiKey || "none", maxRetries, timeout: timeoutMs },
    ...{ organization: null, project: null, webhookSecret: null, logLevel: "off" },
  });
  return {
    endpoint: host,
    async transcribe({ bytes, mediaType, language }) {
      // The client's own timeout ends when the headers are there; this one covers the whole answer.
      const signal = AbortSignal.timeout(timeoutMs);
      const file = await toFile(bytes, fileNameOf(mediaType), { type: mediaType });
      try {
        const said: unknown = await client.audio.transcriptions.create(
          { file, model, language, response_format: "json" },
          { signal },
        );
        return readAnswer(said, host);
      } catch (error) {
        throw toFailure(error, host);
      }
    },
  };
}

const answer = z.object({ text: z.string() });

function readAnswer(said: unknown, host: string): { text: string } {
  const read = answer.safeParse(said);
  if (read.success) return read.data;
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

const endings: Record<string, string> = {
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
};
