// Fuzzing: inputs by the hundred thousand, made of good ones from a seed, into everything that reads what others wrote.
import { NotFound, Refused, RetryLater } from "../src/core/errors.ts";
import { createRandom } from "../src/sample/random.ts";
import { createChatTargets } from "./fuzz/chat-targets.ts";
import { createFileTargets } from "./fuzz/file-targets.ts";
import { mutate } from "./fuzz/mutate.ts";
import { createReadTargets } from "./fuzz/read-targets.ts";
import type { Target } from "./fuzz/target.ts";
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
  targets: { name: string; inputs: number; refused: number; slowestMs: number }[];
  broken: Broken[];
};

/** Longer than this is a hang: one input of one person, while others wait. */
const mostMs = 1_000;
/** Of each kind of trouble per target that is kept; the rest is counted. */
const mostKept = 3;

/** Fuzzes everything; the same seed makes the same inputs. */
export async function fuzz({ inputs, seed, only = "", note }: FuzzOptions): Promise<FuzzReport> {
  const web = await openWebTargets();
  const all = [
    ...createReadTargets(),
    ...createFileTargets(),
    ...createChatTargets(),
    ...web.targets,
  ];
  const targets = all.filter(({ name }) => name.includes(only));
  const each = Math.ceil(inputs / targets.length);
  const report: FuzzReport = { seed, inputs: 0, crashes: 0, hangs: 0, targets: [], broken: [] };
  try {
    for (const target of targets) {
      await fuzzOne(target, { each, report });
      const last = report.targets.at(-1);
      note?.(`${target.name}: ${each} inputs, slowest ${last?.slowestMs} ms`);
    }
  } finally {
    await web.close();
  }
  return report;
}

type Run = { each: number; report: FuzzReport };

async function fuzzOne(target: Target, { each, report }: Run): Promise<void> {
  const { examples, name } = target;
  const random = createRandom(report.seed, name);
  const counted = { name, inputs: each, refused: 0, slowestMs: 0 };
  const broken: Broken[] = [];
  for (let number = 0; number < each; number += 1) {
    // Good ones first: a target that refuses what it should take proves nothing.
    const example = examples[number % examples.length] ?? "";
    const input = number < examples.length ? example : mutate(example, random);
    const { ms, outcome, why } = await tryOne(target, input);
    counted.slowestMs = Math.max(counted.slowestMs, Math.round(ms * 10) / 10);
    counted.refused += Number(outcome === "refused");
    report.crashes += Number(outcome === "crash");
    report.hangs += Number(ms > mostMs);
    if (why) broken.push({ target: name, seed: report.seed, number, why, input });
  }
  report.inputs += each;
  report.targets.push(counted);
  report.broken.push(...broken.slice(0, mostKept));
}

type Tried = { ms: number; outcome: "taken" | "refused" | "crash"; why: string };

/** What is slow is tried again: the machine may have been busy elsewhere. */
async function tryOne(target: Target, input: string): Promise<Tried> {
  const first = await time(target, input);
  if (first.ms <= mostMs) return first;
  const second = await time(target, input);
  const faster = first.ms < second.ms ? first : second;
  return faster.ms > mostMs ? { ...faster, why: `took ${Math.round(faster.ms)} ms` } : faster;
}

async function time(target: Target, input: string): Promise<Tried> {
  const began = performance.now();
  try {
    const result = target.run(input);
    if (result instanceof Promise) await result;
    return { ms: performance.now() - began, outcome: "taken", why: "" };
  } catch (error) {
    const isOurs = [Refused, NotFound, RetryLater].some((kind) => error instanceof kind);
    const why = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : "?";
    const ms = performance.now() - began;
    return isOurs ? { ms, outcome: "refused", why: "" } : { ms, outcome: "crash", why };
  }
}
