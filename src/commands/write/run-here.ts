// Runs commands in the process that owns the data folder.
import { type Config, dropTracing } from "../../config.ts";
import { Refused } from "../../core/errors.ts";
import { openRingside, type Ringside, type RingsideOptions } from "../../main.ts";
import { socketPathFor } from "../../store/command-socket/socket.ts";
import { acquireLock } from "../../store/process-lock.ts";
import type { CompanyOptions } from "../../wiring/company.ts";
import { openCompany } from "../check/open-company.ts";
import { isCrmOn, openConfiguredCrm } from "../crm/open-configured.ts";
import type { WriteRequest } from "./run-write.ts";
import { loadSampleTeam, writeCommands } from "./write-commands.ts";

/** Runs a command in this process, which owns the folder. */
export async function runHere(
  { command, args }: WriteRequest,
  ringside: Ringside,
  progress: (line: unknown) => void,
): Promise<unknown> {
  const found = writeCommands[command];
  if (!found) throw new Refused("unknown_command", `This Ringside knows no command ${command}.`);
  return found.run(args, ringside, progress);
}

/** Takes the folder for as long as `work` runs. */
export async function withRingside<Result>(
  { config, ...options }: { config: Config } & Omit<RingsideOptions, "dataDir">,
  work: (ringside: Ringside) => Promise<Result>,
): Promise<Result> {
  const { dataDir } = config;
  const socket = socketPathFor(dataDir);
  const lock = acquireLock(dataDir, { pid: process.pid, startedAt: Date.now(), socket });
  try {
    const ringside = await openRingside({
      ownership: config.ownership,
      ...(config.pages ? { pages: config.pages } : {}),
      retention: config.retention,
      reviewTitles: config.reviewTitles,
      ...{ ...options, ...(await endpointsOf(config)), dataDir },
    });
    try {
      return await work(ringside);
    } finally {
      await ringside.close();
    }
  } finally {
    lock.release();
  }
}

type Endpoints = Pick<RingsideOptions, "speech" | "embedder" | "connectModel" | "crm"> &
  CompanyOptions;

/** Their library is loaded only where an endpoint is configured. */
async function endpointsOf(config: Config): Promise<Endpoints> {
  const { speech, embedding, model } = config;
  const options: Endpoints = await openCompany(config);
  if (speech) {
    const { createSpeech } = await import("../../model/speech.ts");
    options.speech = createSpeech(speech);
  }
  if (embedding) {
    const { createEmbeddingEndpoint } = await import("../../model/embedding-endpoint.ts");
    options.embedder = createEmbeddingEndpoint(embedding);
  }
  if (model) {
    const { toConnectModel } = await import("../../model/connect-model.ts");
    dropTracing();
    options.connectModel = toConnectModel(model);
  }
  if (isCrmOn(config)) options.crm = await openConfiguredCrm(config);
  return options;
}

/** An empty folder gets the sample team, so that there is somebody to talk as. */
export async function fillIfEmpty(
  ringside: Ringside,
  { config, say }: { config: Config; say: (line: string) => void },
): Promise<void> {
  if (config.sampleTeam === "off") return;
  if ((await ringside.records.read.people.count({})) > 0) return;
  say("The data folder is empty: loading a sample team …");
  const { people } = await loadSampleTeam(ringside);
  say(`Loaded a sample team of ${people} people.`);
}
