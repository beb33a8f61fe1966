// Socket Mode with our own reconnecting. The SDK's (3.1.0) ends the process when Slack answers invalid_auth to a
// reconnect (node-slack-sdk#2656), waits five seconds before each, and backs off without bound: so it stays off.
import { setTimeout } from "node:timers/promises";
import { type Receiver, SocketModeReceiver, type webApi } from "@slack/bolt";
import { Refused } from "../../core/errors.ts";
import { createBoltLog, type Log } from "./bolt-log.ts";
import { toFailure } from "./failures.ts";
import { times } from "./limits.ts";
import { retry, type Waits } from "./retry.ts";

export type SocketOptions = {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: Log;
  reconnectMs?: Waits;
};

export type SocketReceiver = Receiver & { state(): { ok: boolean; why: string } };

/** `start` resolves at Slack's hello; it rejects with Refused when the keys are wrong, and keeps trying otherwise. */
export function createSocketReceiver(options: SocketOptions): SocketReceiver {
  const { log, reconnectMs = times.reconnectMs } = options;
  const receiver = createReceiver(options);
  const { client } = receiver;
  const state = { ok: false, why: "not connected yet", stopped: false };
  const stopping = new AbortController();
  let drops = 0;

  const connect = async (): Promise<void> => {
    const before = drops;
    try {
      await withinHello(client.start(), () => client.disconnect());
      // Closed again in the very moment it said hello: nobody else would notice.
      if (drops > before) throw new Error("the socket closed at Slack's hello");
      Object.assign(state, { ok: true, why: "connected" });
    } catch (error) {
      throw toFailure(error ?? new Error("the socket closed before Slack's hello"));
    }
  };
  /** Tries until connected or stopped; `isLost` says which failures are worth no further try. */
  const persist = async (isLost: (failure: unknown) => boolean): Promise<void> => {
    const onFailure = (failure: unknown, waitMs: number): void => {
      const why = failure instanceof Error ? failure.message : "not connected";
      Object.assign(state, { ok: false, why });
      log.warn({ err: failure, waitMs }, "Slack's socket is not open");
    };
    await retry(connect, { waitsMs: reconnectMs, signal: stopping.signal, isLost, onFailure });
  };
  client.on("disconnected", () => {
    drops += 1;
    // While connecting, whoever connects hears of it; this is about a socket that was open.
    if (!state.ok || state.stopped) return;
    Object.assign(state, { ok: false, why: "reconnecting" });
    persist(() => false).catch((error: unknown) =>
      log.error({ err: error }, "reconnecting failed"),
    );
  });

  return {
    init: (app) => receiver.init(app),
    start: () => persist((failure) => failure instanceof Refused),
    async stop() {
      Object.assign(state, { ok: false, why: "stopped", stopped: true });
      stopping.abort();
      await Promise.race([client.disconnect(), setTimeout(times.drainMs)]);
    },
    state: () => ({ ok: state.ok, why: state.why }),
  };
}

function createReceiver({ appToken, clientOptions, log }: SocketOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    autoReconnectEnabled: false,
    logger: createBoltLog(log),
    // A copy: the SDK writes into what it is given, and Bolt's listeners would inherit it.
    installerOptions: { clientOptions: { ...clientOptions } },
    // What was not kept is not acknowledged: Slack sends it again.
    processEventErrorHandler: async ({ error }) => {
      log.warn({ err: error }, "an event was not kept, so Slack sends it again");
      return false;
    },
  });
}

async function withinHello(started: Promise<unknown>, giveUp: () => Promise<void>): Promise<void> {
  const ended = new AbortController();
  const late = setTimeout(times.helloMs, "late", { signal: ended.signal }).catch(() => "");
  const result = await Promise.race([started, late]).finally(() => ended.abort());
  if (result !== "late") return;
  started.catch(() => {});
  await giveUp();
  throw new Error("Slack did not say hello on the socket.");
}
