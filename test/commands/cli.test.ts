// The command line as a person meets it: a real process, real files, real ports.
import { existsSync, mkdirSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, describe, expect, it } from "vitest";
import { openEventLog } from "../../src/store/event-log/event-log.ts";
import { newDataFolder, newFolder } from "../helpers/records.ts";
import { type Bot, runCli as run, startBot } from "./run-cli.ts";

let bot: Bot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const folder = () => join(newFolder(), "data");

describe("the command line", () => {
  it("names every wrong variable at once and ends with 1", async () => {
    const { code, err } = await run(["start"], {
      CHAT_PORT: "door",
      HTTP_PORT: "-1",
      LOG_LEVEL: "loud",
    });
    expect(code).toBe(1);
    for (const name of ["CHAT_PORT", "HTTP_PORT", "LOG_LEVEL"]) expect(err).toContain(name);
  });

  it("ends with 2 when it is used wrongly", async () => {
    expect((await run(["nonsense"], {})).code).toBe(2);
    expect((await run(["people", "add"], {})).code).toBe(2);
    const { code, out } = await run(["health", "--nonsense", "--json"], {});
    expect(code).toBe(2);
    expect(JSON.parse(out)).toEqual({
      error: { code: "usage", message: "unknown option '--nonsense'" },
    });
  });

  it("says which program to stop when the port is taken", async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port));
    });
    const { code, err } = await run(["start"], { DATA_DIR: folder(), CHAT_PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is in use`);
    expect(err).toContain("CHAT_PORT");
  });

  it("refuses a data folder that is a file", async () => {
    const file = join(newFolder(), "data");
    writeFileSync(file, "not a folder");
    const { code, err } = await run(["start"], { DATA_DIR: file });
    expect(code).toBe(1);
    expect(err).toContain(file);
  });

  it("refuses a data folder that is in use", async () => {
    const dataDir = folder();
    bot = await startBot({ DATA_DIR: dataDir });
    const { code, err } = await run(["start"], { DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(err).toContain(`process ${bot.pid}`);
  });

  it("refuses a data folder written by a newer version", async () => {
    const dataDir = await newDataFolder();
    const records = new Database(join(dataDir, "records.db"));
    records.exec("UPDATE _prisma_migrations SET migration_name = '29990101_later'");
    records.close();
    const { code, err } = await run(["start"], { DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(err).toContain("written by a newer Ringside");
  });

  it("refuses a truncated event log without touching it", async () => {
    const log = join(await newDataFolder(), "events.db");
    await (await openEventLog(log)).close();
    truncateSync(log, Math.floor(statSync(log).size / 2));
    const size = statSync(log).size;
    const { code, err } = await run(["start"], { DATA_DIR: dirname(log) });
    expect(code).toBe(1);
    expect(err).toContain("events.db");
    expect(statSync(log).size).toBe(size);
  });

  it("starts by tsx with a sample team, takes commands while it runs, and stops cleanly", async () => {
    const dataDir = folder();
    bot = await startBot({ DATA_DIR: dataDir }, { byTsx: true });
    const page = await fetch(/Local chat: (http:\S+)/.exec(bot.said())?.[1] ?? "");
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("Ana Ferreira");

    const add = [
      "people",
      "add",
      "--name",
      "Zoe",
      "--email",
      "zoe@example.com",
      "--role",
      "manager",
      "--json",
    ];
    const added = await run(add, { DATA_DIR: dataDir });
    expect(JSON.parse(added.out)).toMatchObject({ name: "Zoe", role: "manager" });
    const again = await run(add, { DATA_DIR: dataDir });
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out).error.code).toBe("email_taken");

    const doctor = await run(["doctor", "--json"], { DATA_DIR: dataDir });
    expect(JSON.parse(doctor.out)).toMatchObject({ ok: true });
    expect(doctor.out).toContain("running since");
    expect(await bot.stop()).toBe(0);
    expect(existsSync(join(dataDir, "ringside.sock"))).toBe(false);
  });

  it("makes an API key that works, once", async () => {
    const dataDir = folder();
    mkdirSync(dataDir);
    const made = await run(["keys", "add", "--name", "board", "--scopes", "leads:read", "--json"], {
      DATA_DIR: dataDir,
    });
    expect(JSON.parse(made.out).key).toMatch(/^rsk_/);
    const wrong = await run(["keys", "add", "--name", "b", "--scopes", "everything", "--json"], {
      DATA_DIR: dataDir,
    });
    expect(wrong.code).toBe(1);
  });
});

describe("doctor", () => {
  it("says what is broken and what to do, and ends with 1", async () => {
    const { code, out } = await run(["doctor", "--json"], { CHAT_PORT: "door" });
    expect(code).toBe(1);
    const { parts } = JSON.parse(out);
    expect(parts.find(({ part }: { part: string }) => part === "configuration")).toMatchObject({
      state: "broken",
      why: expect.stringContaining("CHAT_PORT"),
    });
  });
});
