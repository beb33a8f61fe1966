// Lark's long connection: a socket we open, so that no public address is needed.
import { EventDispatcher, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";
import { Refused } from "../../../core/errors.ts";
import { silent, toDomain } from "../client.ts";
import type { LarkOptions } from "../connection.ts";
import type { Connected, HandleEnvelope } from "../events.ts";
import { withSafeEndpoint } from "./endpoint.ts";
import { takeEveryFrame } from "./frames.ts";
import { createIntake } from "./intake.ts";
import { createReady, type Ready } from "./ready.ts";

export type LongConnection = {
  /** Resolves when the socket stands. */
  start(): Promise<void>;
  /** Takes nothing more, lets what is under way be acknowledged, and closes. */
  stop(): Promise<void>;
  state(): { ok: boolean; why: string };
};

export type LongOptions = Pick<
  LarkOptions,
  "clock" | "log" | "connectMs" | "count" | "silenceMs" | "pongMs" | "drainMs"
> & { handle: HandleEnvelope };

/** Below Lark's ping interval of 120 s, or each ping would start the wait anew; 3 s kills healthy links. */
const usualPongMs = 20_000;
/** Lark delivers again what was not acknowledged by then. */
const usualDrainMs = 3_000;
const handshakeTimeoutMs = 10_000;
/** Some sockets answer pings and bring no events any more: after so long without one, a fresh socket. */
const usualSilenceMs = 6 * 3_600_000;

export function createLongConnection(connected: Connected, options: LongOptions): LongConnection {
  const { clock, connectMs = 15_000, drainMs = usualDrainMs } = options;
  const ready = createReady();
  const socket = createSocket(connected, { ...options, ready });
  const heard = { at: clock() };
  const intake = createIntake();
  const eventDispatcher = toDispatcher((envelope) => {
    heard.at = clock();
    return intake.take(() => takeOrReport(envelope, connected, options));
  });
  const connect = () => socket.start({ eventDispatcher });
  const watch = createWatch({ socket, heard, connect }, options);
  return {
    async start() {
      await connect();
      await ready.within(connectMs).catch((error: unknown) => {
        socket.close({ force: true });
        throw error;
      });
      watch.start();
    },
    async stop() {
      watch.stop();
      await intake.close(drainMs);
      socket.close({ force: true });
    },
    state() {
      const { state } = socket.getConnectionStatus();
      const last = new Date(heard.at).toISOString();
      return {
        ok: state === "connected",
        why: `Lark ${connected.appId}: ${state}, last heard ${last}`,
      };
    },
  };
}

function createSocket(
  connected: Connected,
  { log, ready, pongMs = usualPongMs }: LongOptions & { ready: Ready },
): WSClient {
  const { appId, appSecret, connection } = connected;
  const socket = new WSClient({
    ...{ appId, appSecret, handshakeTimeoutMs, logger: silent, loggerLevel: LoggerLevel.fatal },
    domain: toDomain(connected.domain),
    httpInstance: withSafeEndpoint(connected.client.http, {
      refuse: ready.reject,
      domain: connected.domain,
    }),
    wsConfig: { pingTimeout: pongMs / 1_000 },
    onReady: () => ready.resolve(),
    onError: (error) => {
      log.error({ connection, err: error }, "Lark refused the long connection");
      ready.reject(new Refused("lark.connection", `Lark refused the long connection of ${appId}.`));
    },
    onReconnecting: () =>
      log.warn({ connection }, "the long connection to Lark broke; connecting again"),
    onReconnected: () => log.info({ connection }, "the long connection to Lark stands again"),
  });
  takeEveryFrame(socket);
  return socket;
}

async function takeOrReport(
  envelope: unknown,
  connected: Connected,
  { handle, count, log }: LongOptions,
): Promise<object> {
  try {
    return await handle(envelope, connected);
  } catch (error) {
    count?.("event-failed");
    const { connection } = connected;
    log.error({ connection, err: error }, "an event of Lark was not taken; Lark delivers it again");
    throw error;
  }
}

type Watched = { socket: WSClient; heard: { at: number }; connect: () => Promise<void> };

/** Connects anew what the SDK gave up, and what has been silent for too long. */
function createWatch(
  { socket, heard, connect }: Watched,
  { clock, log, silenceMs = usualSilenceMs }: LongOptions,
) {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const { state } = socket.getConnectionStatus();
    const isSilent = state === "connected" && clock() - heard.at > silenceMs;
    if (state !== "failed" && !isSilent) return;
    heard.at = clock();
    log.info({ state }, "making a fresh long connection to Lark");
    socket.close({ force: true });
    connect().catch((error: unknown) =>
      log.error({ err: error }, "no fresh long connection to Lark"),
    );
  };
  return {
    start() {
      timer = setInterval(look, Math.min(60_000, silenceMs));
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}

/** The SDK's dispatcher flattens envelopes; ours hands them on as they came, like the callback does. */
function toDispatcher(handle: (envelope: unknown) => Promise<object>): EventDispatcher {
  const dispatcher = new EventDispatcher({ logger: silent, loggerLevel: LoggerLevel.fatal });
  return Object.assign(dispatcher, { invoke: handle });
}
