// The long connection from Lark's side: frames out, acknowledgements back, pings answered.
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { decodeFrame, encodeFrame, type Frame, headerOf, toFrames } from "./frames.ts";

/** What the bot answered: 200 with what its handler returned, or 500. */
type Acked = { code: number; data?: Record<string, unknown>; tookMs: number };

/** How an event is delivered: in one frame, or in parts cut anywhere. */
export type PushOptions = {
  type?: "event" | "card";
  parts?: number;
  outOfOrder?: boolean;
  /** Without the count of its pieces, as other servers write what comes in one. */
  bare?: boolean;
  timeoutMs?: number;
};

export type Sockets = {
  /** Sends an event to one connection and waits for its acknowledgement. */
  push(envelope: object, options?: PushOptions): Promise<Acked>;
  count(): number;
  /** Cuts every connection. */
  drop(): void;
  /** Answers no ping any more. */
  mute(isMuted: boolean): void;
  /** What pongs say from now on. */
  pong(payload: string): void;
  pings(): number;
  /** Resolves when somebody is connected. */
  connected(): Promise<void>;
  close(): void;
};

export function createSockets(server: Server): Sockets {
  const hub = new WebSocketServer({ server, path: "/ws/v2" });
  const waiting = new Map<string, (acked: Omit<Acked, "tookMs">) => void>();
  const arrivals: (() => void)[] = [];
  let isMuted = false;
  let said = JSON.stringify(config);
  let pings = 0;

  const answerPing = (socket: WebSocket, frame: Frame): void => {
    pings += 1;
    if (!isMuted) socket.send(encodeFrame(toPong(frame, said)));
  };
  hub.on("connection", (socket) => {
    for (const arrived of arrivals.splice(0)) arrived();
    socket.on("message", (bytes: Buffer) => {
      const frame = decodeFrame(bytes);
      if (frame.method === 0) answerPing(socket, frame);
      else waiting.get(headerOf(frame, "message_id") ?? "")?.(toAcked(frame));
    });
    socket.on("error", () => {});
  });
  const open = (): WebSocket[] => [...hub.clients].filter(({ readyState }) => readyState === 1);

  return {
    async push(
      envelope,
      { type = "event", parts = 1, outOfOrder = false, bare = false, timeoutMs = 60_000 } = {},
    ) {
      const id = randomUUID();
      const frames = toFrames(envelope, { id, type, parts }).map((frame) =>
        bare ? withoutCount(frame) : frame,
      );
      const [socket] = open();
      if (!socket) throw new Error("nobody is connected");
      const from = performance.now();
      const acked = new Promise<Omit<Acked, "tookMs">>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("not acknowledged")), timeoutMs);
        waiting.set(id, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
      });
      for (const frame of outOfOrder ? frames.toReversed() : frames)
        socket.send(encodeFrame(frame));
      return {
        ...(await acked.finally(() => waiting.delete(id))),
        tookMs: performance.now() - from,
      };
    },
    count: () => open().length,
    drop() {
      for (const socket of open()) socket.terminate();
    },
    mute(next) {
      isMuted = next;
    },
    pong(payload) {
      said = payload;
    },
    pings: () => pings,
    connected: () =>
      open().length > 0 ? Promise.resolve() : new Promise((resolve) => void arrivals.push(resolve)),
    close() {
      for (const socket of hub.clients) socket.terminate();
      hub.close();
    },
  };
}

const config = { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 1 };

function withoutCount(frame: Frame): Frame {
  return { ...frame, headers: frame.headers.filter(({ key }) => !["sum", "seq"].includes(key)) };
}

function toPong({ service }: Frame, said: string): Frame {
  return {
    ...{ SeqID: 0, LogID: 0, service, method: 0 },
    headers: [{ key: "type", value: "pong" }],
    payload: Buffer.from(said),
  };
}

function toAcked({ payload = new Uint8Array() }: Frame): Omit<Acked, "tookMs"> {
  const { code, data } = JSON.parse(Buffer.from(payload).toString()) as {
    code: number;
    data?: string;
  };
  if (!data) return { code };
  return {
    code,
    data: JSON.parse(Buffer.from(data, "base64").toString()) as Record<string, unknown>,
  };
}
