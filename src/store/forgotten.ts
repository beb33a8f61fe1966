// Who was forgotten, in a file that no backup holds: ids and hashes, by which a restored backup forgets again.
import { hash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Due, Forgotten } from "../core/people/privacy/forgotten.ts";
import { readLastBackup } from "./backup/last-backup.ts";
import { syncFolder } from "./sync-folder.ts";

/** In the data folder, and beside every backup, where it has to survive the disk. */
export const forgottenName = "ringside-forgotten.jsonl";
/** Stands in the data folder from a restore until the restored data has forgotten. */
const dueName = "forgotten.due";

const lineSchema = z.object({
  kind: z.enum(["person", "contact", "own"]),
  id: z.string(),
  at: z.iso.datetime().transform((text) => Date.parse(text)),
  /** Of a contact's visitors: their ids may be addresses. */
  visitors: z.array(z.string()).default([]),
});
type Entry = z.output<typeof lineSchema>;

type Noting = Forgotten & { visitorIds?: string[] };

/** Adds to the list, once, in the data folder and, where it can be reached, beside the latest backup. */
export async function noteForgotten(dataDir: string, { visitorIds, ...one }: Noting) {
  const visitors = visitorIds?.length ? { visitors: visitorIds.map(hashVisitor) } : {};
  const line = JSON.stringify({ ...one, at: new Date(one.at).toISOString(), ...visitors });
  await addLines(dataDir, [line]);
  const { folder } = readLastBackup(dataDir) ?? {};
  // A disk that is away now hears of it with the next backup.
  if (folder && folder !== dataDir) await addLines(folder, [line]).catch(() => {});
}

/** Brings the list of some folders, and what it lacks of theirs, to another; how many entries it has then. */
export async function gatherForgotten(from: readonly string[], to: string): Promise<number> {
  await addLines(to, from.flatMap(linesIn));
  return linesIn(to).length;
}

/** Undefined unless what lies in the data folder was restored and has not forgotten yet. */
export function readDue(dataDir: string): Due | undefined {
  if (!existsSync(join(dataDir, dueName))) return undefined;
  const entries = linesIn(dataDir).flatMap(readLine);
  const owners = new Map(entries.flatMap(({ id, visitors }) => visitors.map((one) => [one, id])));
  return { entries, ownerOf: (visitorId) => owners.get(hashVisitor(visitorId)) };
}

/** Says that what is restored to a folder has yet to forget. */
export function markDue(folder: string): void {
  writeFileSync(join(folder, dueName), "", { mode: 0o600, flush: true });
}

/** Says that it has. */
export function settleDue(dataDir: string): void {
  rmSync(join(dataDir, dueName), { force: true });
  syncFolder(dataDir);
}

async function addLines(folder: string, lines: string[]): Promise<void> {
  const known = new Set(linesIn(folder));
  const fresh = [...new Set(lines)].filter((line) => !known.has(line));
  if (fresh.length === 0) return;
  const file = join(folder, forgottenName);
  await using handle = await open(file, "a", 0o600);
  // First an end for a line that a crash may have cut.
  await handle.write(`\n${fresh.join("\n")}\n`);
  await handle.sync();
  syncFolder(folder);
}

function linesIn(folder: string): string[] {
  const file = join(folder, forgottenName);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => readLine(line).length > 0);
}

/** A line that a crash cut short says nothing: what it was about had not begun. */
function readLine(line: string): Entry[] {
  try {
    return [lineSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function hashVisitor(visitorId: string): string {
  return hash("sha256", `ringside.forgotten:${visitorId}`);
}
