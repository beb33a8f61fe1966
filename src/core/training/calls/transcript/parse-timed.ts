// WebVTT and SubRip: cues with times, the speaker as a voice tag or as a name before a colon.
import type { Line } from "../call.ts";
import { splitLabel } from "./labels.ts";

const timing =
  /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}/;

/** Whether a text has cue times, as both formats do. */
export function isTimed(text: string): boolean {
  return text.split(/\r?\n/).some((line) => timing.test(line));
}

/** The cues in order; a cue without a voice of its own has none. Notes, styles and cue numbers are left out. */
export function parseTimed(text: string): Line[] {
  const blocks = text.replace(/^\uFEFF/, "").split(/\r?\n\s*\r?\n/);
  return blocks.flatMap((block) => {
    const lines = block.split(/\r?\n/);
    const at = lines.findIndex((line) => timing.test(line));
    return at < 0 ? [] : readCue(lines.slice(at + 1));
  });
}

/** One cue may hold several voices, each on its line. */
function readCue(lines: readonly string[]): Line[] {
  const said: Line[] = [];
  for (const line of lines) {
    const voice = /<v(?:\.[^\s>]+)*\s+([^>]+)>/.exec(line)?.[1]?.trim();
    const words = line.replace(/<[^>]*>/g, "").trim();
    if (!words) continue;
    const labelled = voice ? { speaker: voice, text: words } : splitLabel(words);
    const last = said.at(-1);
    if (labelled.speaker === null && last) last.text = `${last.text} ${words}`;
    else said.push(labelled);
  }
  return said;
}
