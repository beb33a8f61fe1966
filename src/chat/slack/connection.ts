// One Slack app in one workspace: Bolt in the middle, wrapped so that everything is kept before it is acknowledged.
import { App, type Receiver, type ReceiverEvent, webApi } from "@slack/bolt";
import { Refused } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import type { ChatHost, SurfaceParts } from "../adapter.ts";
import { codeOf, isAboutToken, toFailure } from "./client/failures.ts";
import { retry, type Waits } from "./client/retry.ts";
import { type Bot, callOptions, createSlackClient, type SlackClient } from "./client.ts";
import { createFetchFile, type SaveFile } from "./files.ts";
import { createFormMemory, type FormMemory } from "./forms.ts";
import { createHomes, type Homes } from "./home.ts";
import type { Desk } from "./interactions.ts";
import { times } from "./limits.ts";
import { createRecent } from "./recent.ts";
import { createBoltLog, type Log } from "./transport/bolt-log.ts";
import { listen } from "./transport/listeners.ts";
import { createWork, persistFirst } from "./transport/persist-first.ts";

/** The keys of one app. With an app token it opens a socket; without, Slack calls us, signed. */
export type SlackConnection = {
  /** The workspace's id, where it is known: the token must be of it. */
  connection?: string;
  botToken: string;
  appToken?: string;
  signingSecret?: string;
  /** Another server than Slack's, in tests. */
  apiUrl?: string;
};

export type ConnectionOptions = Pick<SurfaceParts, "languageOf" | "homeOf" | "agreedToVoice"> & {
  host: ChatHost;
  clock: Clock;
  log: Log;
  saveFile: SaveFile;
  /** Counts what came in and what was refused of it. */
  count(what: string): void;
  /**
   * Between attempts to connect, between two looks of a home, how long one call may take, and until an answer is
   * acknowledged as late: shorter in tests.
   */
  reconnectMs?: Waits;
  answerMs?: number;
  homeMs?: number;
  callMs?: number;
};

export type Connection = {
  keys: SlackConnection;
  client: SlackClient;
  homes: Homes;
  forms: FormMemory;
  /** Known once started. */
  bot(): Bot | undefined;
  /** Asks Slack who the token is; rejects with Refused when it is nobody's. */
  start(): Promise<void>;
  /** Takes an event of this workspace in; resolves when it is dealt with, rejects when it was not kept. */
  take(event: ReceiverEvent): Promise<void>;
  /** Finishes what was taken in. */
  stop(): Promise<void>;
  /** Whether the token is good, as far as Slack has let us know. */
  state(): { ok: boolean; why: string };
};

export function createConnection(keys: SlackConnection, options: ConnectionOptions): Connection {
  const state = { bot: undefined as Bot | undefined, gone: "", refused: "" };
  const work = createWork();
  const stopping = new AbortController();
  const desk = createDesk(keys, options, state);
  const app = new App({
    receiver: noReceiver,
    authorize: async () => ({ botToken: keys.botToken, teamId: desk.bot.teamId }),
    clientOptions: callOptions(keys.apiUrl, options.callMs),
    logger: createBoltLog(options.log),
    ignoreSelf: false,
  });
  listen(app, desk, (why) => {
    state.gone = why;
  });

  return {
    ...{ keys, client: desk.client, homes: desk.homes, forms: desk.forms },
    bot: () => state.bot,
    async start() {
      state.bot = await retry(() => identify(desk.client, keys.connection), {
        waitsMs: options.reconnectMs ?? times.reconnectMs,
        signal: stopping.signal,
        isLost: (failure) => failure instanceof Refused,
        onFailure: (failure, waitMs) =>
          options.log.warn({ err: failure, waitMs }, "Slack does not answer"),
      });
    },
    take: (event) => work.add(() => persistFirst(event, app, desk)),
    async stop() {
      stopping.abort();
      desk.homes.stop();
      await work.drain();
    },
    state() {
      const why = state.gone || state.refused;
      if (why) return { ok: false, why };
      return state.bot ? { ok: true, why: "" } : { ok: false, why: "not connected yet" };
    },
  };
}

/** Bolt's app is handed its events by us: the transports are shared by the apps of several workspaces. */
const noReceiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

type State = { bot: Bot | undefined; refused: string };

function createDesk(keys: SlackConnection, options: ConnectionOptions, state: State): Desk {
  const { host, clock, log, saveFile, languageOf, homeOf, homeMs, count, agreedToVoice } = options;
  const web = new webApi.WebClient(keys.botToken, {
    ...callOptions(keys.apiUrl, options.callMs),
    logger: createBoltLog(log),
  });
  const client = createSlackClient(web, (error) => {
    const isRefused = isAboutToken(error);
    if (isRefused) state.refused = `Slack no longer takes the token (${codeOf(error)})`;
    // Slack has taken it again: it was reinstalled, or Slack was mistaken.
    else if (error === undefined) state.refused = "";
  });
  const bot = (): Bot => {
    if (!state.bot) throw new Error("Slack is not connected yet.");
    return state.bot;
  };
  const hosts = keys.apiUrl ? [new URL(keys.apiUrl).host] : [];
  const look = (id: string) =>
    client.file(id).catch((error: unknown) => {
      throw toFailure(error);
    });
  const address = (user: string) => ({ connection: bot().teamId, externalId: user });
  return {
    client,
    get bot() {
      return bot();
    },
    ...{ host, log, languageOf, count, agreedToVoice },
    homes: createHomes({
      ...{ client, clock, log, ...(homeMs === undefined ? {} : { everyMs: homeMs }) },
      languageOf: (user) => languageOf(address(user)),
      homeOf: (user) => homeOf(address(user)),
    }),
    pointed: createRecent(),
    answered: createRecent(),
    forms: createFormMemory(),
    answerMs: options.answerMs ?? times.answerMs,
    fetchFile: createFetchFile({ token: keys.botToken, saveFile, look, hosts }),
    installed: () => ({ bot: bot(), now: clock() }),
  };
}

async function identify(client: SlackClient, expected: string | undefined): Promise<Bot> {
  const bot = await client.identify().catch((error: unknown) => {
    throw toFailure(error);
  });
  if (!expected || expected === bot.teamId) return bot;
  throw new Refused(
    "slack.other-workspace",
    `This token is of ${bot.teamName} (${bot.teamId}), not of ${expected}. Copy the token of the right app.`,
  );
}
