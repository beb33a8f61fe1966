// Runs jobs when they are due. A job's effects and its being done commit together: run again, it changes nothing.
import { setImmediate } from "node:timers/promises";
import { hourMs } from "../core/durations.ts";
import { NotFound, Refused, RetryLater } from "../core/errors.ts";
import type { Clock, Unit } from "../core/ports.ts";
import { createLoop, type Loop } from "../loop.ts";
import { failJob, finishJob, type Job, nextJobAt, takeJobs } from "./jobs.ts";
import type { Records } from "./records/records.ts";

/** Prepares outside the transaction (reading, asking others), then returns what to write inside it. */
export type JobHandler = (payload: unknown, job: Job) => Promise<(unit: Unit) => Promise<void>>;

/** One kind of job: how it runs, and what its people are told when it never will. */
export type JobKind = {
  run: JobHandler;
  /** May take minutes: runs beside the others, one such job at a time. */
  isSlow?: true;
  /** Waits for something outside, such as a model: each such job runs beside all others. */
  waitsForOthers?: true;
  /** What is written, with the job's end, when it is given up. */
  onGivenUp?: JobHandler;
};

export type JobRunnerOptions = {
  records: Records;
  clock: Clock;
  kinds: Record<string, JobKind>;
  onResult?: (kind: string, result: "done" | "retried" | "failed") => void;
  onError: (error: unknown, about: { jobId: string; kind: string }) => void;
  leaseMs?: number;
  maxAttempts?: number;
};

export function createJobRunner(options: JobRunnerOptions): Loop {
  const { records, clock, kinds, leaseMs = 300_000 } = options;
  const slowKinds = Object.keys(kinds).filter((kind) => kinds[kind]?.isSlow);
  // Slow jobs are left alone while one runs: it may outlive its lease, and nobody else may take it then.
  let except: readonly string[] = [];
  const runSlow = async (jobs: Job[]): Promise<void> => {
    except = slowKinds;
    await runAll(jobs, options).finally(() => {
      except = [];
    });
  };
  return createLoop({
    clock,
    nextAt: () => nextJobAt(records, { except }),
    onError: (error) => options.onError(error, { jobId: "", kind: "runner" }),
    async round(start) {
      const jobs = await takeJobs(records, { now: clock(), leaseMs, limit: 20, except });
      const slow = jobs.filter(({ kind }) => slowKinds.includes(kind));
      if (slow.length > 0) start(() => runSlow(slow));
      const waiting = jobs.filter(({ kind }) => kinds[kind]?.waitsForOthers);
      for (const job of waiting) start(() => runJob(job, options));
      await runAll(
        jobs.filter((job) => !slow.includes(job) && !waiting.includes(job)),
        options,
      );
      return jobs.length > 0;
    },
  });
}

/** One after another. What cannot even be written down keeps its lease; the others still run. */
async function runAll(jobs: Job[], options: JobRunnerOptions): Promise<void> {
  const failures: unknown[] = [];
  for (const job of jobs) {
    // SQLite answers at once, so that nothing yields by itself: the network gets a turn in between.
    await setImmediate();
    await runJob(job, options).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function runJob(job: Job, options: JobRunnerOptions): Promise<void> {
  const { records, kinds, onResult } = options;
  try {
    const kind = kinds[job.kind];
    if (!kind) throw new Refused("unknown_job", `No handler for jobs of kind ${job.kind}.`);
    const effect = await kind.run(job.payload, job);
    await records.write(async (unit, { sql }) => {
      await effect(unit);
      finishJob(sql, job.id, unit.now);
    });
    onResult?.(job.kind, "done");
  } catch (error) {
    await onFailure(error, job, options);
  }
}

async function onFailure(error: unknown, job: Job, options: JobRunnerOptions): Promise<void> {
  const { records, clock, kinds, onResult, maxAttempts = 8 } = options;
  const delay = retryDelay(error, job.attempts, maxAttempts);
  // Waiting for something that said when to come back is no error until it is given up.
  const isWait = error instanceof RetryLater && delay !== undefined;
  if (!isWait) options.onError(error, { jobId: job.id, kind: job.kind });
  onResult?.(job.kind, delay === undefined ? "failed" : "retried");
  const failure = { error: String(error).slice(0, 500) };
  if (delay !== undefined) {
    return failJob(records, job, { ...failure, retryAt: clock() + delay });
  }
  const effect = await kinds[job.kind]?.onGivenUp?.(job.payload, job);
  return failJob(records, job, { ...failure, ...(effect ? { effect } : {}) });
}

/** So often a wait is as long as was asked for; then longer each time, or a minute of trouble would use up every attempt. */
const asAsked = 3;

/** What the input makes impossible stays so; anything else is tried again, each time later. */
function retryDelay(error: unknown, attempts: number, maxAttempts: number): number | undefined {
  if (error instanceof Refused || error instanceof NotFound) return undefined;
  if (attempts >= maxAttempts) return undefined;
  const backOffMs = Math.min(1_000 * 2 ** attempts, hourMs);
  if (!(error instanceof RetryLater)) return backOffMs;
  return attempts <= asAsked ? error.afterMs : Math.max(error.afterMs, backOffMs);
}
