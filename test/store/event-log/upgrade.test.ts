import { copyFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Touch } from "../../../src/core/model.ts";
import { type Connection, connect } from "../../../src/store/event-log/db.ts";
import { openEventLog } from "../../../src/store/event-log/event-log.ts";
import { schemaOf, toFirstVersion } from "./first-version.ts";

const newFile = () => join(mkdtempSync(join(tmpdir(), "ringside-")), "events.db");
const identity = (error: unknown) => error;

const touches: Touch[] = Array.from({ length: 400 }, (_, number) => ({
  id: `tch_${number}`,
  contactId: number % 2 === 0 ? `con_${number % 7}` : null,
  anonymousId: `v_${number}`,
  accountId: null,
  type: "page_view",
  at: number,
  receivedAt: number,
  props: {},
  source: "web",
}));

async function readAll(file: string): Promise<Touch[]> {
  const log = await openEventLog(file);
  const all = await log.after(0, 1_000);
  await log.close();
  return all.map(({ touch }) => touch);
}

const countOf = async (connection: Connection) =>
  (await connection.all("SELECT id FROM touches WHERE contact = ?", "con_0")).length;

describe("a log of the first version", () => {
  let today: unknown[];
  let first: string;
  let file: string;
  const ofOne = touches.filter(({ contactId }) => contactId === "con_0").length;

  beforeAll(async () => {
    first = newFile();
    const log = await openEventLog(first);
    await log.append(touches);
    await log.close();
    today = await schemaOf(first);
    await toFirstVersion(first);
  });

  const copy = () => {
    file = newFile();
    copyFileSync(first, file);
    return file;
  };

  it("is brought to today's when it is opened, with all it held", async () => {
    expect(await schemaOf(copy())).not.toEqual(today);
    expect(await readAll(file)).toEqual(touches);
    expect(await schemaOf(file)).toEqual(today);
  });

  it("is brought there beside somebody who reads it, who goes on reading", async () => {
    const reader = await connect(copy(), "read", identity);
    await reader.exec("BEGIN");
    expect(await countOf(reader)).toBe(ofOne);
    expect(await readAll(file)).toEqual(touches);
    expect(await countOf(reader)).toBe(ofOne);
    await reader.exec("COMMIT");
    expect(await countOf(reader)).toBe(ofOne);
    expect(await reader.all("PRAGMA user_version")).toEqual([{ user_version: 2 }]);
    await reader.close();
  });

  it("is brought there by the next start where the process was killed on the way", async () => {
    const writer = await connect(copy(), "write", identity);
    // So small a cache that what is not committed is in the write-ahead log already.
    await writer.exec(`
      PRAGMA cache_size = 1;
      BEGIN;
      DROP INDEX touches_contact;
      CREATE INDEX touches_contact ON touches (contact, at) WHERE contact IS NOT NULL;
      PRAGMA user_version = 2;
    `);
    const killed = newFile();
    for (const end of ["", "-wal"]) copyFileSync(file + end, killed + end);
    await writer.close();
    expect(await schemaOf(killed)).not.toEqual(today);
    expect(await readAll(killed)).toEqual(touches);
    expect(await schemaOf(killed)).toEqual(today);
  });

  it("stays as it was, and is let go of, where that fails", async () => {
    await changeFirst(copy(), "DROP INDEX touches_contact");
    await expect(openEventLog(file)).rejects.toThrow("touches_contact");
    expect(existsSync(`${file}-wal`)).toBe(false);
    await changeFirst(file, "CREATE INDEX touches_contact ON touches (contact, at, id)");
    expect(await readAll(file)).toEqual(touches);
    expect(await schemaOf(file)).toEqual(today);
  });
});

async function changeFirst(file: string, sql: string): Promise<void> {
  const connection = await connect(file, "write", identity);
  await connection.exec(sql);
  await connection.close();
}
