import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Touch } from "../../../src/core/model.ts";
import { connect } from "../../../src/store/event-log/db.ts";
import { openEventLog } from "../../../src/store/event-log/event-log.ts";

const newFile = () => join(mkdtempSync(join(tmpdir(), "ringside-")), "events.db");
const damaged = { name: "Refused", code: "event_log_damaged" };

/** Some touches with properties of several pages each, so that the file's last pages hold text only. */
const touches: Touch[] = Array.from({ length: 60 }, (_, number) => ({
  id: `tch_${number}`,
  contactId: `con_${number % 7}`,
  anonymousId: null,
  accountId: null,
  type: "page_view",
  at: number,
  receivedAt: number,
  props: { note: "x".repeat(number % 3 === 2 ? 9_000 : 40) },
  source: "web",
}));

async function readAll(file: string): Promise<Touch[]> {
  const log = await openEventLog(file);
  const all = await log.after(0, 1_000);
  await log.close();
  return all.map(({ touch }) => touch);
}

const identity = (error: unknown) => error;

const contents = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith("-shm"))
    .map((name) => [name, readFileSync(join(folder, name)).toString("base64")] as const)
    .filter(([, bytes]) => bytes !== "");

describe("event log file", () => {
  /** A log that was closed, and one as a killed process leaves it: some of it still in the WAL. */
  let closed: string;
  let killed: string;

  beforeAll(async () => {
    closed = newFile();
    const log = await openEventLog(closed);
    await log.append(touches);
    await log.close();

    const live = newFile();
    const first = await openEventLog(live);
    await first.append(touches.slice(0, 40));
    await first.close();
    const second = await openEventLog(live);
    await second.append(touches.slice(40));
    killed = newFile();
    copyFileSync(live, killed);
    copyFileSync(`${live}-wal`, `${killed}-wal`);
    await second.close();
  });

  function copyOf(file: string): string {
    const copy = newFile();
    copyFileSync(file, copy);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
    return copy;
  }

  it("keeps everything when it is closed and opened again", async () => {
    expect(await readAll(copyOf(closed))).toEqual(touches);
  });

  it("keeps what is still in the WAL of a killed process", async () => {
    expect(await readAll(copyOf(killed))).toEqual(touches);
  });

  it("refuses a log cut to any length, and leaves it as it is", async () => {
    const { size } = statSync(closed);
    const lengths = [0, 1, 50, 100, 2_000, 4_096, 6_000, 8_192, size / 2, size - 4_096, size - 1];
    for (const length of [...lengths, size - 100, Math.floor(size / 3)]) {
      const file = copyOf(closed);
      truncateSync(file, length);
      const before = contents(join(file, ".."));
      await expect(openEventLog(file), `cut to ${length}`).rejects.toMatchObject(damaged);
      expect(contents(join(file, "..")), `cut to ${length}`).toEqual(before);
    }
  });

  it("refuses a log cut beside its WAL, unless the WAL has all that is missing", async () => {
    const { size } = statSync(killed);
    let refused = 0;
    for (let length = 0; length < size; length += 1_024 + 7) {
      const file = copyOf(killed);
      truncateSync(file, length);
      const before = contents(join(file, ".."));
      const refusal = await openEventLog(file).then((log) => log.close(), identity);
      if (refusal === undefined) {
        expect(await readAll(file), `cut to ${length}`).toEqual(touches);
        continue;
      }
      refused++;
      expect(refusal, `cut to ${length}`).toMatchObject(damaged);
      expect(contents(join(file, "..")), `cut to ${length}`).toEqual(before);
    }
    expect(refused).toBeGreaterThan(10);
  });

  it("opens a log whose WAL was cut in the middle of a write, with all that was committed before", async () => {
    const file = copyOf(killed);
    truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - 100);
    expect(await readAll(file)).toEqual(touches.slice(0, 40));
  });

  it("refuses a log with overwritten pages", async () => {
    const file = copyOf(closed);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 8_192, 16_384);
    writeFileSync(file, bytes);
    await expect(openEventLog(file)).rejects.toMatchObject(damaged);
  });

  it("says what to do about a damaged log", async () => {
    const file = copyOf(closed);
    truncateSync(file, 6_000);
    await expect(openEventLog(file)).rejects.toThrow(
      /is damaged \(it has 6000 of \d+ bytes\)\. Nothing was deleted.*Restore a backup.*move events\.db/,
    );
  });

  it("refuses a file that is something else", async () => {
    const text = newFile();
    writeFileSync(text, "name,email\nAna,ana@example.com\n".repeat(100));
    await expect(openEventLog(text)).rejects.toMatchObject(damaged);

    const other = newFile();
    const connection = await connect(other, "create", (error) => error);
    await connection.exec("CREATE TABLE notes (text)");
    await connection.close();
    await expect(openEventLog(other)).rejects.toThrow("it is not an event log");
  });

  it("refuses a folder in its place and a folder that does not exist", async () => {
    const file = newFile();
    mkdirSync(file);
    const unwritable = { name: "Refused", code: "data_unwritable" };
    await expect(openEventLog(file)).rejects.toMatchObject(unwritable);
    await expect(openEventLog(join(file, "no", "events.db"))).rejects.toMatchObject(unwritable);
  });

  it("refuses a log newer than the code", async () => {
    const file = copyOf(closed);
    const connection = await connect(file, "write", (error) => error);
    await connection.exec("PRAGMA user_version = 99");
    await connection.close();
    await expect(openEventLog(file)).rejects.toMatchObject({ name: "Refused", code: "data_newer" });
  });

  it("does not mix a WAL that was left behind into a new log", async () => {
    const file = copyOf(killed);
    rmSync(file);
    await expect(openEventLog(file)).rejects.toMatchObject(damaged);
  });

  it("is made anew when a crash interrupted its making", async () => {
    const file = newFile();
    writeFileSync(`${file}.new`, "half");
    expect(await readAll(file)).toEqual([]);
  });

  it("gives a log that replaces another only higher positions", async () => {
    const file = newFile();
    const first = await openEventLog(file, { clock: () => 1_000 });
    await first.append(touches);
    const last = (await first.after(0, 1_000)).at(-1)?.position ?? 0;
    await first.close();
    renameSync(file, `${file}.aside`);

    const second = await openEventLog(file, { clock: () => 2_000 });
    await second.append(touches);
    expect(await second.after(last, 1_000)).toHaveLength(touches.length);
    await second.close();
  });
});
