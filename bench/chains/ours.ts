// Our matcher over the whole workload.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createMatcher } from "../../src/core/journey/chains/matcher.ts";
import { isOf } from "../../src/core/journey/rules/holds.ts";
import type { Rule } from "../../src/core/journey/rules/rule.ts";
import type { Touch } from "../../src/core/model.ts";
import { type Rate, Stopwatch } from "./stopwatch.ts";
import { createBatches, customers } from "./workload.ts";

/** One pass over a stream; the time is that of matching alone, on one thread. */
export type Pass = {
  rate: Rate;
  matches: number;
  customers: number;
  patternsPerTouch: number;
  /** What the matcher holds per customer, and what the process grew by, both in bytes. */
  stateBytesPerCustomer: number;
  processBytesPerCustomer: number;
  saveMs: number;
  restoreMs: number;
  snapshotBytes: number;
};

export function runOurs(rules: readonly Rule[], batches: Iterable<Touch[]>): Pass {
  const before = bytesOfProcess();
  const matcher = createMatcher(rules);
  const watch = new Stopwatch();
  let [touches, matches, lastAt] = [0, 0, 0];
  for (const batch of batches) {
    const stop = watch.start();
    matches += matcher.take(batch).length;
    stop();
    touches += batch.length;
    lastAt = batch.at(-1)?.at ?? lastAt;
  }
  matches += matcher.passTo(lastAt).length;
  const { customers: seen, bytes } = matcher.size();
  const grown = bytesOfProcess() - before;
  const [saveMs, snapshot] = timed(() => matcher.snapshot());
  const [restoreMs] = timed(() => createMatcher(rules, { from: snapshot }));
  return {
    ...{ rate: watch.rate(touches), matches, customers: seen },
    patternsPerTouch: countPatterns(rules),
    stateBytesPerCustomer: Math.round(bytes / seen),
    processBytesPerCustomer: Math.round(grown / seen),
    ...{ saveMs: Math.round(saveMs), restoreMs: Math.round(restoreMs) },
    snapshotBytes: snapshot.byteLength,
  };
}

/** On average over a thousand touches, asked one by one. */
function countPatterns(rules: readonly Rule[]): number {
  const patterns = rules.flatMap(({ steps, unless, absent }) => [
    ...steps,
    ...unless,
    ...(absent?.anyOf ?? []),
  ]);
  const [sample = []] = createBatches(1_000);
  const met = sample.reduce(
    (sum, touch) => sum + patterns.filter((pattern) => isOf(pattern, touch)).length,
    0,
  );
  return Math.round((met / sample.length) * 10) / 10;
}

/** A flood, as touches a second of each tenth of it. */
export function runFlood(rules: readonly Rule[], batches: Iterable<Touch[]>): Rate[] {
  const matcher = createMatcher(rules);
  const rates: Rate[] = [];
  let watch = new Stopwatch();
  let touches = 0;
  for (const batch of batches) {
    const stop = watch.start();
    matcher.take(batch);
    stop();
    touches += batch.length;
    if (touches < 100_000) continue;
    rates.push(watch.rate(touches));
    watch = new Stopwatch();
    touches = 0;
  }
  return rates;
}

/** What finding one customer by id costs here, in a table of as many, with ids that come as new strings. */
export function measureLookup(): number {
  const id = (number: number) => `con_01J9Z0QK${number}`;
  const table = new Map(Array.from({ length: customers }, (_, number) => [id(number), number]));
  const wanted = Array.from({ length: 200_000 }, (_, number) => id((number * 7_919) % customers));
  const fresh = JSON.parse(JSON.stringify(wanted)) as string[];
  const watch = new Stopwatch();
  const stop = watch.start();
  const found = fresh.filter((each) => table.has(each)).length;
  stop();
  return Math.round((watch.cpuMs * 1e6) / found);
}

function timed<Result>(work: () => Result): [number, Result] {
  const from = performance.now();
  const result = work();
  return [performance.now() - from, result];
}

/** What is really in use: after a collection, arrays outside the heap included. */
function bytesOfProcess(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  // Twice: arrays outside the heap are given back by the collection after the one that finds them unused.
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
