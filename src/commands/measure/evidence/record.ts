// One measurement as the evidence page keeps it: what ran, when, where, on which commit, and all it printed.
import { z } from "zod";

export const recordSchema = z.strictObject({
  name: z.string(),
  /** The day, as YYYY-MM-DD. */
  day: z.string(),
  machine: z.string(),
  /** With "+" where files were changed since. */
  commit: z.string(),
  seconds: z.number(),
  /** 0, or 1 where the measurement itself says that a promise was broken. */
  exitCode: z.number(),
  /** The JSON the command printed, untouched. */
  result: z.record(z.string(), z.unknown()),
});
export type EvidenceRecord = z.infer<typeof recordSchema>;

/** One record a line, in the order given. */
export function renderRecords(records: readonly EvidenceRecord[]): string {
  return records.map((one) => `${JSON.stringify(one)}\n`).join("");
}

/** The records of such a text; throws on a line that is none. */
export function parseRecords(text: string): EvidenceRecord[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => recordSchema.parse(JSON.parse(line)));
}

/** New results take the place of earlier ones of the same name; the others stay as they were. */
export function mergeRecords(
  earlier: readonly EvidenceRecord[],
  fresh: readonly EvidenceRecord[],
): EvidenceRecord[] {
  const byName = new Map([...earlier, ...fresh].map((one) => [one.name, one]));
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
