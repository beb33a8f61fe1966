// Wiring: configuration -> stores -> core -> edges. With src/wiring, the only place that knows everyone.
import { join, resolve } from "node:path";
import type { ChatSurface } from "./chat/adapter.ts";
import type { FloodLimits } from "./chat/flood.ts";
import { createLocalChat, type LocalChat } from "./chat/local/chat.ts";
import { createSwitchboard, type Switchboard } from "./chat/switchboard.ts";
import type { Gate } from "./core/gate/gate.ts";
import type { NewId } from "./core/ids.ts";
import type { OwnershipTimes } from "./core/leads/ownership/times.ts";
import type { Retention } from "./core/people/privacy/kept.ts";
import type { PersonalData } from "./core/people/privacy/services.ts";
import type { Workdays } from "./core/people/working-time.ts";
import type { Directories } from "./core/pipeline/write-back/directory.ts";
import type { CrmConnection } from "./core/pipeline/write-back/mapping.ts";
import type { AssetStore, Clock, Speech, Store } from "./core/ports.ts";
import type { CustomerMaker } from "./core/training/customer/maker.ts";
import type { Embedder } from "./core/training/embedder.ts";
import type { Log } from "./log.ts";
import { createLoops, type Loops } from "./loops.ts";
import type { ConnectModel } from "./model/connect-model.ts";
import { type OpenEventLog, openEventLog } from "./store/event-log/event-log.ts";
import { releaseJobs } from "./store/jobs.ts";
import { createNewId } from "./store/new-id.ts";
import { openRecords, type Records } from "./store/records/records.ts";
import type { Metrics } from "./web/metrics.ts";
import { openChains } from "./wiring/chains.ts";
import {
  type CreateSurface,
  createRingsideHost,
  createRingsideSender,
  createSurface,
} from "./wiring/chat.ts";
import type { CompanyOptions } from "./wiring/company.ts";
import { createRingsideConsumers, wakeOnAppend } from "./wiring/consumers.ts";
import { forgetRestored } from "./wiring/forgotten.ts";
import { createRingsideJobs, scheduleStanding } from "./wiring/jobs.ts";
import type { PageParts } from "./wiring/pages.ts";
import { createParts } from "./wiring/parts.ts";
import type { Training } from "./wiring/training.ts";

export type RingsideOptions = CompanyOptions & {
  dataDir: string;
  log: Log;
  clock?: Clock;
  newId?: NewId;
  /** How long offers, protection and the pool take, where not as usual. */
  ownership?: Partial<OwnershipTimes>;
  /** How long what is kept of people stays, where not as usual. */
  retention?: Partial<Retention>;
  /** Words of a meeting's title that make it a deal review, where not as usual. */
  reviewTitles?: readonly string[];
  /** Turns voice notes into text; without it they are answered with a sentence. */
  speech?: Speech;
  /** Speaks as the virtual customer in practice; without it the embedded one does. */
  customer?: CustomerMaker;
  /** Puts a chat model to work: as the customer, and as a judge beside the score. */
  connectModel?: ConnectModel;
  /** Turns talk tracks into vectors; without it those fitted on the library serve. */
  embedder?: Embedder;
  /** One that several installations share, as in tests; its owner starts and closes it. */
  training?: Training;
  /** The CRMs that confirmed changes are written to. */
  crm?: CrmConnection[];
  /** People the local chat shows first. */
  featured?: string[];
  /** The platforms to connect, each made from what it needs. */
  surfaces?: CreateSurface[];
  /** Where the pages that cards link to are reached; without it cards carry pictures. */
  pages?: { publicUrl: string; lifeMs: number };
  /** What one account may send before it is asked to slow down, where not as usual. */
  flood?: FloodLimits;
  /** Whether connections stay open as long as this does, as in the bot; not in a command that ends. */
  isServing?: boolean;
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
  /** Links to the pages of customers, where there is a public address. */
  customerPages?: PageParts["customerPages"];
  /** Tells whenever touches were stored. */
  touchNews: PageParts["touchNews"];
  dataDir: string;
  /** Finds talk tracks in the library in service. */
  scripts: Training["scripts"];
  /** Every playbook, as the files are now. Throws RetryLater before they were read once. */
  library: Training["library"];
  store: Store;
  /** The connected CRMs, and who is who in them. */
  crm: readonly CrmConnection[];
  directories: Directories;
  workdays: Workdays;
  isServing: boolean;
  /** What is kept of people, and for how long. */
  personal: PersonalData;
  retention: Retention;
  /** One per connected platform: a live list. */
  surfaces: ChatSurface[];
  /** Adds one connection under an id of its own, for the caller to start. */
  plug(id: string, create: CreateSurface): ChatSurface;
  /** Stops a connection and takes it out. */
  unplug: Switchboard["unplug"];
  /** A connection by its id. */
  plugged: Switchboard["plugged"];
  log: Log;
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
  let loops: Loops | undefined;
  const stores = await openStores(options, (news) => loops?.wake(news));
  const board = createSwitchboard();
  const { surfaces, unplug, plugged } = board;
  const parts = createParts(options, { ...stores, surfaces: () => surfaces });
  await forgetRestored(parts);
  const { records, events, training } = parts;
  const host = createRingsideHost(parts, options.flood);
  const localChat = createLocalChat({ ...parts, host, featured: options.featured ?? [] });
  board.adapters.local = localChat.adapter;
  const plug: Ringside["plug"] = (id, create) => board.plug(id, createSurface(create, parts, host));
  for (const [index, create] of (options.surfaces ?? []).entries()) plug(`given ${index}`, create);
  const chains = openChains({ ...parts, read: records.read });
  loops = createLoops({
    consumers: createRingsideConsumers(parts, chains),
    host: host.loop,
    sender: createRingsideSender(parts, board.adapters),
    jobs: createRingsideJobs(parts),
  });
  const { drain, start, stop } = loops;
  return {
    ...{ ...parts, localChat, surfaces, plug, unplug, plugged, drain },
    isServing: options.isServing ?? false,
    start() {
      training.start();
      start();
    },
    async connect() {
      for (const surface of surfaces) await surface.start();
    },
    async close() {
      for (const surface of surfaces) await surface.stop();
      await stop();
      await chains.save();
      training.close();
      await records.close();
      await events.close();
    },
  };
}

type Stores = { records: Records; events: OpenEventLog; clock: Clock; newId: NewId };

/** The files of an installation, with what a dead process left in hand given back. */
async function openStores(options: RingsideOptions, wake: Loops["wake"]): Promise<Stores> {
  const { clock = Date.now, newId = createNewId(), crm = [] } = options;
  const dataDir = resolve(options.dataDir);
  const file = join(dataDir, "records.db");
  const records = await openRecords({ file, clock, newId, onCommit: wake });
  const log = await openEventLog(join(dataDir, "events.db"));
  await releaseJobs(records);
  await records.write(async (unit) => scheduleStanding(unit, crm));
  return { records, events: wakeOnAppend(log, (touches) => wake({ touches })), clock, newId };
}
