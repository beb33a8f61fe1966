// A voice note: with its speaker's consent turned into words, shown back, and answered as if they had been typed.
import type { Card } from "../card.ts";
import { Refused, RetryLater } from "../errors.ts";
import type { Person } from "../model.ts";
import { standingConsent } from "../people/consent.ts";
import type { AssetStore, Speech, Store, Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";
import { forgetFile } from "./forget-file.ts";
import { askCard, heardCard, listeningCard, toldCard, type VoiceProblem } from "./voice-cards.ts";

export type VoiceServices = {
  store: Store;
  assets: AssetStore;
  speech?: Speech;
  /** Hears why the endpoint did not take a recording. */
  onSpeechError(error: unknown): void;
};

/** A recording, with what the platform itself heard in it; empty when it does not say. */
export type VoiceNote = { assetId: string; transcript: string };
/** What the words would do, had they been typed. */
export type Say = (words: string) => Promise<Effect>;

/** Bytes of one recording: the most that OpenAI's transcription endpoint takes, and those that follow it. */
const maxBytes = 25 * 1024 * 1024;
/** Whatever happens in between, a recording is gone after this. */
const longestMs = 15 * 60_000;

type Taking = { services: VoiceServices; person: Person; note: VoiceNote };

/** Nothing is listened to before its speaker agreed, and the recording is deleted in every case. */
export async function takeVoice(taking: Taking, say: Say): Promise<Effect> {
  const { services, person, note } = taking;
  const transcript = note.transcript.trim();
  if (!transcript && !services.speech) return tell(taking, "unavailable");
  const consent = await standingConsent(services.store.read, person.id, "voice");
  if (!consent) return askConsent(taking, Boolean(transcript));

  const heard = transcript ? { words: transcript } : await listen(taking);
  if ("problem" in heard) return tell(taking, heard.problem);
  // Committed before the words are answered: a refusal of theirs must not keep the recording.
  await services.store.write(async (unit) => {
    end(unit, taking, heardCard(taking, heard.words));
  });
  return say(heard.words);
}

async function listen(taking: Taking): Promise<{ words: string } | { problem: VoiceProblem }> {
  const { services, person, note } = taking;
  const { store, assets, speech, onSpeechError } = services;
  const file = await assets.read(note.assetId);
  if (!file || !speech) return { problem: "lost" };
  if (file.bytes.byteLength > maxBytes) return { problem: "tooBig" };
  await store.write(async (unit) => {
    forgetFile(unit, note.assetId, { afterMs: longestMs });
    unit.post({ to: person.id, card: listeningCard(taking) });
  });
  try {
    const { mediaType } = file.asset;
    const audio = { bytes: file.bytes, mediaType, language: person.language };
    const words = (await speech.transcribe(audio)).text.trim();
    return words ? { words } : { problem: "nothingHeard" };
  } catch (error) {
    if (!(error instanceof Refused || error instanceof RetryLater)) throw error;
    onSpeechError(error);
    return { problem: error instanceof Refused ? "refused" : "failed" };
  }
}

function askConsent(taking: Taking, isHeard: boolean): Effect {
  return async (unit) => {
    const { speech } = taking.services;
    const words = readingOf(taking.person).texts.voice.ask;
    const how = isHeard || !speech ? words.here : words.there({ endpoint: speech.endpoint });
    end(unit, taking, askCard(unit, taking, how));
    return {};
  };
}

function tell(taking: Taking, problem: VoiceProblem): Effect {
  return async (unit) => {
    end(unit, taking, toldCard(taking, problem, maxBytes / 1024 / 1024));
    return {};
  };
}

/** Says how it ended, in place of "I am listening", and deletes the recording. */
function end(unit: Unit, { person, note }: Taking, card: Card): void {
  unit.post({ to: person.id, card });
  forgetFile(unit, note.assetId);
}
