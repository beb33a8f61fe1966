// One transaction as core sees it: tables, and what leaves or happens after it commits.
import type { NewId } from "../core/ids.ts";
import type {
  ArmedAction,
  FactTypes,
  NewJob,
  Post,
  RecordTables,
  Table,
  Unit,
} from "../core/ports.ts";
import { removeAll, upsertAll } from "./bulk.ts";
import { queueJobs } from "./jobs.ts";
import { queuePosts } from "./outbox.ts";
import { type Client, createReadTable, createTable, factShapes, recordShapes } from "./tables.ts";

/** Writes what the unit collected. Runs inside the transaction, last. */
export type Flush = () => Promise<{ messages: number; jobs: number }>;

export function createUnit(
  client: Client,
  { now, newId }: { now: number; newId: NewId },
): { unit: Unit; flush: Flush } {
  const posts: Post[] = [];
  const jobs: NewJob[] = [];
  const armed: (ArmedAction & { id: string })[] = [];

  const unit: Unit = {
    ...createRecordTables(client),
    ...createFactTables(client),
    now,
    newId,
    putRecords: (kind, rows) => upsertAll(client, recordShapes[kind], rows),
    removeRecords: (kind, ids) => removeAll(client, recordShapes[kind], ids),
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
    await queuePosts(client, posts, { now, newId });
    await queueJobs(client, jobs, { now, newId });
    return { messages: posts.length, jobs: jobs.length };
  };
  return { unit, flush };
}

function createRecordTables(client: Client): RecordTables {
  return {
    teams: createReadTable(client, recordShapes.team),
    people: createReadTable(client, recordShapes.person),
    accounts: createReadTable(client, recordShapes.account),
    contacts: createReadTable(client, recordShapes.contact),
    products: createReadTable(client, recordShapes.product),
    leads: createReadTable(client, recordShapes.lead),
    deals: createReadTable(client, recordShapes.deal),
  };
}

type FactTables = { [Name in keyof FactTypes]: Table<FactTypes[Name]> };

function createFactTables(client: Client): FactTables {
  const entries = Object.entries(factShapes).map(([name, shape]) => [
    name,
    createTable(client, shape),
  ]);
  return Object.fromEntries(entries) as FactTables;
}
