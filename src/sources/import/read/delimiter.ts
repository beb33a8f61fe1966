// Which sign stands between the cells.
import { Refused } from "../../../core/errors.ts";

const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

const linesLookedAt = 30;

/**
 * The sign between cells: the one that cuts the first lines into most cells, equally many in each. One column
 * without any sign is a list when its lines are short, and prose when they are not: that is refused.
 */
export function guessDelimiter(text: string, name: string): Delimiter {
  // Excel's own word for it, above the header.
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1];
  const known = delimiters.find((delimiter) => delimiter === told);
  if (known) return known;
  const counts = countPerLine(text);
  const scores = delimiters.map((delimiter) => scoreOf(counts.map((line) => line[delimiter])));
  const best = Math.max(...scores);
  if (best > 0) return delimiters[scores.indexOf(best)] ?? ",";
  if (isList(text)) return ",";
  throw new Refused(
    "not_csv",
    `${name} does not look like CSV or JSON: its lines are not cut into columns. Export it as CSV with a header row.`,
    { file: name },
  );
}

/** How often each sign stands outside quotes, in each of the first lines. */
function countPerLine(text: string): Record<Delimiter, number>[] {
  const bare = text.replace(/(^|[,;\t|\r\n])"(?:[^"]|"")*"/g, "$1");
  const lines = bare.split(/\r\n|\n|\r/).filter((line) => line !== "");
  const count = (line: string, sign: Delimiter) => line.split(sign).length - 1;
  return lines.slice(0, linesLookedAt).map((line) => ({
    ",": count(line, ","),
    ";": count(line, ";"),
    "\t": count(line, "\t"),
    "|": count(line, "|"),
  }));
}

/** Signs in the header, times the share of lines that have as many. */
function scoreOf(counts: number[]): number {
  const [header = 0] = counts;
  const same = counts.filter((count) => count === header).length;
  return header * (same / Math.max(1, counts.length)) ** 2;
}

function isList(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/, linesLookedAt).filter((line) => line.trim() !== "");
  return lines.length > 1 && lines.every((line) => line.trim().split(/\s+/).length <= 6);
}
