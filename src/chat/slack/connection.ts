// One Slack app in one workspace: Bolt in the middle, wrapped so that everything is kept before it is acknowledged.
import { App, type Receiver, webApi } from "@slack/bolt";
import { Refused } from "../../core/errors.ts";
import type { Language } from "../../core/model.ts";
import type { Clock } from "../../core/ports.ts";
import type { Address, ChatHost } from "../adapter.ts";
import { createBoltLog, type Log } from "./bolt-log.ts";
import { type Bot, callOptions, createSlackClient, type SlackClient } from "./client.ts";
import { toFailure } from "./failures.ts";
import { createFetchFile, type SaveFile } from "./files.ts";
import { createHttpReceiver, type HttpReceiver } from "./http.ts";
import type { Desk } from "./interactions.ts";
import { times } from "./limits.ts";
import { listen } from "./listeners.ts";
import { createWork, persistFirst } from "./persist-first.ts";
import { retry, type Waits } from "./retry.ts";
import { createSocketReceiver } from "./socket.ts";

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

export type ConnectionOptions = {
  host: ChatHost;
  clock: Clock;
  log: Log;
  saveFile: SaveFile;
  languageOf(address: Address): Promise<Language>;
  /** Between attempts to connect, and how long one call may take: shorter in tests. */
  reconnectMs?: Waits;
  callMs?: number;
};

export type Connection = {
  client: SlackClient;
  /** Known once started. */
  bot(): Bot | undefined;
  start(): Promise<void>;
  stop(): Promise<void>;
  state(): { ok: boolean; why: string };
  http?: HttpReceiver;
};

export function createConnection(keys: SlackConnection, options: ConnectionOptions): Connection {
  const state = { bot: undefined as Bot | undefined, gone: "" };
  const { transport, http, socketState } = createTransport(keys, options);
  const work = createWork();
  const stopping = new AbortController();
  const desk = createDesk(keys, options, () => {
    if (!state.bot) throw new Error("Slack is not connected yet.");
    return state.bot;
  });
  const app = new App({
    receiver: persistFirst(transport, { desk, work }),
    authorize: async () => ({ botToken: keys.botToken, teamId: desk.bot.teamId }),
    clientOptions: callOptions(keys.apiUrl, options.callMs),
    logger: createBoltLog(options.log),
    ignoreSelf: false,
  });
  listen(app, desk, (why) => {
    state.gone = why;
  });

  return {
    client: desk.client,
    bot: () => state.bot,
    async start() {
      state.bot = await retry(() => identify(desk.client, keys.connection), {
        waitsMs: options.reconnectMs ?? times.reconnectMs,
        signal: stopping.signal,
        isLost: (failure) => failure instanceof Refused,
        onFailure: (failure, waitMs) =>
          options.log.warn({ err: failure, waitMs }, "Slack does not answer"),
      });
      if (state.bot) await transport.start();
    },
    async stop() {
      stopping.abort();
      await transport.stop();
      await work.drain();
    },
    state() {
      if (state.gone) return { ok: false, why: state.gone };
      if (!state.bot) return { ok: false, why: "not connected yet" };
      return socketState?.() ?? { ok: true, why: "waiting for Slack's calls" };
    },
    ...(http ? { http } : {}),
  };
}

type Transport = {
  transport: Receiver;
  http?: HttpReceiver;
  socketState?: () => { ok: boolean; why: string };
};

function createTransport(keys: SlackConnection, options: ConnectionOptions): Transport {
  const { appToken, signingSecret, apiUrl } = keys;
  const { log, clock, reconnectMs } = options;
  if (appToken) {
    const again = reconnectMs ? { reconnectMs } : {};
    const clientOptions = callOptions(apiUrl, options.callMs);
    const transport = createSocketReceiver({ appToken, clientOptions, log, ...again });
    return { transport, socketState: transport.state };
  }
  if (!signingSecret) {
    throw new Refused(
      "slack.keys",
      "Slack needs SLACK_APP_TOKEN (Basic Information, App-Level Tokens, scope connections:write) for Socket Mode, or SLACK_SIGNING_SECRET (Basic Information) for HTTP.",
    );
  }
  const http = createHttpReceiver({ signingSecret, clock });
  return { transport: http, http };
}

function createDesk(keys: SlackConnection, options: ConnectionOptions, bot: () => Bot): Desk {
  const { host, clock, log, saveFile, languageOf } = options;
  const web = new webApi.WebClient(keys.botToken, {
    ...callOptions(keys.apiUrl, options.callMs),
    logger: createBoltLog(log),
  });
  const hosts = keys.apiUrl ? [new URL(keys.apiUrl).host] : [];
  return {
    client: createSlackClient(web),
    get bot() {
      return bot();
    },
    host,
    log,
    languageOf,
    fetchFile: createFetchFile({ token: keys.botToken, saveFile, hosts }),
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
