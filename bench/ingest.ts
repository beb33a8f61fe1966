// `bench ingest`: touches over HTTP, each acknowledged after its commit (synchronous=FULL), against the usual shape.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureChatDuringImport } from "./ingest/chat-during-import.ts";
import { type Measured, runLoad } from "./ingest/load.ts";
import { createRequests } from "./ingest/requests.ts";
import { makeSlowDisk } from "./ingest/slow-disk.ts";

const mostRounds = 3;
/** No round begins after this: a busy machine gets fewer, and says how many. */
const lastRoundAfterMs = 60_000;
const durationMs = 2_000;
/** Until the compiler of JavaScript has seen enough: a server runs for weeks, ours and the other. */
const warmUpMs = 2_000;
/** As a site with visitors has; `fewer` shows what becomes of it when so few wait that the disk is waited for too. */
const connections = 128;
const fewerConnections = 32;
/** Imported while somebody chats. */
const importedTouches = 1_000_000;

type Case = {
  name: string;
  kind: "ours" | "usual" | "bare";
  size: number;
  slow?: true;
  fewer?: true;
};

const cases: Case[] = [
  { name: "single", kind: "ours", size: 1 },
  { name: "single", kind: "usual", size: 1 },
  { name: "batchOf20", kind: "ours", size: 20 },
  { name: "batchOf20", kind: "usual", size: 20 },
  { name: "batchOf100", kind: "ours", size: 100 },
  { name: "batchOf100", kind: "usual", size: 100 },
  { name: "singleOnSlowDisk", kind: "ours", size: 1, slow: true },
  { name: "singleOnSlowDisk", kind: "usual", size: 1, slow: true },
  { name: "singleOfFewer", kind: "ours", size: 1, fewer: true },
  { name: "singleOfFewerOnSlowDisk", kind: "ours", size: 1, fewer: true, slow: true },
  { name: "single", kind: "bare", size: 1 },
];

type Result = Omit<Measured, "answered"> & {
  touchesPerSecond: number;
  /** All threads of the server; what a busy machine cannot blur much. */
  cpuMicrosPerTouch: number;
};

/** Runs every case up to three times, ours and the usual shape in turn, and gives the medians. */
export async function benchIngest(note: (line: string) => void): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-ingest-"));
  try {
    const library = await makeSlowDisk(folder);
    const chosen = cases.filter(({ slow }) => !slow || library);
    const results = new Map<Case, Result[]>();
    const began = performance.now();
    const isTime = () => performance.now() - began < lastRoundAfterMs;
    let rounds = 0;
    while (rounds === 0 || (rounds < mostRounds && isTime())) {
      rounds += 1;
      for (const one of chosen) {
        const name = `${one.kind}-${one.name}-${rounds}`;
        const result = await measure(one, { folder: join(folder, name), library, name });
        note(`${name}: ${result.touchesPerSecond} touches/s, p99 ${result.p99Ms} ms`);
        results.set(one, [...(results.get(one) ?? []), result]);
      }
    }
    const chatDuringImport = await measureChatDuringImport(importedTouches);
    note(`chat during import: p99 ${chatDuringImport.ackP99Ms} ms`);
    const of = (one: Case) => median(results.get(one) ?? []);
    return {
      ...report(chosen, of, { hasSlowDisk: library !== undefined, rounds }),
      chatDuringImport,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Place = { folder: string; library: string | undefined; name: string };

async function measure(one: Case, { folder, library, name }: Place): Promise<Result> {
  const server = startServer(one, folder, library);
  try {
    const next = createRequests(one.size, name);
    const port = await readNumber(server);
    const onWarm = () => void server.stdin?.write("warm\n");
    const load = {
      connections: one.fewer ? fewerConnections : connections,
      port,
      warmUpMs,
      durationMs,
      next,
      onWarm,
    };
    const { answered, ...measured } = await runLoad(load);
    const cpuMicros = readNumber(server);
    server.stdin?.end();
    const cpuMicrosPerTouch = Math.round((await cpuMicros) / (answered * one.size));
    const touchesPerSecond = measured.requestsPerSecond * one.size;
    return { ...measured, touchesPerSecond, cpuMicrosPerTouch };
  } finally {
    server.stdin?.end();
    if (server.exitCode === null) await once(server, "exit");
  }
}

async function readNumber(server: ChildProcess): Promise<number> {
  const [line] = (await once(server.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return Number(line.toString());
}

const entry = fileURLToPath(new URL("./ingest/serve.ts", import.meta.url));

/** The server gets the first core for itself, the load the others. */
function startServer(
  { kind, slow }: Case,
  folder: string,
  library: string | undefined,
): ChildProcess {
  const command = [process.execPath, "--import", "tsx", entry, kind, folder];
  const [program = "", ...args] =
    process.platform === "linux" ? ["taskset", "-c", "0", ...command] : command;
  // env, not our own environment: only the slow disk is handed on.
  const preload = slow && library ? [`LD_PRELOAD=${library}`] : [];
  return spawn("env", [...preload, program, ...args], { stdio: ["pipe", "pipe", "inherit"] });
}

function median(results: Result[]): Result {
  const sorted = results.toSorted((one, other) => one.touchesPerSecond - other.touchesPerSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error("A case was not measured.");
  return middle;
}

type Ran = { hasSlowDisk: boolean; rounds: number };

function report(chosen: Case[], of: (one: Case) => Result, ran: Ran): object {
  const table = (kind: Case["kind"]) =>
    Object.fromEntries(chosen.filter((one) => one.kind === kind).map((one) => [one.name, of(one)]));
  const [ours, usual, bare] = [table("ours"), table("usual"), table("bare")];
  return {
    name: "ingest",
    machine: {
      cores: cpus().length,
      cpu: cpus()[0]?.model,
      node: process.version,
      // Above the number of cores, others were using them.
      loadAverage: loadavg()[0],
    },
    ours,
    peers: {
      "express, one Prisma create per message": usual,
      "Node's HTTP server alone, which keeps nothing": bare,
    },
    ratios: ratiosOf(ours, { usual, bare }),
    notes: notes(ran),
  };
}

type Table = Record<string, Result>;

/** Ours over the usual shape by case; over bare HTTP; and what a slow disk leaves of our own. */
function ratiosOf(ours: Table, { usual, bare }: { usual: Table; bare: Table }): object {
  const over = (one: Result | undefined, other: Result | undefined) =>
    one && other ? share(one.touchesPerSecond, other.touchesPerSecond) : undefined;
  const overUsual = Object.keys(usual).map((name) => [name, over(ours[name], usual[name])]);
  return {
    ...Object.fromEntries(overUsual),
    singleOverBareHttp: over(ours.single, bare.single),
    keptOnSlowDisk: over(ours.singleOnSlowDisk, ours.single),
    keptOnSlowDiskByFewer: over(ours.singleOfFewerOnSlowDisk, ours.singleOfFewer),
  };
}

function notes({ hasSlowDisk, rounds }: Ran): string[] {
  return [
    `Medians of ${rounds} rounds of ${durationMs / 1_000} s, after ${warmUpMs / 1_000} s of warming up, over ${connections} connections (ofFewer: ${fewerConnections}); the server on one core, the load in another process.`,
    "Node's HTTP server alone reads a request and says yes: no other server on it can answer more. What singleOverBareHttp leaves of it went into reading, checking and the commit.",
    "chatDuringImport: one process imports a million touches and takes a message every 25 ms from another; ack is the wait of whoever wrote, in ms.",
    "Every answer counted is a 2xx after a commit with synchronous=FULL.",
    hasSlowDisk
      ? "The slow disk adds 1 ms to every fsync and fdatasync (LD_PRELOAD)."
      : "This machine has no C compiler to make a slow disk with: left out.",
  ];
}

const share = (one: number, other: number) => Math.round((100 * one) / Math.max(1, other)) / 100;
