// Transcripts as JSON, as speech services write them: a list of segments with text, the speaker under one of a few names.
import { z } from "zod";
import { parseJson } from "../../../parse-json.ts";
import type { Line } from "../call.ts";

const label = z.union([z.string(), z.number()]).nullish();
const segment = z.object({
  ...{
    text: z.string().optional(),
    transcript: z.string().optional(),
    content: z.string().optional(),
  },
  ...{ words: z.string().optional(), sentence: z.string().optional() },
  ...{ speaker: label, speaker_id: label, speakerId: label, speaker_label: label, role: label },
  ...{ name: label, channel: label },
});
type Segment = z.output<typeof segment>;

/** Where services keep their segments. */
const places = [
  "segments",
  "utterances",
  "turns",
  "messages",
  "results",
  "sentences",
  "dialogue",
  "transcript",
];

/** The lines of a transcript in JSON; undefined where it is something else, such as a table. */
export function parseJsonTranscript(content: string): Line[] | undefined {
  const list = listOf(parseJson(content));
  const segments = z.array(segment).min(1).safeParse(list);
  if (!segments.success) return undefined;
  const lines = segments.data.flatMap((one): Line[] => {
    const words = wordsOf(one)?.trim();
    return words ? [{ speaker: speakerOf(one), text: words }] : [];
  });
  // A table whose rows happen to have a field called "text" is no conversation.
  const isTalk = lines.length >= segments.data.length / 2 && !Array.isArray(parseJson(content));
  const isLabelled = lines.filter(({ speaker }) => speaker !== null).length > lines.length / 2;
  return lines.length > 0 && (isTalk || isLabelled) ? lines : undefined;
}

function listOf(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return value;
  const record = value as Record<string, unknown>;
  return places.map((place) => record[place]).find((one) => Array.isArray(one));
}

const wordsOf = (one: Segment): string | undefined =>
  one.text ?? one.transcript ?? one.content ?? one.sentence ?? one.words;

function speakerOf(one: Segment): string | null {
  const found =
    one.speaker ?? one.speaker_label ?? one.speakerId ?? one.speaker_id ?? one.role ?? one.name;
  const named = found ?? one.channel;
  return named === null || named === undefined || named === "" ? null : String(named);
}
