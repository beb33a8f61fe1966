// Jobs as rows: due at a time, at most one per key, taken under a lease so that a crash returns them.
import type { NewId } from "../core/ids.ts";
import type { NewJob, Unit } from "../core/ports.ts";
import { upsertAll } from "./records/bulk.ts";
import type { Records } from "./records/records.ts";
import type { Sql } from "./records/sql.ts";

export type Job = { id: string; kind: string; payload: unknown; attempts: number };

const times = ["runAt", "leaseTo", "createdAt", "doneAt"];

/** Queues jobs whose keys are new. */
export function queueJobs(
  sql: Sql,
  jobs: NewJob[],
  { now, newId }: { now: number; newId: NewId },
): void {
  if (jobs.length === 0) return;
  const known = sql.all<{ key: string }>(
    `SELECT "key" FROM "Job" WHERE "key" IN (SELECT "value" FROM json_each(?))`,
    JSON.stringify(jobs.map((job) => job.key)),
  );
  const taken = new Set(known.map((job) => job.key));
  const fresh = jobs.filter((job) => !taken.has(job.key) && taken.add(job.key));
  const rows = fresh.map((job) => ({
    id: newId("job"),
    kind: job.kind,
    key: job.key,
    payload: job.payload,
    state: "queued",
    attempts: 0,
    runAt: job.runAt ?? now,
    leaseTo: null,
    error: null,
    createdAt: now,
    doneAt: null,
  }));
  upsertAll(sql, { model: "Job", times, json: ["payload"] }, rows);
}

type Taking = { now: number; leaseMs: number; limit: number; except?: readonly string[] };

/** Takes up to `limit` due jobs, and those whose runner died holding them; none of the kinds in `except`. */
export async function takeJobs(
  records: Records,
  { now, leaseMs, limit, except = [] }: Taking,
): Promise<Job[]> {
  const due = (sql: Sql, limit: number) =>
    sql.all<Row>(dueJobs, now, now, JSON.stringify(except), limit);
  // Looks before anything is locked: mostly there is nothing to take.
  if (due(records.sql, 1).length === 0) return [];
  return records.transaction(async ({ sql }) => {
    const rows = due(sql, limit);
    const ids = JSON.stringify(rows.map(({ id }) => id));
    sql.run(
      `UPDATE "Job" SET "state" = 'running', "leaseTo" = ?, "attempts" = "attempts" + 1
       WHERE "id" IN (SELECT "value" FROM json_each(?))`,
      now + leaseMs,
      ids,
    );
    return rows.map(({ payload, attempts, ...job }) => {
      return { ...job, payload: JSON.parse(payload) as unknown, attempts: attempts + 1 };
    });
  });
}

type Row = Omit<Job, "payload"> & { payload: string };

const others = `"kind" NOT IN (SELECT "value" FROM json_each(?))`;

const dueJobs = `
  SELECT "id", "kind", "payload", "attempts" FROM "Job"
  WHERE ("state" = 'queued' AND "runAt" <= ? OR "state" = 'running' AND "leaseTo" <= ?) AND ${others}
  ORDER BY "runAt", "id" LIMIT ?`;

/** When there is a job to take: one becomes due, or the lease of one ends; undefined when none is. */
export async function nextJobAt(
  { sql }: Pick<Records, "sql">,
  { except = [] }: { except?: readonly string[] } = {},
): Promise<number | undefined> {
  const left = JSON.stringify(except);
  const first = (text: string) => sql.all<{ at: number | null }>(text, left)[0]?.at ?? [];
  const times = [
    first(`SELECT MIN("runAt") AS "at" FROM "Job" WHERE "state" = 'queued' AND ${others}`),
    first(`SELECT MIN("leaseTo") AS "at" FROM "Job" WHERE "state" = 'running' AND ${others}`),
  ].flat();
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * Marks a job done; call it in the transaction of its effects. Throws, and so undoes them, when another runner
 * finished the job first because this one outlived its lease.
 */
export function finishJob(sql: Sql, id: string, now: number): void {
  const count = sql.run(
    `UPDATE "Job" SET "state" = 'done', "leaseTo" = NULL, "error" = NULL, "doneAt" = ?
     WHERE "id" = ? AND "state" IN ('queued', 'running')`,
    now,
    id,
  );
  if (count === 0) throw new Error(`Job ${id} was finished by another runner.`);
}

type JobFailure = { error: string; retryAt?: number; effect?: (unit: Unit) => Promise<void> };

/** Puts a failed job back for later; without `retryAt` gives it up, with `effect`. Not if another took it over. */
export async function failJob(
  records: Records,
  job: Job,
  { error, retryAt, effect }: JobFailure,
): Promise<void> {
  await records.write(async (unit, { prisma }) => {
    const { count } = await prisma.job.updateMany({
      where: { id: job.id, state: "running", attempts: job.attempts },
      data:
        retryAt === undefined
          ? { state: "failed", leaseTo: null, error }
          : { state: "queued", leaseTo: null, error, runAt: new Date(retryAt) },
    });
    if (count > 0) await effect?.(unit);
  });
}

/** At start nobody runs anything: what a dead process held is due at once. */
export function releaseJobs(records: Records): Promise<unknown> {
  return records.transaction(({ prisma }) =>
    prisma.job.updateMany({
      where: { state: "running" },
      data: { state: "queued", leaseTo: null },
    }),
  );
}
