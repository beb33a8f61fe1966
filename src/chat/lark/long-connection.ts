// Lark's long connection: a socket we open, so that no public address is needed.
import { EventDispatcher, type HttpInstance, LoggerLevel, WSClient } from "@larksuiteoapi/node-sdk";
import { Refused, RetryLater } from "../../core/errors.ts";
import { silent, toDomain } from "./client.ts";
import type { LarkOptions } from "./connection.ts";
import type { Connected, HandleEnvelope } from "./envelope.ts";

export type LongConnection = {
  /** Resolves when the socket stands. */
  start(): Promise<void>;
  stop(): void;
  state(): { ok: boolean; why: string };
};

export type LongOptions = Pick<
  LarkOptions,
  "clock" | "log" | "connectMs" | "count" | "silenceMs"
> & { handle: HandleEnvelope };

/** Seconds without an answer to a ping before a dead link is dropped; must be below Lark's ping interval. */
const pingTimeout = 20;
const handshakeTimeoutMs = 10_000;
/** Some sockets answer pings and bring no events any more: after so long without one, a fresh socket. */
const usualSilenceMs = 6 * 3_600_000;

export function createLongConnection(connected: Connected, options: LongOptions): LongConnection {
  const { clock, connectMs = 15_000 } = options;
  const ready = createReady();
  const socket = createSocket(connected, { ...options, ready });
  const heard = { at: clock() };
  const eventDispatcher = toDispatcher((envelope) => {
    heard.at = clock();
    return takeOrReport(envelope, connected, options);
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
    stop() {
      watch.stop();
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

type Ready = ReturnType<typeof createReady>;

function createSocket(
  connected: Connected,
  { log, ready }: LongOptions & { ready: Ready },
): WSClient {
  const { appId, appSecret, connection } = connected;
  const socket = new WSClient({
    ...{ appId, appSecret, handshakeTimeoutMs, logger: silent, loggerLevel: LoggerLevel.fatal },
    domain: toDomain(connected.domain),
    httpInstance: withSafeEndpoint(connected.client.http, ready.reject),
    wsConfig: { pingTimeout },
    onReady: () => ready.resolve(),
    onError: (error) => {
      log.error({ connection, err: error }, "Lark refused the long connection");
      ready.reject(new Refused("lark.connection", `Lark refused the long connection of ${appId}.`));
    },
    onReconnecting: () =>
      log.warn({ connection }, "the long connection to Lark broke; connecting again"),
    onReconnected: () => log.info({ connection }, "the long connection to Lark stands again"),
  });
  takeCardFrames(socket);
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

type Frame = { headers: { key: string; value: string }[] };
type Frames = { handleEventData?: (frame: Frame) => Promise<void> };

/** Some presses come in frames of type "card", which SDK 1.74 drops without a word. A test guards this. */
function takeCardFrames(socket: WSClient): void {
  const frames = socket as unknown as Frames;
  const original = frames.handleEventData?.bind(socket);
  if (!original)
    throw new Error("WSClient.handleEventData is gone: look at this after an SDK update.");
  frames.handleEventData = (frame) =>
    original({
      ...frame,
      headers: frame.headers.map((header) =>
        header.key === "type" && header.value === "card" ? { ...header, value: "event" } : header,
      ),
    });
}

/** The socket carries no signature: its address must be safe. And a refusal without data would be asked for ever. */
function withSafeEndpoint(http: HttpInstance, refuse: (error: Refused) => void): HttpInstance {
  type Endpoint = { code?: number; msg?: string; data?: { URL?: string } };
  const request: HttpInstance["request"] = async (config) => {
    const answer = (await http.request(config)) as Endpoint;
    const url = answer.data?.URL;
    const { code = -1 } = answer;
    if (code !== 0 && !retryable.has(code)) {
      refuse(new Refused("lark.connection", endpointSentence(code)));
      // The SDK takes an answer with data and a code as final.
      return { data: {}, ...answer, code } as never;
    }
    if (url && !isSafe(url))
      throw new RetryLater("Lark named an unsafe address.", { afterMs: 60_000 });
    return answer as never;
  };
  return { ...http, request } as HttpInstance;
}

const retryable = new Set([1, 1000040343]);

function endpointSentence(code: number): string {
  if (code === 1000040350)
    return "Lark has 50 long connections of this app already. Stop other processes.";
  return `Lark refused the long connection (code ${code}). Check App ID and App Secret, and choose "persistent connection" under Events & Callbacks.`;
}

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "wss:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}

function createReady() {
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  done.catch(() => {});
  return {
    resolve: () => settle?.resolve(),
    reject: (error: Error) => settle?.reject(error),
    async within(ms: number): Promise<void> {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        const error = new RetryLater("The long connection to Lark did not come up.", {
          afterMs: 30_000,
        });
        timer = setTimeout(() => reject(error), ms);
      });
      await Promise.race([done, late]).finally(() => clearTimeout(timer));
    },
  };
}
