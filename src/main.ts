// Wiring: configuration -> stores -> core -> edges. The only file that knows everyone.
import { join, resolve } from "node:path";
import { createCalendar } from "./calendar.ts";
import { actionJobs, openChains } from "./chains.ts";
import {
  type Accounts,
  createAccounts,
  createAgreedToVoice,
  createLanguageOf,
} from "./chat/accounts.ts";
import type { ChatHost, ChatSurface, SurfaceParts } from "./chat/adapter.ts";
import { type Calm, createCalm } from "./chat/calm.ts";
import { createFileHandler } from "./chat/files.ts";
import { createHomeOf } from "./chat/home.ts";
import { type ChatInput, createHost } from "./chat/host.ts";
import { createLocalChat, type LocalChat } from "./chat/local/chat.ts";
import { createRouter } from "./chat/router.ts";
import { createSender } from "./chat/sender.ts";
import { createSwitchboard, type Switchboard } from "./chat/switchboard.ts";
import { createTable, type TableServices } from "./chat/table.ts";
import { digestJob, releaseJob } from "./core/attention/offer-nudge.ts";
import { releaseNudges } from "./core/attention/release-nudges.ts";
import { sendDigest } from "./core/attention/send-digest.ts";
import { createGate, type Gate } from "./core/gate/gate.ts";
import { identityConsumers } from "./core/identity/consumers.ts";
import { duplicateJobs } from "./core/identity/duplicates/jobs.ts";
import type { NewId } from "./core/ids.ts";
import { assignLeads } from "./core/leads/assign-leads.ts";
import { proposeWeights } from "./core/leads/learning/propose-weights.ts";
import { ownershipJobs } from "./core/leads/ownership-jobs.ts";
import { type OwnershipTimes, usualTimes } from "./core/leads/ownership-times.ts";
import { type AssignPayload, assignJob } from "./core/leads/schedule-assignment.ts";
import { scheduleSweep } from "./core/leads/sweep-leads.ts";
import { learnJob, scheduleLearning } from "./core/leads/weights.ts";
import { type NotePayload, noteJob, runNoteJob, tellNoteLost } from "./core/pipeline/write-note.ts";
import type { AssetStore, Clock, Speech } from "./core/ports.ts";
import type { Embedder } from "./core/training/embedder.ts";
import { type ForgetPayload, forgetJob, runForgetJob } from "./core/voice/forget-file.ts";
import { takeVoice } from "./core/voice/take-voice.ts";
import type { Log } from "./log.ts";
import type { Loop } from "./loop.ts";
import { createLoops, type Loops } from "./loops.ts";
import { openRules, ruleJobs } from "./rules.ts";
import { findPairs } from "./sources/duplicates/find-pairs.ts";
import {
  cancelImport,
  confirmImport,
  type ImportPayload,
  importJob,
  onImportFile,
  runImportJob,
  tellImportFailed,
} from "./sources/import/import-in-chat.ts";
import { shippedPlaybooks } from "./sources/playbooks/shipped.ts";
import { createVerticals } from "./sources/playbooks/verticals.ts";
import { nameReaders } from "./sources/touches/name-readers.ts";
import { createAssetStore } from "./store/assets.ts";
import { type OpenEventLog, openEventLog } from "./store/event-log.ts";
import { createInbox } from "./store/inbox.ts";
import { createJobRunner } from "./store/job-runner.ts";
import { releaseJobs } from "./store/jobs.ts";
import { type Consumer, createConsumerLoop, defineConsumer } from "./store/log-consumer.ts";
import { createNewId } from "./store/new-id.ts";
import { createOutbox } from "./store/outbox.ts";
import { openRecords, type Records } from "./store/records.ts";
import { openTraining, type Training } from "./training.ts";
import { createMetrics, type Metrics } from "./web/metrics.ts";

export type RingsideOptions = {
  dataDir: string;
  log: Log;
  clock?: Clock;
  newId?: NewId;
  /** How long offers, protection and the pool take, where not as usual. */
  ownership?: Partial<OwnershipTimes>;
  /** Turns voice notes into text; without it they are answered with a sentence. */
  speech?: Speech;
  /** Turns talk tracks into vectors; without it those fitted on the library serve. */
  embedder?: Embedder;
  /** One that several installations share, as in tests; its owner starts and closes it. */
  training?: Training;
  /** People the local chat shows first. */
  featured?: string[];
  /** The platforms to connect, each made from what it needs. */
  surfaces?: CreateSurface[];
  /** Whether connections stay open as long as this does, as in the bot; not in a command that ends. */
  isServing?: boolean;
};

type CreateSurface = (parts: SurfaceParts) => ChatSurface;

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
  /** Finds talk tracks in the library in service. */
  scripts: Training["scripts"];
  /** Every playbook, as the files are now. Throws RetryLater before they were read once. */
  library: Training["library"];
  isServing: boolean;
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
  const { log, clock = Date.now, newId = createNewId() } = options;
  const dataDir = resolve(options.dataDir);
  let loops: Loops | undefined;
  const records = await openRecords({
    ...{ file: join(dataDir, "records.db"), clock, newId },
    onCommit: (wrote) => loops?.wake(wrote),
  });
  const events = wakeOnAppend(await openEventLog(join(dataDir, "events.db")), (touches) =>
    loops?.wake({ touches }),
  );
  await releaseJobs(records);
  await records.write(async (unit) => {
    scheduleSweep(unit);
    scheduleLearning(unit);
  });
  const training = trainingOf(options);
  const { scripts, library } = training;
  const workdays = createCalendar();
  const ownership = { ...usualTimes, ...options.ownership };
  const around = { verticals: verticalsOf(dataDir), scripts, library, workdays, ownership };
  const services = {
    store: records,
    events,
    gate: createGate(),
    clock,
    ...around,
    ...openRules({ dataDir, library }),
    ...speechOf(options),
  };
  const assets = createAssetStore(join(dataDir, "assets"), records);
  const metrics = createMetrics({ countWaiting: () => countWaiting(records) });
  const board = createSwitchboard();
  const { surfaces, unplug, plugged } = board;
  const accounts = createAccounts({ store: records, clock, surfaces: () => surfaces });
  const parts: Parts = {
    ...services,
    records,
    assets,
    metrics,
    newId,
    log,
    accounts,
    calm: createCalm(),
  };
  const host = createRingsideHost(parts);
  const localChat = createLocalChat({ ...parts, host, featured: options.featured ?? [] });
  board.adapters.local = localChat.adapter;
  const plug: Ringside["plug"] = (id, create) => board.plug(id, createSurface(create, parts, host));
  for (const [index, create] of (options.surfaces ?? []).entries()) plug(`given ${index}`, create);
  const chains = openChains({ ...services, read: records.read, dataDir });
  loops = createLoops({
    consumers: createConsumerLoop({
      ...{ records, clock, consumers: [...identityOf(services), chains.consumer] },
      onError: (error, about) => log.error({ ...about, err: error }, "a consumer failed"),
    }),
    host: host.loop,
    sender: createRingsideSender(parts, board.adapters),
    jobs: createRingsideJobs(parts),
  });

  return {
    ...{ records, events, assets, gate: services.gate, clock, newId, localChat, metrics, dataDir },
    ...{ log, surfaces, plug, unplug, plugged, isServing: options.isServing ?? false },
    ...{ scripts, library, start: startAll([training, loops]), drain: loops.drain },
    async connect() {
      for (const surface of surfaces) await surface.start();
    },
    async close() {
      for (const surface of surfaces) await surface.stop();
      await loops?.stop();
      await chains.save();
      training.close();
      await records.close();
      await events.close();
    },
  };
}

/** Whoever follows the log hears of what is new in it. */
function wakeOnAppend(events: OpenEventLog, wake: (touches: number) => void): OpenEventLog {
  return {
    ...events,
    async append(touches) {
      const counts = await events.append(touches);
      wake(counts.stored);
      return counts;
    },
  };
}

const startAll = (parts: { start(): void }[]) => () => {
  for (const part of parts) part.start();
};

function createSurface(create: CreateSurface, parts: Parts, host: ChatHost): ChatSurface {
  const { records, clock, log, assets, metrics } = parts;
  const homeOf = createHomeOf(parts);
  const surface: ChatSurface = create({
    ...{ host, clock, log, assets, languageOf: createLanguageOf(records.read) },
    agreedToVoice: createAgreedToVoice(records.read),
    count: (name, what) => metrics.surfaceEvents.inc({ surface: name, what }),
    homeOf: (address) => homeOf({ ...address, surface: surface.adapter.surface }),
  });
  return surface;
}

function isPress({ kind }: ChatInput): boolean {
  return kind === "action" || kind === "submit" || kind === "shortcut";
}

/** Who is who, before anybody asks what they did. */
function identityOf(services: TableServices): Consumer[] {
  const read = services.store.read;
  const all = identityConsumers({ ...services, read, readers: nameReaders });
  return [defineConsumer(all.touches), defineConsumer(all.contacts), defineConsumer(all.accounts)];
}

/** The shipped playbooks, and the company's own. */
const verticalsOf = (dataDir: string) =>
  createVerticals([shippedPlaybooks, join(dataDir, "playbooks")]);
const trainingOf = (options: RingsideOptions): Training =>
  options.training
    ? { ...options.training, start: () => {}, close: () => {} }
    : openTraining({ ...options, dataDir: resolve(options.dataDir) });
const speechOf = ({ speech }: RingsideOptions) => (speech ? { speech } : {});

type Parts = TableServices & {
  records: Records;
  assets: AssetStore;
  metrics: Metrics;
  newId: NewId;
  log: Log;
  accounts: Accounts;
  /** What people wait for goes first. */
  calm: Calm;
};

function createRingsideHost(parts: Parts): ReturnType<typeof createHost> {
  const { records, clock, metrics, log } = parts;
  const host = createHost({
    calm: parts.calm,
    inbox: createInbox<ChatInput>(records, clock),
    router: createRouter({
      read: records.read,
      table: createTable(parts, { "import.confirm": confirmImport, "import.cancel": cancelImport }),
      onFile: createRingsideFiles(parts),
    }),
    findPerson: (event) => parts.accounts.personOf(event, { ask: !isPress(event) }),
    clock,
    onResult: (kind, result) => metrics.inboxEvents.inc({ kind, result }),
    onError: (error, about) => log.error({ ...about, err: error }, "a chat event failed"),
  });
  return { ...host, ...timeAcks(host, metrics) };
}

function createRingsideFiles(parts: Parts): ReturnType<typeof createFileHandler> {
  const onSpeechError = (error: unknown) =>
    parts.log.warn({ err: error }, "a voice note was not transcribed");
  return createFileHandler({
    read: parts.records.read,
    onTable: (person, file) => onImportFile(parts, person, file),
    onVoice: (person, note, say) =>
      takeVoice({ services: { ...parts, onSpeechError }, person, note }, say),
  });
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
  { records, clock, newId, metrics, log, accounts, calm }: Parts,
  adapters: Switchboard["adapters"],
): Loop {
  return createSender({
    calm,
    outbox: createOutbox(records, { clock, newId }),
    read: records.read,
    adapters,
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
    kinds: {
      ...ownershipJobs(parts),
      [assignJob]: { run: (payload) => assignLeads(payload as AssignPayload, parts) },
      [importJob]: {
        run: (payload) => runImportJob(payload as ImportPayload, parts),
        onGivenUp: (payload) => tellImportFailed(payload as ImportPayload, parts),
        isSlow: true,
      },
      [noteJob]: {
        run: (payload) => runNoteJob(payload as NotePayload, parts),
        onGivenUp: (payload) => tellNoteLost(payload as NotePayload),
      },
      [forgetJob]: { run: (payload) => runForgetJob(payload as ForgetPayload, parts) },
      [learnJob]: { run: () => proposeWeights({ store: records, workdays: parts.workdays }) },
      [releaseJob]: { run: (payload) => releaseNudges(payload as { personId: string }, parts) },
      [digestJob]: { run: (payload) => sendDigest(payload as { personId: string; day: string }) },
      ...duplicateJobs({ ...parts, store: records, findPairs }),
      ...actionJobs(parts),
      ...ruleJobs(parts),
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
