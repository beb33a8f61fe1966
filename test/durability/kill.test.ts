import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ChatEvent, Interaction } from "../../src/chat/adapter.ts";
import type { Identity } from "../../src/core/facts.ts";
import { createRandom } from "../../src/sample/random.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { programOf } from "../helpers/program.ts";
import { newFolder } from "../helpers/records.ts";
import { type Platform, startPlatform } from "./platform.ts";

const kills = 20;
const people = Array.from({ length: 16 }, (_, index) => `per_${index}`);
const random = createRandom(20_261_122, "events").unit;
/** Of its own, since what is said and answered draws from the other in an order that changes from run to run. */
const randomMoment = createRandom(22_112_026, "moments").unit;

type Row = Record<string, string | number>;
type Child = {
  /** Opens the records and begins; until then it has only loaded its code. Answers with its port, if it gets that far. */
  begin(): Promise<number | undefined>;
  process: ChildProcess;
  exited: Promise<unknown>;
};
type Said = (ChatEvent | Interaction) & { externalId: string };

/** What the outside saw: every event acknowledged, and the answers to presses. */
const acked: Said[] = [];
const answers = new Map<string, Set<string>>();
const killed = { starting: 0, working: 0 };
let platform: Platform;
let program: string;
let database: Database.Database;
let port: number | undefined;
let ackedCount = 0;

beforeAll(async () => {
  platform = await startPlatform(random);
  program = await programOf(new URL("child.ts", import.meta.url));
  const file = join(newFolder(), "records.db");
  await addPeople(file);
  let isOver = false;
  const feeding = people.map((person) => feed(person, () => isOver));
  let child = startChild(file);
  for (let kill = 0; kill < kills; kill += 1) {
    const next = startChild(file);
    await liveAndDie(child, kill % 4 === 3);
    child = next;
  }
  isOver = true;
  port = await child.begin();
  await Promise.all(feeding);
  while ((await post("/waiting", {})) !== "[0,0,0]") await setTimeout(50);
  await post("/close", {}).catch(() => {});
  await child.exited;
  database = new Database(file, { readonly: true });
});
afterAll(async () => {
  database?.close();
  await platform.close();
});

describe(`a process killed ${kills} times at random moments`, () => {
  const all = (sql: string) => database.prepare<[], Row>(sql).all();
  const keysOf = (sql: string) => all(sql).map(({ key }) => String(key));
  const expected = () => acked.map(({ key }) => key).sort();

  it("is killed while it starts, and while it works", () => {
    expect(killed).toEqual({ starting: kills / 4, working: (kills / 4) * 3 });
    expect(acked.length).toBeGreaterThan(killed.working);
  });

  it("does what was asked by every acknowledged event, once", () => {
    const sql = `SELECT recordId AS key FROM Audit WHERE kind IN ('message', 'action')`;
    expect(keysOf(sql).sort()).toEqual(expected());
  });

  it("counts right, since what it reads and writes is one transaction", () => {
    const counts = all("SELECT recordId, value FROM FieldValue");
    const said = people.map((person) => acked.filter((one) => one.externalId === person).length);
    const counted = people.map((id) => counts.find((row) => row.recordId === id)?.value);
    expect(counted.map(Number)).toEqual(said);
  });

  it("runs the job of every event, once", () => {
    expect(keysOf("SELECT recordId AS key FROM Audit WHERE kind = 'job'").sort()).toEqual(
      expected(),
    );
  });

  it("gives one answer to a press, however often it is delivered", () => {
    expect([...answers.values()].filter((given) => given.size !== 1)).toEqual([]);
    expect(answers.size).toBeGreaterThan(0);
  });

  it("sends every card, once", () => {
    const cards = platform.accepted.map(({ cardKey }) => cardKey).sort();
    const own = expected().flatMap((key) => [`answer:${key}`, `follow:${key}`]);
    const counts = people.map((person) => `count:${person}`);
    expect(cards).toEqual([...own, ...counts].sort());
  });

  it("sends each person their cards in the order they were decided", () => {
    const decided = keysOf("SELECT key FROM OutboxMessage ORDER BY sequence");
    for (const person of people) {
      const got = platform.accepted.filter(({ to }) => to === person).map(({ key }) => key);
      expect(got).toEqual(decided.filter((key) => got.includes(key)));
    }
  });

  it("leaves each card as it was last", () => {
    const rows = all("SELECT target, ref FROM SentCard WHERE cardKey LIKE 'count:%'");
    const shown = rows.map((row) => platform.titles.get(JSON.parse(String(row.ref)).key));
    const said = rows.map((row) => acked.filter((one) => one.externalId === row.target).length);
    expect(shown.map(Number)).toEqual(said);
  });

  it("leaves nothing waiting, and nothing given up", () => {
    const states = (table: string) =>
      all(`SELECT DISTINCT state FROM ${table}`).map(({ state }) => state);
    expect(states("InboxEvent")).toEqual(["done"]);
    expect(states("OutboxMessage")).toEqual(["sent"]);
    expect(states("Job")).toEqual(["done"]);
  });

  it("leaves a sound database", () => {
    expect(all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
  });
});

describe("a process killed while it makes its database", () => {
  it("starts again", async () => {
    const file = join(newFolder(), "records.db");
    for (let kill = 0; kill < 5; kill += 1) {
      const child = startChild(file);
      void child.begin();
      while (!existsSync(file)) await setTimeout(1);
      await setTimeout(randomMoment() * 120);
      child.process.kill("SIGKILL");
      await child.exited;
    }
    const survivor = startChild(file);
    expect(await survivor.begin()).toBeGreaterThan(0);
    survivor.process.kill("SIGKILL");
    await survivor.exited;
  });
});

async function addPeople(file: string): Promise<void> {
  const records = await openRecords({ file, clock: Date.now, newId: createNewId() });
  const identities = people.map((id): Identity => {
    const at = { surface: "slack", connection: "T1", externalId: id } as const;
    const by = { verifiedBy: "email", createdAt: testNow, lastSeenAt: null } as const;
    return { id: `idn_${id}`, personId: id, ...at, ...by };
  });
  await records.write(async (unit) => {
    await unit.putRecords(
      "person",
      people.map((id) => aPerson(id)),
    );
    await unit.identities.put(...identities);
  });
  await records.close();
}

function startChild(file: string): Child {
  const child = spawn(process.execPath, [program, file, platform.url], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const line = once(lines, "line").then(([text]) => Number(text));
  return {
    process: child,
    exited,
    begin() {
      child.stdin.write("begin\n");
      return Promise.race([line, exited.then(() => undefined)]);
    },
  };
}

/** Lets a process begin and kills it: at once, or after it has acknowledged a few things. */
async function liveAndDie(child: Child, isEarly: boolean): Promise<void> {
  const begun = child.begin();
  if (!isEarly) {
    port = await begun;
    const enough = ackedCount + 1 + Math.floor(randomMoment() * 10);
    while (ackedCount < enough) await setTimeout(1);
  }
  await setTimeout(5 + randomMoment() * 395);
  child.process.kill("SIGKILL");
  await child.exited;
  port = undefined;
  killed[isEarly ? "starting" : "working"] += 1;
}

/** Says one thing after another for a person, each until it is acknowledged; one in five again after that. */
async function feed(person: string, isOver: () => boolean): Promise<void> {
  for (let number = 0; !isOver(); number += 1) {
    const said = say(person, number);
    // Now and then both come at once.
    await Promise.all(random() < 0.1 ? [deliver(said), deliver(said)] : [deliver(said)]);
    acked.push(said);
    if (random() < 0.2) await deliver({ ...said, key: `${said.key}/again`, aliases: [said.key] });
    if (random() < 0.2) await deliver(said);
    await setTimeout(random() * 40);
  }
}

function say(person: string, number: number): Said {
  const from = { surface: "slack", connection: "T1", externalId: person } as const;
  const about = { ...from, key: `${person} ${number}`, at: testNow };
  if (random() < 0.3) return { ...about, kind: "action", ref: "count" };
  return { ...about, kind: "message", text: "count" };
}

/** Delivers until it is acknowledged. */
async function deliver(said: Said): Promise<void> {
  const path = said.kind === "action" ? "/press" : "/event";
  for (;;) {
    const answer = await post(path, said).catch(() => undefined);
    if (answer !== undefined) return keepAnswer(said, answer);
    await setTimeout(10);
  }
}

function keepAnswer(said: Said, answer: string): void {
  ackedCount += 1;
  if (said.kind !== "action") return;
  const key = said.key.replace("/again", "");
  answers.set(key, new Set([...(answers.get(key) ?? []), answer]));
}

/** Undefined while nobody listens; throws when the answer breaks off. */
async function post(path: string, body: object): Promise<string | undefined> {
  if (port === undefined) return undefined;
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
