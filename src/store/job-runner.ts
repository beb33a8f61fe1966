// Runs jobs when they are due. A job's effects and its being done commit together: run again, it changes nothing.
import { setImmediate } from "node:timers/promises";
import { NotFound, Refused, RetryLater } from "../core/errors.ts";
import type { Clock, Unit } from "../core/ports.ts";
import { createLoop, type Loop } from "../loop.ts";
import { failJob, finishJob, type Job, nextJobAt, takeJobs } from "./jobs.ts";
import type { Records } from "./records.ts";

/** Prepares outside the transaction (reading, asking others), then returns what to write inside it. */
export type JobHandler = (payload: unknown, job: Job) => Promise<(unit: Unit) => Promise<void>>;

export type JobRunnerOptions = {
  records: Records;
  clock: Clock;
  handlers: Record<string, JobHandler>;
  onResult?: (kind: string, result: "done" | "retried" | "failed") => void;
  onError: (error: unknown, about: { jobId: string; kind: string }) => void;
  leaseMs?: number;
  maxAttempts?: number;
};

export function createJobRunner(options: JobRunnerOptions): Loop {
  const { records, clock, leaseMs = 300_000 } = options;
  return createLoop({
    clock,
    nextAt: () => nextJobAt(records),
    onError: (error) => options.onError(error, { jobId: "", kind: "runner" }),
    async round() {
      const jobs = await takeJobs(records, { now: clock(), leaseMs, limit: 20 });
      const failures: unknown[] = [];
      for (const job of jobs) {
        // SQLite answers at once, so that nothing yields by itself: the network gets a turn in between.
        await setImmediate();
        // What cannot even be written down keeps its lease; the others taken with it still run.
        await runJob(job, options).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
      return jobs.length > 0;
    },
  });
}

async function runJob(job: Job, options: JobRunnerOptions): Promise<void> {
  const { records, clock, handlers, onResult } = options;
  try {
    const handler = handlers[job.kind];
    if (!handler) throw new Refused("unknown_job", `No handler for jobs of kind ${job.kind}.`);
    const effect = await handler(job.payload, job);
    await records.write(async (unit, client) => {
      await effect(unit);
      await finishJob(client, job.id, unit.now);
    });
    onResult?.(job.kind, "done");
  } catch (error) {
    const delay = retryDelay(error, job.attempts, options.maxAttempts ?? 8);
    options.onError(error, { jobId: job.id, kind: job.kind });
    onResult?.(job.kind, delay === undefined ? "failed" : "retried");
    const retryAt = delay === undefined ? undefined : clock() + delay;
    await failJob(records, job, { error: String(error).slice(0, 500), retryAt });
  }
}

/** What the input makes impossible stays so; anything else is tried again, each time later. */
function retryDelay(error: unknown, attempts: number, maxAttempts: number): number | undefined {
  if (error instanceof Refused || error instanceof NotFound) return undefined;
  if (attempts >= maxAttempts) return undefined;
  if (error instanceof RetryLater) return error.afterMs;
  return Math.min(1_000 * 2 ** attempts, 3_600_000);
}
