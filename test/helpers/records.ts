import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords, type Records } from "../../src/store/records.ts";
import { testNow } from "./people.ts";

/** A records database of its own for one test, on disk. */
export function openTestRecords(clock: () => number = () => testNow): Promise<Records> {
  return openRecords({ file: join(newFolder(), "records.db"), clock, newId: createNewId() });
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "ringside-"));
}
