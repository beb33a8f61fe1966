import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as model from "../emulators/model/behaviours.ts";
import { type ModelEndpoint, startModelEndpoint } from "../emulators/model/endpoint.ts";
import { programOf } from "../helpers/program.ts";
import { newDataFolder } from "../helpers/records.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld } from "../helpers/world.ts";
import type { Told } from "./practice-child.ts";

type Row = Record<string, string | number | null>;
type Turn = { number: number; speaker: string; maker: string | null; text: string; atMs: number };

const said = ["What worries you most?", "Twenty minutes a nurse, on shift.", "Nights are covered."];
let endpoint: ModelEndpoint;
let program: string;
let database: Database.Database;
const children: { child: ChildProcess; loaded: Promise<unknown> }[] = [];

/** What became of it once everything was over. */
let turns: Turn[] = [];
let askedOfModel = 0;

beforeAll(async () => {
  await sharedTraining().reload();
  endpoint = await startModelEndpoint(model.plays());
  program = await programOf(new URL("practice-child.ts", import.meta.url));
  const dataDir = await newDataFolder();
  await (await createWorld([], { dataDir })).close();
  const file = join(dataDir, "records.db");
  const first = startChild(dataDir, endpoint.url);
  await begin(first);
  database = new Database(file, { readonly: true });
  await tell(first, { says: "practice" });
  await until(() => sessions().length === 1);
  await tell(first, { taps: "Keep my practice" });
  await tell(first, { taps: "Start" });
  await until(() => readTurns().length === 1);

  // Killed while the model is being asked.
  const second = startChild(dataDir);
  endpoint.does(model.stalls);
  await tell(first, { says: said[0] ?? "" });
  await until(() => endpoint.requests.length === 1);
  await kill(first);
  await begin(second);
  await until(() => readTurns().length === 3);

  // Killed as soon as words are acknowledged, with nothing but the embedded customer.
  const third = startChild(dataDir, endpoint.url);
  await tell(second, { says: said[1] ?? "" });
  await kill(second);
  endpoint.does(model.plays());
  await begin(third);
  await until(() => readTurns().length === 5);
  await tell(third, { says: said[2] ?? "" });
  await until(() => readTurns().length === 7);
  endpoint.does(model.writes('{"checks": []}'));
  await tell(third, { says: "stop" });
  await until(() => all("SELECT id FROM PracticeReport").length === 1);
  await until(() => all("SELECT id FROM OutboxMessage WHERE state != 'sent'").length === 0);
  turns = readTurns();
  askedOfModel = endpoint.requests.length;
  await kill(third);
});
afterAll(async () => {
  for (const { child } of children) child.kill("SIGKILL");
  database?.close();
  await endpoint?.close();
});

describe("a practice whose process is killed in its midst", () => {
  it("goes on with nothing lost and no turn twice", () => {
    expect(turns.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(turns.flatMap(({ speaker, text }) => (speaker === "rep" ? [text] : []))).toEqual(said);
    expect(new Set(turns.map(({ text }) => text)).size).toBe(turns.length);
  });

  it("asks again for the words that were on their way, of whoever speaks now", () => {
    const makers = turns.flatMap(({ speaker, maker }) => (speaker === "customer" ? [maker] : []));
    expect(makers).toEqual(["embedded", "embedded", "model", "model"]);
    // The one that was left hanging, and one for each turn that the model worded.
    expect(askedOfModel).toBeGreaterThanOrEqual(3);
  });

  it("keeps its clock: every turn is as late as it really was", () => {
    const rows = all("SELECT at FROM Turn ORDER BY number");
    const [start = 0] = rows.map(({ at }) => toMs(at));
    expect(rows.map(({ at }) => toMs(at) - start)).toEqual(turns.map(({ atMs }) => atMs));
    const [{ play } = { play: "{}" }] = all("SELECT play FROM PracticeSession");
    const { playedMs, ending } = JSON.parse(String(play)) as { playedMs: number; ending: string };
    expect(ending).toBe("given-up");
    expect(playedMs).toBeGreaterThanOrEqual(turns.at(-1)?.atMs ?? Number.POSITIVE_INFINITY);
  });

  it("shows every turn of the customer once, and one report", () => {
    const shown = all("SELECT body FROM LocalMessage WHERE author = 'ringside'").map(({ body }) =>
      String(body),
    );
    for (const { speaker, text } of turns) {
      if (speaker !== "customer") continue;
      expect(shown.filter((body) => body.includes(JSON.stringify(text)))).toHaveLength(1);
    }
    expect(all("SELECT id FROM PracticeReport")).toHaveLength(1);
  });
});

/** Looks until it is so; the suite's own time limit ends a wait for nothing. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(25);
}

function startChild(dataDir: string, modelUrl?: string): ChildProcess {
  const args = [dataDir, ...(modelUrl ? [modelUrl] : [])];
  const child = fork(program, args, { execArgv: [] });
  children.push({ child, loaded: once(child, "message") });
  return child;
}

/** Opens the records and begins; until then it has only loaded its code. */
async function begin(child: ChildProcess): Promise<void> {
  await children.find((one) => one.child === child)?.loaded;
  child.send({ begin: true });
  await once(child, "message");
}

async function tell(child: ChildProcess, told: Told): Promise<void> {
  child.send(told);
  await once(child, "message");
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

function all(sql: string): Row[] {
  return database.prepare<[], Row>(sql).all();
}

const sessions = () => all("SELECT id FROM PracticeSession");

function readTurns(): Turn[] {
  return all("SELECT number, speaker, maker, text, labels FROM Turn ORDER BY number").map(
    ({ number, speaker, maker, text, labels }) => ({
      ...{ number: Number(number), speaker: String(speaker), text: String(text) },
      maker: maker === null ? null : String(maker),
      atMs: (JSON.parse(String(labels)) as { atMs: number }).atMs,
    }),
  );
}

/** Times are kept as ISO text or as milliseconds. */
const toMs = (at: Row[string] | undefined) => new Date(at ?? 0).getTime();
