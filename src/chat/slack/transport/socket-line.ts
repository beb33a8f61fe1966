// One socket of Slack's Socket Mode with our own reconnecting. The SDK's (3.1.0) ends the process when Slack answers
// invalid_auth to a reconnect (node-slack-sdk#2656), waits five seconds before each, and backs off without bound: so
// it stays off.
import { setTimeout } from "node:timers/promises";
import { type App, type ReceiverEvent, SocketModeReceiver, type webApi } from "@slack/bolt";
import { Refused } from "../../../core/errors.ts";
import { within } from "../../../within.ts";
import { toFailure } from "../client/failures.ts";
import { retry, type Waits } from "../client/retry.ts";
import { times } from "../limits.ts";
import { createBoltLog, type Log } from "./bolt-log.ts";
import { createWork } from "./persist-first.ts";

export type LineOptions = {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: Log;
  /** Takes what comes in; what it rejects is not acknowledged, so that Slack sends it again. */
  take(event: ReceiverEvent): Promise<void>;
  reconnectMs?: Waits;
};

export type SocketLine = {
  /** Resolves at Slack's hello; rejects with Refused when the keys are wrong, unless patient, and keeps trying otherwise. */
  start(how?: { isPatient: boolean }): Promise<void>;
  stop(): Promise<void>;
  /** From the socket itself. */
  state(): { ok: boolean; why: string };
};

export function createSocketLine(options: LineOptions): SocketLine {
  const { log } = options;
  const work = createWork();
  const state: State = {
    ...{ ok: false, why: "not connected yet" },
    ...{ drops: 0, short: 0, openedAt: 0 },
  };
  const stopping = new AbortController();
  const receiver = createReceiver(options);
  const { client } = receiver;
  const processEvent: App["processEvent"] = async (event) => {
    if (stopping.signal.aborted) throw new Error("Ringside is stopping.");
    await work.add(() => options.take(event));
  };
  receiver.init({ processEvent } as App);
  guard(client, { log, finish: () => work.drain(times.goodbyeMs) });
  const persist = createPersist({ client, state, signal: stopping.signal, ...options });
  client.on("disconnected", () => {
    state.drops += 1;
    // While connecting, whoever connects hears of it; this is about a socket that was open.
    if (!state.ok || stopping.signal.aborted) return;
    Object.assign(state, { ok: false, why: "reconnecting" });
    state.short = performance.now() - state.openedAt < times.shortLifeMs ? state.short + 1 : 0;
    persist(() => false).catch((error: unknown) =>
      log.error({ err: error }, "reconnecting failed"),
    );
  });

  return {
    start: ({ isPatient } = { isPatient: false }) =>
      persist((failure) => !isPatient && failure instanceof Refused),
    async stop() {
      stopping.abort();
      // What was taken in is acknowledged over the socket it came by.
      await work.drain();
      Object.assign(state, { ok: false, why: "stopped" });
      await within(client.disconnect(), times.goodbyeMs);
    },
    state: () => ({ ok: state.ok, why: state.why }),
  };
}

/** `short`: how many in a row were closed soon after they opened. */
type State = { ok: boolean; why: string; drops: number; short: number; openedAt: number };

type Persisting = Pick<LineOptions, "log" | "reconnectMs"> & {
  client: SocketClient;
  state: State;
  signal: AbortSignal;
};

/** Tries until connected or stopped; `isLost` says which failures are worth no further try. */
function createPersist({ client, state, signal, log, reconnectMs }: Persisting) {
  const connect = async (): Promise<void> => {
    const before = state.drops;
    try {
      await withinHello(client.start(), () => client.disconnect());
      // Stopped while it was on its way: nobody would close it any more.
      if (signal.aborted) return void (await client.disconnect());
      // Closed again in the very moment it said hello: nobody else would notice.
      if (state.drops > before) throw new Error("the socket closed at Slack's hello");
      Object.assign(state, { ok: true, why: "connected", openedAt: performance.now() });
    } catch (error) {
      throw toFailure(error ?? new Error("the socket closed before Slack's hello"));
    }
  };
  const onFailure = (failure: unknown, waitMs: number): void => {
    const why = failure instanceof Error ? failure.message : "not connected";
    Object.assign(state, { ok: false, why });
    log.warn({ err: failure, waitMs }, "Slack's socket is not open");
  };
  const waitsMs = reconnectMs ?? times.reconnectMs;
  return async (isLost: (failure: unknown) => boolean): Promise<void> => {
    // Whoever closes each new socket at once (two processes on one app, say) is not to be asked without a pause.
    const { first, longest } = waitsMs;
    const pauseMs = state.short < 3 ? 0 : Math.min(longest, first * 2 ** (state.short - 3));
    await setTimeout(pauseMs, undefined, { signal }).catch(() => {});
    await retry(connect, { waitsMs, signal, isLost, onFailure });
  };
}

function createReceiver({ appToken, clientOptions, log }: LineOptions): SocketModeReceiver {
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

type SocketClient = SocketModeReceiver["client"];
type Hear = (data: unknown, isBinary: boolean) => Promise<void>;

/**
 * The SDK's own listener rejects, unheard, on an envelope without an event, and closes at Slack's "disconnect" even
 * where acknowledgements are still due. So we hear every message first.
 */
function guard(client: SocketClient, { log, finish }: { log: Log; finish: () => Promise<void> }) {
  const [hear] = client.listeners("ws_message") as unknown as Hear[];
  if (!hear)
    throw new Error("This version of @slack/socket-mode listens to its socket in another way.");
  client.removeAllListeners("ws_message");
  client.on("ws_message", async (data: unknown, isBinary: boolean) => {
    try {
      if (isGoodbye(data)) await finish();
      await hear(data, isBinary);
    } catch (error) {
      log.warn({ err: error }, "Slack sent something unreadable over the socket");
    }
  });
}

function isGoodbye(data: unknown): boolean {
  const words = String(data);
  if (!words.includes('"disconnect"')) return false;
  return (JSON.parse(words) as { type?: unknown } | null)?.type === "disconnect";
}

async function withinHello(started: Promise<unknown>, giveUp: () => Promise<void>): Promise<void> {
  const isUp = started.then(() => true);
  if (await within(isUp, times.helloMs)) return;
  started.catch(() => {});
  await giveUp();
  throw new Error("Slack did not say hello on the socket.");
}
