// The name in front of what somebody said: "Ana: …", "[00:12] Speaker 1: …", "客户：…".
import type { Line } from "../call.ts";

/** Times as tools print them before or after a name: 00:12, [1:02:03], (12:05.300). */
const stamp = /[[(（【]?\s*\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*[\])）】]?/gu;

/** At most four words, or ten Han characters, that end in a colon and are no sentence. */
const label =
  /^(?<name>[\p{L}\p{N}][\p{L}\p{N}.'’_-]*(?: [\p{L}\p{N}(（][\p{L}\p{N}.'’_)）-]*){0,3})\s*[:：](?!\/\/|\d)\s*(?<words>.*)$/su;

/** Splits a line into who said it and what; a line without a name is said by nobody known. */
export function splitLabel(line: string): Line {
  const bare = line.trim().replace(/^[-–—•*>\s]+/u, "");
  const clock =
    /^(?:[[(（【]?\s*\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*[\])）】]?\s*[-–—]?\s*)/u;
  const words = bare.replace(clock, "");
  const found = label.exec(words)?.groups;
  const name = (found?.name ?? "").replace(stamp, "").trim();
  const isName =
    name !== "" && [...name].length <= 40 && !/^(https?|re|fwd?|note|ps|注)$/i.test(name);
  if (found && isName) return { speaker: name, text: (found.words ?? "").trim() };
  return { speaker: null, text: words.trim() };
}

/** A line that is only a name with or without a time, as meeting tools put above what was said. */
export function headingOf(line: string): string | null {
  const found =
    /^(?<name>[\p{L}][\p{L}\p{N}.'’ _()（）-]{0,39}?)\s+[[(（]?\d{1,2}:\d{2}(?::\d{2})?[\])）]?\s*$/u;
  return found.exec(line.trim())?.groups?.name?.trim() ?? null;
}
