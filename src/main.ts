// Wiring: configuration -> stores -> core -> edges. The only file that knows everyone.
import { join, resolve } from "node:path";
import { type Accounts, createAccounts, createLanguageOf } from "./chat/accounts.ts";
import type { ChatAdapter, ChatHost, ChatSurface, SurfaceParts } from "./chat/adapter.ts";
import { type ChatInput, createHost } from "./chat/host.ts";
import { createLocalChat, type LocalChat } from "./chat/local/chat.ts";
import { createRouter } from "./chat/router.ts";
import { createSender } from "./chat/sender.ts";
import { createTable } from "./chat/table.ts";
import { createGate, type Gate } from "./core/gate/gate.ts";
import type { NewId } from "./core/ids.ts";
import {
  type AssignPayload,
  assignJob,
  assignLeads,
  type LeadServices,
} from "./core/leads/assign-leads.ts";
import type { AssetStore, Clock } from "./core/ports.ts";
import type { Log } from "./log.ts";
import type { Loop } from "./loop.ts";
import { createLoops, type Loops } from "./loops.ts";
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
  /** The platforms to connect, each made from what it needs. */
  surfaces?: ((parts: SurfaceParts) => ChatSurface)[];
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
  surfaces: ChatSurface[];
  /** Connects every platform; rejects with Refused where its keys are wrong. */
  connect(): Promise<void>;
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
  const surfaces: ChatSurface[] = [];
  const accounts = createAccounts({ store: records, clock, surfaces: () => surfaces });
  const parts: Parts = { ...services, records, assets, metrics, newId, log, accounts };
  const host = createRingsideHost(parts);
  const localChat = createLocalChat({ ...parts, host, featured: options.featured ?? [] });
  for (const create of options.surfaces ?? []) surfaces.push(create(toSurfaceParts(parts, host)));
  loops = createLoops({
    host: host.loop,
    sender: createRingsideSender(parts, [localChat, ...surfaces]),
    jobs: createRingsideJobs(parts),
  });

  return {
    ...{ records, events, assets, gate: services.gate, clock, newId, localChat, metrics, dataDir },
    ...{ surfaces, start: loops.start, drain: loops.drain },
    async connect() {
      for (const surface of surfaces) await surface.start();
    },
    async close() {
      for (const surface of surfaces) await surface.stop();
      await loops?.stop();
      await records.close();
      await events.close();
    },
  };
}

function toSurfaceParts(parts: Parts, host: ChatHost): SurfaceParts {
  const { records, clock, log, assets, metrics } = parts;
  const count: SurfaceParts["count"] = (surface, what) =>
    metrics.surfaceEvents.inc({ surface, what });
  return { host, clock, log, assets, count, languageOf: createLanguageOf(records.read) };
}

function isPress({ kind }: ChatInput): boolean {
  return kind === "action" || kind === "submit";
}

type Parts = LeadServices & {
  records: Records;
  assets: AssetStore;
  metrics: Metrics;
  newId: NewId;
  log: Log;
  accounts: Accounts;
};

function createRingsideHost(parts: Parts): ReturnType<typeof createHost> {
  const { records, clock, metrics, log } = parts;
  const host = createHost({
    inbox: createInbox<ChatInput>(records, clock),
    router: createRouter({
      read: records.read,
      table: createTable(parts, { "import.confirm": confirmImport, "import.cancel": cancelImport }),
      onFile: (person, file) => onImportFile(parts, person, file),
    }),
    findPerson: (event) => parts.accounts.personOf(event, { ask: !isPress(event) }),
    clock,
    onResult: (kind, result) => metrics.inboxEvents.inc({ kind, result }),
    onError: (error, about) => log.error({ ...about, err: error }, "a chat event failed"),
  });
  return { ...host, ...timeAcks(host, metrics) };
}

/** How long somebody waits until what they did is safe, or answered. */
function timeAcks(host: ChatHost, { ackSeconds }: Metrics): ChatHost {
  const timed = async <Result>(surface: string, work: Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work;
    ackSeconds.observe({ surface }, (performance.now() - began) / 1000);
    return result;
  };
  return {
    accept: (event) => timed(event.surface, host.accept(event)),
    interact: (interaction) => timed(interaction.surface, host.interact(interaction)),
  };
}

function createRingsideSender(
  { records, clock, newId, metrics, log, accounts }: Parts,
  surfaces: { adapter: ChatAdapter }[],
): Loop {
  return createSender({
    outbox: createOutbox(records, { clock, newId }),
    read: records.read,
    adapters: Object.fromEntries(surfaces.map(({ adapter }) => [adapter.surface, adapter])),
    findAccount: accounts.findFor,
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

async function countWaiting({ client }: Records): Promise<Record<string, number>> {
  return {
    inbox: await client.inboxEvent.count({ where: { state: "new" } }),
    outbox: await client.outboxMessage.count({ where: { state: { in: ["queued", "sending"] } } }),
    jobs: await client.job.count({ where: { state: { in: ["queued", "running"] } } }),
  };
}
