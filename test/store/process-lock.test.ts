import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { afterEach, describe, expect, it } from "vitest";
import { acquireLock, readLock } from "../../src/store/process-lock.ts";

const startedAt = Date.UTC(2026, 10, 22, 9);
const newFolder = () => join(mkdtempSync(join(tmpdir(), "ringside-")), "data");
const infoOf = (folder: string, pid = process.pid) => ({
  pid,
  startedAt,
  socket: join(folder, "ringside.sock"),
});
const inUse = expect.objectContaining({ name: "Refused", code: "data_in_use" });

function refusalOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** A process that acquires the lock of each folder it is told, holds it, and says how that went. */
const ownerScript = `
  import { createInterface } from "node:readline";
  import { acquireLock } from "${new URL("../../src/store/process-lock.ts", import.meta.url).href}";
  console.log("ready");
  for await (const folder of createInterface({ input: process.stdin })) {
    try {
      acquireLock(folder, { pid: process.pid, startedAt: ${startedAt}, socket: "s" });
      globalThis.gc();
      console.log("acquired");
    } catch (error) {
      console.log(error.code + " " + error.message);
    }
  }
`;

class Owner {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  readonly lines: AsyncIterator<string>;

  constructor() {
    const flags = ["--expose-gc", "--import", "tsx", "--input-type=module", "--eval"];
    this.process = spawn(process.execPath, [...flags, ownerScript], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const lines: Interface = createInterface({ input: this.process.stdout });
    this.lines = lines[Symbol.asyncIterator]();
  }

  async answer(): Promise<string> {
    return (await this.lines.next()).value;
  }

  async acquire(folder: string): Promise<string> {
    this.process.stdin.write(`${folder}\n`);
    return this.answer();
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    this.process.kill(signal);
    await once(this.process, "exit");
  }
}

describe("process lock", () => {
  const owners: Owner[] = [];
  const startOwner = async () => {
    const owner = new Owner();
    owners.push(owner);
    expect(await owner.answer()).toBe("ready");
    return owner;
  };

  afterEach(async () => {
    await Promise.all(owners.splice(0).map((owner) => owner.end("SIGKILL")));
  });

  it("makes the folder and says who owns it, until it is released", () => {
    const folder = newFolder();
    expect(readLock(folder)).toEqual({ held: false });
    const lock = acquireLock(folder, infoOf(folder));
    expect(readLock(folder)).toEqual({ held: true, info: infoOf(folder) });
    expect(JSON.parse(readFileSync(join(folder, "ringside.lock"), "utf8"))).toEqual(infoOf(folder));
    lock.release();
    expect(readLock(folder)).toEqual({ held: false });
    expect(existsSync(join(folder, "ringside.lock"))).toBe(false);
  });

  it("can be acquired again after it is released, and released twice", () => {
    const folder = newFolder();
    const first = acquireLock(folder, infoOf(folder));
    first.release();
    const second = acquireLock(folder, infoOf(folder));
    first.release();
    expect(readLock(folder)).toEqual({ held: true, info: infoOf(folder) });
    second.release();
  });

  it("refuses a second owner in the same process", () => {
    const folder = newFolder();
    const lock = acquireLock(folder, infoOf(folder));
    expect(refusalOf(() => acquireLock(folder, infoOf(folder)))).toEqual(inUse);
    expect(readLock(folder).held).toBe(true);
    lock.release();
  });

  it("refuses a folder that another process owns, and names that process", async () => {
    const folder = newFolder();
    const owner = await startOwner();
    expect(await owner.acquire(folder)).toBe("acquired");
    expect(readLock(folder)).toMatchObject({ held: true, info: { pid: owner.process.pid } });
    expect(() => acquireLock(folder, infoOf(folder))).toThrow(
      `The data folder ${folder} is in use by process ${owner.process.pid} ` +
        "(since 2026-11-22T09:00:00.000Z). Stop it, or set DATA_DIR to another folder.",
    );
    expect(readLock(folder)).toMatchObject({ held: true, info: { pid: owner.process.pid } });
  });

  it("is free at once when its owner is killed, whatever the owner left behind", async () => {
    const folder = newFolder();
    const owner = await startOwner();
    expect(await owner.acquire(folder)).toBe("acquired");
    await owner.end("SIGKILL");
    expect(existsSync(join(folder, "ringside.lock"))).toBe(true);
    expect(readLock(folder)).toEqual({ held: false });
    const lock = acquireLock(folder, infoOf(folder));
    expect(readLock(folder)).toEqual({ held: true, info: infoOf(folder) });
    lock.release();
  });

  it("leaves nothing behind when its owner ends by itself", async () => {
    const folder = newFolder();
    const owner = await startOwner();
    expect(await owner.acquire(folder)).toBe("acquired");
    owner.process.stdin.end();
    await once(owner.process, "exit");
    expect(existsSync(join(folder, "ringside.lock"))).toBe(false);
  });

  it("has exactly one winner when two processes race for it", async () => {
    const [ana, bo] = await Promise.all([startOwner(), startOwner()]);
    for (let round = 0; round < 10; round++) {
      const folder = newFolder();
      const outcomes = await Promise.all([ana.acquire(folder), bo.acquire(folder)]);
      expect(outcomes.filter((outcome) => outcome === "acquired")).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome.startsWith("data_in_use"))).toHaveLength(1);
    }
  });

  it("is not disturbed by those who look", async () => {
    const owner = await startOwner();
    for (let round = 0; round < 5; round++) {
      const folder = newFolder();
      const outcome = owner.acquire(folder);
      let settled = false;
      const watched = outcome.finally(() => {
        settled = true;
      });
      while (!settled) {
        readLock(folder);
        await new Promise(setImmediate);
      }
      expect(await watched).toBe("acquired");
    }
  });

  it("says who owns it only as far as it can be read", () => {
    const folder = newFolder();
    const lock = acquireLock(folder, infoOf(folder));
    writeFileSync(join(folder, "ringside.lock"), "{half");
    expect(readLock(folder)).toEqual({ held: true });
    expect(() => acquireLock(folder, infoOf(folder))).toThrow("is in use by another process.");
    lock.release();
  });

  it("refuses a file where the folder should be, and names it", () => {
    const folder = newFolder();
    writeFileSync(folder, "not a folder");
    const refusal = refusalOf(() => acquireLock(folder, infoOf(folder)));
    expect(refusal).toMatchObject({ name: "Refused", code: "data_unwritable" });
    expect(String(refusal)).toContain(`The data folder ${folder} cannot be used`);
    expect(readLock(folder)).toEqual({ held: false });
  });

  it.skipIf(process.platform !== "linux")("refuses a folder that cannot be made or written", () => {
    for (const folder of ["/proc/ringside", "/proc/1", "/dev/null/data"]) {
      const refusal = refusalOf(() => acquireLock(folder, infoOf(folder)));
      expect(refusal).toMatchObject({ name: "Refused", code: "data_unwritable" });
    }
  });

  it("refuses a folder whose lock file is something else", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "ringside.lock.db"), { recursive: true });
    const refusal = refusalOf(() => acquireLock(folder, infoOf(folder)));
    expect(refusal).toMatchObject({ name: "Refused", code: "data_unwritable" });
  });
});
