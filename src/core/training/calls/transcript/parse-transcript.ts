// A transcript of any kind to lines: WebVTT, SubRip, JSON, or plain text with or without names.
import type { Line } from "../call.ts";
import { headingOf, splitLabel } from "./labels.ts";
import { parseJsonTranscript } from "./parse-json.ts";
import { isTimed, parseTimed } from "./parse-timed.ts";

/** The most lines of one call that are read (ours: two hours of short turns). */
export const maxLines = 3_000;
/** A line longer than a person speaks without a pause is cut into sentences. */
const longLine = 600;

/** The lines of a transcript, consecutive ones of one speaker joined; none where there are no words. */
export function parseTranscript(content: string): Line[] {
  const bare = content.replace(/^\uFEFF/, "");
  const lines = parseJsonTranscript(bare) ?? (isTimed(bare) ? parseTimed(bare) : parseText(bare));
  return joinLines(lines.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)));
}

/** How sure a text is a conversation: at least four labelled lines of two to six speakers. */
export function looksLikeTalk(content: string): boolean {
  const bare = content.trim();
  if (isTimed(bare)) return parseTimed(bare).length >= fewestLines;
  const lines = parseText(bare);
  const labelled = lines.filter(({ speaker }) => speaker !== null);
  const counts = new Map<string, number>();
  for (const { speaker } of labelled)
    counts.set(speaker ?? "", (counts.get(speaker ?? "") ?? 0) + 1);
  const again = [...counts.values()].filter((count) => count >= 2).length;
  return labelled.length >= fewestLines && counts.size <= mostSpeakers && again >= 2;
}

const fewestLines = 4;
const mostSpeakers = 6;

/** A name stands before its words, or on a line of its own above them. */
function parseText(text: string): Line[] {
  const lines: Line[] = [];
  let heading: string | null = null;
  for (const raw of text.split(/\r?\n/).filter((line) => line.trim() !== "")) {
    const name = headingOf(raw);
    const line = splitLabel(raw);
    if (name === null) addLine(lines, { ...line, speaker: line.speaker ?? heading });
    if (name !== null || line.speaker !== null) heading = name;
  }
  return lines;
}

/** What follows a labelled line without a name of its own is still theirs. */
function addLine(lines: Line[], { speaker, text }: Line): void {
  const last = lines.at(-1);
  if (speaker === null && last?.speaker) last.text = `${last.text} ${text}`;
  else lines.push({ speaker, text });
}

/** One line per turn: what one speaker says in a row is one; what nobody said is cut where it is long. */
export function joinLines(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const { speaker, text } of lines) {
    const last = joined.at(-1);
    if (speaker !== null && last?.speaker === speaker) last.text = `${last.text} ${text}`;
    else if (speaker === null && text.length > longLine) joined.push(...cutLine(text));
    else joined.push({ speaker, text });
  }
  return joined.slice(0, maxLines);
}

function cutLine(text: string): Line[] {
  const sentences = text.split(/(?<=[.!?。！？])\s*/u).filter(Boolean);
  return sentences.map((sentence) => ({ speaker: null, text: sentence }));
}
