// What the wired parts share: the stores, the services of use cases, and what watches over them.
import { join, resolve } from "node:path";
import { createCalendar } from "../calendar.ts";
import { type Accounts, createAccounts } from "../chat/accounts.ts";
import type { ChatSurface } from "../chat/adapter.ts";
import { type Calm, createCalm } from "../chat/calm.ts";
import { createPlatformTasks } from "../chat/platform-tasks.ts";
import type { TableServices } from "../chat/table.ts";
import { createGate, type Gate } from "../core/gate/gate.ts";
import type { NewId } from "../core/ids.ts";
import type { PlatformTasks } from "../core/journey/actions/tasks/platform-tasks.ts";
import { usualTimes } from "../core/leads/ownership/times.ts";
import { usualRetention } from "../core/people/privacy/kept.ts";
import { keepCodes } from "../core/pipeline/checks/keep-codes.ts";
import { usualReviewTitles } from "../core/pipeline/review/calendar-review.ts";
import { createDirectories } from "../core/pipeline/write-back/directory.ts";
import type { AssetStore, Clock } from "../core/ports.ts";
import type { PostWebhook } from "../core/webhooks/services.ts";
import type { Log } from "../log.ts";
import type { RingsideOptions } from "../main.ts";
import { probeAudio } from "../model/probe-audio.ts";
import { drawGraph } from "../pictures/draw-graph.ts";
import { createContractFiles } from "../sources/contracts/contract-files.ts";
import { shippedPlaybooks } from "../sources/playbooks/shipped.ts";
import { createVerticals } from "../sources/playbooks/verticals.ts";
import { createAskData } from "../store/ask/data.ts";
import { createAssetStore } from "../store/assets.ts";
import type { OpenEventLog } from "../store/event-log/event-log.ts";
import { createPersonalData } from "../store/personal/personal-data.ts";
import { createTalkTraces } from "../store/personal/talk-traces.ts";
import type { Records } from "../store/records/records.ts";
import { withTeamScripts } from "../store/script-index/team-scripts.ts";
import { createSecrets } from "../store/secrets.ts";
import { createThreads } from "../store/threads.ts";
import { createMetrics, type Metrics } from "../web/metrics.ts";
import { createPostWebhook } from "../web/webhooks/post-webhook.ts";
import { type CompanyParts, createCompanyParts } from "./company.ts";
import { createModelParts, type ModelParts } from "./model.ts";
import { createPageParts, type PageParts } from "./pages.ts";
import { createSoon } from "./practice.ts";
import { openRules } from "./rules.ts";
import { openTraining, type Training } from "./training.ts";
import { readVitals } from "./vitals.ts";

/** Everything the wiring hands around. */
export type Parts = TableServices &
  ModelParts &
  PageParts &
  CompanyParts & {
    records: Records;
    events: OpenEventLog;
    gate: Gate;
    assets: AssetStore;
    metrics: Metrics;
    newId: NewId;
    log: Log;
    accounts: Accounts;
    /** Every connected platform, as it is when asked. */
    surfaces: () => ChatSurface[];
    tasks: PlatformTasks;
    training: Training;
    dataDir: string;
    postWebhook: PostWebhook;
    /** What people wait for goes first. */
    calm: Calm;
  };

type Given = {
  records: Records;
  events: OpenEventLog;
  clock: Clock;
  newId: NewId;
  surfaces: Parts["surfaces"];
};

/** Builds what has no order of its own on the opened stores. */
export function createParts(options: RingsideOptions, given: Given): Parts {
  const { records, clock } = given;
  const { crm = [] } = options;
  const dataDir = resolve(options.dataDir);
  const training = trainingOf(options, dataDir);
  const { scripts, library } = withTeamScripts(training, records);
  const metrics = createMetrics({
    countWaiting: () => countWaiting(records),
    readVitals: () => readVitals({ ...given, dataDir }),
  });
  const contractFiles = createContractFiles({
    ...{ own: join(dataDir, "playbooks", "contracts"), clock },
  });
  return {
    ...{ ...given, store: records, dataDir, training, scripts, library, log: options.log },
    ...{ contractFiles, crm, gate: createGate({ contracts: [keepCodes], contractFiles, crm }) },
    directories: createDirectories({ read: records.read, clock }),
    askData: createAskData({ dataDir, sql: records.sql }),
    assets: createAssetStore(join(dataDir, "assets"), records),
    ...{ metrics, ...createModelParts(options, metrics) },
    accounts: createAccounts({ store: records, clock, surfaces: given.surfaces }),
    tasks: createPlatformTasks({ read: records.read, surfaces: given.surfaces }),
    calm: createCalm(),
    workdays: createCalendar(),
    drawGraph,
    ...createCompanyParts(options),
    ...createPageParts({ ...given, dataDir, pages: options.pages }),
    ownership: { ...usualTimes, ...options.ownership },
    verticals: createVerticals([shippedPlaybooks, join(dataDir, "playbooks")]),
    ...openRules({ dataDir, library }),
    ...(options.speech ? { speech: options.speech } : {}),
    probeAudio,
    onSpeechError: (error) => options.log.warn({ err: error }, "a recording was not transcribed"),
    threads: createThreads(records),
    traces: createTalkTraces(records),
    postWebhook: createPostWebhook({ open: createSecrets(dataDir).open }),
    personal: createPersonalData(records, { events: given.events, dataDir }),
    retention: { ...usualRetention, ...options.retention },
    reviewTitles: options.reviewTitles ?? usualReviewTitles,
    ...(options.embedder ? { embedder: options.embedder } : {}),
    soon: createSoon((error) => options.log.error({ err: error }, "a timer failed")),
  };
}

function trainingOf(options: RingsideOptions, dataDir: string): Training {
  if (!options.training) return openTraining({ ...options, dataDir });
  return { ...options.training, start: () => {}, close: () => {} };
}

async function countWaiting({ client }: Records): Promise<Record<string, number>> {
  return {
    inbox: await client.inboxEvent.count({ where: { state: "new" } }),
    outbox: await client.outboxMessage.count({ where: { state: { in: ["queued", "sending"] } } }),
    jobs: await client.job.count({ where: { state: { in: ["queued", "running"] } } }),
  };
}
