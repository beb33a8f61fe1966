// Fuzzing: inputs by the hundred thousand, made of good ones from a seed, into everything that reads what others wrote.
import { Worker } from "node:worker_threads";
import { createRandom } from "../src/sample/random.ts";
import { createChatTargets } from "./fuzz/chat-targets.ts";
import { createFileTargets } from "./fuzz/file-targets.ts";
import { mutate } from "./fuzz/mutate.ts";
import { openPracticeTargets } from "./fuzz/practice-targets.ts";
import { createReadTargets } from "./fuzz/read-targets.ts";
import { openServiceTargets } from "./fuzz/service-targets.ts";
import { openTalkTargets } from "./fuzz/talk-targets.ts";
import type { OpenTargets, Target } from "./fuzz/target.ts";
import { mostMs, tryInput } from "./fuzz/try-input.ts";
import { createValueTargets } from "./fuzz/value-targets.ts";
import { openWebTargets } from "./fuzz/web-targets.ts";

export type FuzzOptions = {
  /** In all, the same for every target. */
  inputs: number;
  seed: number;
  /** Only targets whose name has this in it. */
  only?: string | undefined;
  note?: (line: string) => void;
};

/** A target's inputs that broke it: by an error that is none of ours, or by taking longer than a second. */
export type Broken = { target: string; seed: number; number: number; why: string; input: string };
export type FuzzReport = {
  seed: number;
  inputs: number;
  crashes: number;
  hangs: number;
  /** `totalMs` and `slowestMs` are time of the processor. */
  targets: {
    name: string;
    inputs: number;
    refused: number;
    totalMs: number;
    slowestMs: number;
  }[];
  broken: Broken[];
};

/** Of each target's trouble that is kept; the rest is counted. */
const mostKept = 3;
/** An input on which nothing else gets a turn for so long never ends. */
const neverEndsMs = 120_000;

/** Fuzzes everything; the same seed makes the same inputs. */
export async function fuzz({ inputs, seed, only = "", note }: FuzzOptions): Promise<FuzzReport> {
  const open: OpenTargets[] = await Promise.all([
    openPracticeTargets(),
    openServiceTargets(),
    openWebTargets(),
    openTalkTargets(),
  ]);
  const pure = [createReadTargets, createValueTargets, createFileTargets, createChatTargets];
  const all = pure.flatMap((create) => create());
  const targets = [...all, ...open.flatMap((one) => one.targets)].filter(({ name }) =>
    name.includes(only),
  );
  const each = Math.ceil(inputs / targets.length);
  const report: FuzzReport = { seed, inputs: 0, crashes: 0, hangs: 0, targets: [], broken: [] };
  const file = new URL("./fuzz/watchdog.mjs", import.meta.url);
  const watchdog = new Worker(file, { workerData: { mostMs: neverEndsMs }, execArgv: [] });
  try {
    for (const target of targets) {
      await fuzzOne(target, { each, report, watchdog });
      const { totalMs, slowestMs } = report.targets.at(-1) ?? {};
      const broke = report.broken.filter((one) => one.target === target.name).length;
      const line = `${target.name}: ${each} inputs, ${totalMs} ms, slowest ${slowestMs} ms`;
      note?.(broke > 0 ? `${line}, BROKEN` : line);
    }
  } finally {
    await watchdog.terminate();
    for (const one of open) await one.close();
  }
  return report;
}

type Run = { each: number; report: FuzzReport; watchdog: Worker };

async function fuzzOne(target: Target, { each, report, watchdog }: Run): Promise<void> {
  const { examples, name } = target;
  const random = createRandom(report.seed, name);
  const counted = { name, inputs: each, refused: 0, totalMs: 0, slowestMs: 0 };
  const broken: Broken[] = [];
  for (let number = 0; number < each; number += 1) {
    // Good ones first: a target that refuses what it should take proves nothing.
    const example = examples[number % examples.length] ?? "";
    const input = number < examples.length ? example : mutate(example, random);
    watchdog.postMessage({ target: name, number, input });
    const { ms, outcome, why } = await tryInput(target, input);
    counted.slowestMs = Math.max(counted.slowestMs, ms);
    counted.totalMs += ms;
    counted.refused += Number(outcome === "refused");
    report.crashes += Number(outcome === "crash");
    report.hangs += Number(ms > mostMs);
    if (why) broken.push({ target: name, seed: report.seed, number, why, input });
  }
  report.inputs += each;
  const { totalMs, slowestMs } = counted;
  report.targets.push({
    ...counted,
    totalMs: Math.round(totalMs),
    slowestMs: Math.round(slowestMs * 10) / 10,
  });
  report.broken.push(...broken.slice(0, mostKept));
}
