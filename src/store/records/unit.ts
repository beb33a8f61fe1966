// One transaction as core sees it: tables, and what leaves or happens after it commits.
import type { NewId } from "../../core/ids.ts";
import type { ArmedAction, NewJob, Post, Unit } from "../../core/ports.ts";
import type { FactTypes, Table } from "../../core/tables.ts";
import { queueJobs } from "../jobs.ts";
import { queuePosts } from "../outbox.ts";
import { removeAll, upsertAll } from "./bulk.ts";
import type { Tx } from "./records.ts";
import type { Sql } from "./sql.ts";
import { createRecordTables, createTable, factShapes, recordShapes } from "./tables.ts";

/** Writes what the unit collected. Runs inside the transaction, last. */
export type Flush = () => Promise<{ messages: number; jobs: number }>;

export function createUnit(
  tx: Tx,
  { now, newId }: { now: number; newId: NewId },
): { unit: Unit; flush: Flush } {
  const posts: Post[] = [];
  const jobs: NewJob[] = [];
  const armed: (ArmedAction & { id: string })[] = [];

  const unit: Unit = {
    ...createRecordTables(tx.sql),
    ...createFactTables(tx.sql),
    now,
    newId,
    putRecords: async (kind, rows) => upsertAll(tx.sql, recordShapes[kind], rows),
    removeRecords: async (kind, ids) => removeAll(tx.sql, recordShapes[kind], ids),
    post: (post) => void posts.push(post),
    schedule: (job) => void jobs.push(job),
    arm(action) {
      const id = newId("action");
      armed.push({ id, ...action });
      return id;
    },
  };

  const flush: Flush = async () => {
    await unit.armedActions.put(...armed.map((action) => ({ ...action, createdAt: now })));
    queuePosts(tx.sql, posts, { now, newId });
    queueJobs(tx.sql, jobs, { now, newId });
    return { messages: posts.length, jobs: jobs.length };
  };
  return { unit, flush };
}

type FactTables = { [Name in keyof FactTypes]: Table<FactTypes[Name]> };

function createFactTables(sql: Sql): FactTables {
  const entries = Object.entries(factShapes).map(([name, shape]) => [
    name,
    createTable(sql, shape),
  ]);
  return Object.fromEntries(entries) as FactTables;
}
