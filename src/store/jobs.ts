// Jobs as rows: due at a time, at most one per key, taken under a lease so that a crash returns them.
import type { NewId } from "../core/ids.ts";
import type { NewJob } from "../core/ports.ts";
import { upsertAll } from "./bulk.ts";
import type { Records } from "./records.ts";
import type { Client } from "./tables.ts";

export type Job = { id: string; kind: string; payload: unknown; attempts: number };

const times = ["runAt", "leaseTo", "createdAt", "doneAt"];

/** Queues jobs whose keys are new. */
export async function queueJobs(
  client: Client,
  jobs: NewJob[],
  { now, newId }: { now: number; newId: NewId },
): Promise<void> {
  if (jobs.length === 0) return;
  const known = await client.job.findMany({
    where: { key: { in: jobs.map((job) => job.key) } },
    select: { key: true },
  });
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
  await upsertAll(client, { model: "Job", times, json: ["payload"] }, rows);
}

/** Takes up to `limit` due jobs, and those whose runner died holding them. */
export function takeJobs(
  records: Records,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<Job[]> {
  return records.transaction(async (client) => {
    const due = await client.job.findMany({
      where: {
        OR: [
          { state: "queued", runAt: { lte: new Date(now) } },
          { state: "running", leaseTo: { lte: new Date(now) } },
        ],
      },
      orderBy: [{ runAt: "asc" }, { id: "asc" }],
      take: limit,
    });
    await client.job.updateMany({
      where: { id: { in: due.map((job) => job.id) } },
      data: { state: "running", leaseTo: new Date(now + leaseMs), attempts: { increment: 1 } },
    });
    return due.map(({ id, kind, payload, attempts }) => ({
      id,
      kind,
      payload,
      attempts: attempts + 1,
    }));
  });
}

/** When the next queued job is due; undefined when none is. */
export async function nextJobAt(records: Records): Promise<number | undefined> {
  const next = await records.client.job.findFirst({
    where: { state: { in: ["queued", "running"] } },
    orderBy: { runAt: "asc" },
  });
  if (!next) return undefined;
  return (next.state === "running" ? next.leaseTo : next.runAt)?.getTime();
}

/** Marks a job done; call it in the transaction of its effects. */
export async function finishJob(client: Client, id: string, now: number): Promise<void> {
  await client.job.update({
    where: { id },
    data: { state: "done", leaseTo: null, error: null, doneAt: new Date(now) },
  });
}

/** Puts a failed job back for later, or gives it up when `retryAt` is undefined. */
export function failJob(
  records: Records,
  job: Job,
  { error, retryAt }: { error: string; retryAt: number | undefined },
): Promise<unknown> {
  return records.transaction((client) =>
    client.job.update({
      where: { id: job.id },
      data:
        retryAt === undefined
          ? { state: "failed", leaseTo: null, error }
          : { state: "queued", leaseTo: null, error, runAt: new Date(retryAt) },
    }),
  );
}

/** At start nobody runs anything: what a dead process held is due at once. */
export function releaseJobs(records: Records): Promise<unknown> {
  return records.transaction((client) =>
    client.job.updateMany({
      where: { state: "running" },
      data: { state: "queued", leaseTo: null },
    }),
  );
}
