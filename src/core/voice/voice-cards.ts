// One card per voice note: being listened to, then what was heard, or why not.
import { type Block, type Card, text } from "../card.ts";
import type { Person } from "../model.ts";
import { cut } from "../pipeline/note-form.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";

/** Why there are no words; each has its sentence. */
export type VoiceProblem =
  | "unavailable"
  | "lost"
  | "tooBig"
  | "nothingHeard"
  | "failed"
  | "refused";

type About = { person: Person; note: { assetId: string } };

/** Characters shown back; all of them are used. */
const shownCharacters = 1_000;

/** While the recording is with the speech endpoint. */
export function listeningCard({ person, note }: About): Card {
  const title = readingOf(person).texts.voice.listening;
  return { key: keyOf(note), title, tone: "info", summary: title, blocks: [] };
}

/** What was heard, to be checked by whoever said it. */
export function heardCard({ person, note }: About, words: string): Card {
  const { voice } = readingOf(person).texts;
  const blocks: Block[] = [
    { t: "text", text: [text(cut(words, shownCharacters))] },
    { t: "context", text: [text(voice.heardNote)] },
  ];
  return { key: keyOf(note), title: voice.heard, tone: "info", summary: voice.heard, blocks };
}

/** Why it was not heard, and what to do; `megabytes` is the largest that is taken. */
export function toldCard({ person, note }: About, problem: VoiceProblem, megabytes: number): Card {
  const { voice } = readingOf(person).texts;
  const title = problem === "tooBig" ? voice.tooBig({ megabytes }) : voice[problem];
  return { key: keyOf(note), title, tone: "warn", summary: title, blocks: [] };
}

/** Asks for the consent that is missing; `how` says what would happen to a recording. */
export function askCard(unit: Unit, { person, note }: About, how: string): Card {
  const { voice, people, privacy } = readingOf(person).texts;
  const key = keyOf(note);
  const action = "consent.grant";
  const ref = unit.arm({ action, params: { purpose: "voice" }, personId: person.id, cardKey: key });
  const label = privacy.agree({ purpose: people.purposes.voice ?? "" });
  return {
    key,
    title: voice.ask.title,
    tone: "info",
    summary: voice.ask.title,
    blocks: [
      { t: "text", text: [text(how)] },
      { t: "text", text: [text(voice.ask.deleted)] },
      { t: "actions", actions: [{ id: action, label, ref, style: "primary" }] },
    ],
  };
}

function keyOf({ assetId }: { assetId: string }): string {
  return `voice:${assetId}`;
}
