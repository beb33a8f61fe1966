// Wiring: configuration -> stores -> core -> edges. The only file that knows everyone.
import { join, resolve } from "node:path";
import type { ChatAdapter } from "./chat/adapter.ts";
import { type ChatInput, createHost } from "./chat/host.ts";
import { createLocalChat, type LocalChat } from "./chat/local/chat.ts";
import { createRouter } from "./chat/router.ts";
import { createSender } from "./chat/sender.ts";
import { createTable } from "./chat/table.ts";
import { createFindPerson } from "./chat/who.ts";
import { createGate, type Gate } from "./core/gate/gate.ts";
import type { NewId } from "./core/ids.ts";
import {
  type AssignPayload,
  assignJob,
  assignLeads,
  type LeadServices,
} from "./core/leads/assign-leads.ts";
import type { Surface } from "./core/model.ts";
import type { AssetStore, Clock } from "./core/ports.ts";
import type { Log } from "./log.ts";
import type { Loop } from "./loop.ts";
import {
  cancelImport,
  confirmImport,
  type ImportPayload,
  importJob,
  onImportFile,
  runImportJob,
} from "./sources/import/import-in-chat.ts";
import { createAssetStore } from "./store/assets.ts";
import { type OpenEventLog, openEventLog } from "./store/event-log.ts";
import { createInbox } from "./store/inbox.ts";
import { createJobRunner } from "./store/job-runner.ts";
import { releaseJobs } from "./store/jobs.ts";
import { createNewId } from "./store/new-id.ts";
import { createOutbox } from "./store/outbox.ts";
import { openRecords, type Records } from "./store/records.ts";
import { createMetrics, type Metrics } from "./web/metrics.ts";

export type RingsideOptions = {
  dataDir: string;
  log: Log;
  clock?: Clock;
  newId?: NewId;
  /** People the local chat shows first. */
  featured?: string[];
};

/** Everything of one installation, running or about to. */
export type Ringside = {
  records: Records;
  events: OpenEventLog;
  assets: AssetStore;
  gate: Gate;
  clock: Clock;
  newId: NewId;
  localChat: LocalChat;
  metrics: Metrics;
  dataDir: string;
  /** Begins working on what is waiting, and on what comes. */
  start(): void;
  /** Works until nothing is due: jobs, inbox and outbox. */
  drain(): Promise<void>;
  /** Finishes what is under way and closes every file. */
  close(): Promise<void>;
};

/** Opens the stores under `dataDir`, a folder whose lock the caller holds, and builds the product on them. */
export async function openRingside(options: RingsideOptions): Promise<Ringside> {
  const { log, clock = Date.now, newId = createNewId() } = options;
  const dataDir = resolve(options.dataDir);
  let loops: Loops | undefined;
  const records = await openRecords({
    file: join(dataDir, "records.db"),
    clock,
    newId,
    onCommit: (wrote) => loops?.wake(wrote),
  });
  const events = await openEventLog(join(dataDir, "events.db"));
  await releaseJobs(records);

  const services = { store: records, events, gate: createGate(), clock };
  const assets = createAssetStore(join(dataDir, "assets"), records);
  const metrics = createMetrics({ countWaiting: () => countWaiting(records) });
  const parts: Parts = { ...services, records, assets, metrics, newId, log };
  const host = createRingsideHost(parts);
  const localChat = createLocalChat({ ...parts, host, featured: options.featured ?? [] });
  loops = createLoops({
    host: host.loop,
    sender: createRingsideSender(parts, { local: localChat.adapter }),
    jobs: createRingsideJobs(parts),
  });

  return {
    ...{ records, events, assets, gate: services.gate, clock, newId, localChat, metrics, dataDir },
    start: loops.start,
    drain: loops.drain,
    async close() {
      await loops?.stop();
      await records.close();
      await events.close();
    },
  };
}

type Parts = LeadServices & {
  records: Records;
  assets: AssetStore;
  metrics: Metrics;
  newId: NewId;
  log: Log;
};

function createRingsideHost(parts: Parts): ReturnType<typeof createHost> {
  const { records, clock, metrics, log } = parts;
  return createHost({
    inbox: createInbox<ChatInput>(records, clock),
    router: createRouter({
      read: records.read,
      table: createTable(parts, { "import.confirm": confirmImport, "import.cancel": cancelImport }),
      onFile: (person, file) => onImportFile(parts, person, file),
    }),
    findPerson: createFindPerson(records.read),
    clock,
    onResult: (kind, result) => metrics.inboxEvents.inc({ kind, result }),
    onError: (error, about) => log.error({ ...about, err: error }, "a chat event failed"),
  });
}

type Adapters = Partial<Record<Surface, ChatAdapter>>;

function createRingsideSender(
  { records, clock, newId, metrics, log }: Parts,
  adapters: Adapters,
): Loop {
  return createSender({
    outbox: createOutbox(records, { clock, newId }),
    read: records.read,
    adapters,
    clock,
    onResult: (state) => metrics.outboxMessages.inc({ state }),
    onError: (error, about) => log.warn({ ...about, err: error }, "a message was not sent"),
  });
}

function createRingsideJobs(parts: Parts): Loop {
  const { records, clock, metrics, log } = parts;
  return createJobRunner({
    records,
    clock,
    handlers: {
      [assignJob]: (payload) => assignLeads(payload as AssignPayload, parts),
      [importJob]: (payload) => runImportJob(payload as ImportPayload, parts),
    },
    onResult: (kind, result) => metrics.jobs.inc({ kind, result }),
    onError: (error, about) => log.error({ ...about, err: error }, "a job failed"),
  });
}

type Loops = {
  wake(wrote: { messages: number; jobs: number }): void;
  start(): void;
  drain(): Promise<void>;
  stop(): Promise<void>;
};

function createLoops({ host, sender, jobs }: { host: Loop; sender: Loop; jobs: Loop }): Loops {
  const all = [jobs, host, sender];
  let started = false;
  return {
    wake(wrote) {
      if (!started) return;
      if (wrote.messages > 0) sender.wake();
      if (wrote.jobs > 0) jobs.wake();
    },
    start() {
      started = true;
      for (const loop of all) loop.wake();
    },
    async drain() {
      started = true;
      // Twice, since a job's message, sent, may be answered by nobody, but an event may queue a job.
      for (const loop of [...all, ...all]) await loop.drain();
    },
    async stop() {
      for (const loop of all) await loop.stop();
    },
  };
}

async function countWaiting({ client }: Records): Promise<Record<string, number>> {
  return {
    inbox: await client.inboxEvent.count({ where: { state: "new" } }),
    outbox: await client.outboxMessage.count({ where: { state: { in: ["queued", "sending"] } } }),
    jobs: await client.job.count({ where: { state: { in: ["queued", "running"] } } }),
  };
}
