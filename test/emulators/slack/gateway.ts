// What `emulate` lacks of Slack, in front of it: Socket Mode, limits, faults, and a record of what was asked.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type WebSocket, WebSocketServer } from "ws";
import { checkCall } from "./check.ts";

/** What goes wrong with the next call of a method. */
type Fault =
  | { kind: "rate_limited"; afterSeconds: number }
  /** 429 without a word of how long. */
  | { kind: "busy" }
  /** Done, and then answered with a failure. */
  | { kind: "500_after" }
  | { kind: "hang" }
  | { kind: "error"; code: string }
  /** Something the emulator cannot say, such as that somebody is a guest. */
  | { kind: "answer"; body: object; headers?: Record<string, string> }
  /** The same for these tokens, at every call: the emulator knows one bot. */
  | { kind: "by_token"; answers: Record<string, object> }
  /** Every call fails so, or only those with blocks, until `mend`. */
  | { kind: "refuses"; code: string; what: "all" | "blocks" };

type Call = { method: string; args: Record<string, string> };

/** The app of every token here. */
export const appId = "A1";

export type Gateway = {
  url: string;
  calls: Call[];
  /** What Slack would have refused of what we sent it, or shown as something else. */
  complaints: string[];
  /** A file to be downloaded with the bot's token; returns its address. */
  serve(name: string, file: { type: string; bytes: Uint8Array }): string;
  /** The next calls of a method fail so, one after another. */
  fail(method: string, ...faults: Fault[]): void;
  /** Nothing fails any more. */
  mend(): void;
  /** Resolves with the first call of a method from position `from` that satisfies `is`, answered. */
  called(method: string, is: (call: Call) => boolean, from?: number): Promise<Call>;
  /** Sends an envelope over the newest socket; resolves with what it was acknowledged with. */
  send(envelope: object): Promise<unknown>;
  sockets(): number;
  /** Resolves once a socket is open that was not among the first `than`. */
  connected(than?: number): Promise<void>;
  /** Says something over every socket, whatever it is. */
  shout(text: string): void;
  /** "drop" cuts the wires; the others ask politely, as Slack does every few hours. Of all sockets, or the newest. */
  disturb(how: "drop" | "refresh_requested" | "warning", which?: "all" | "newest"): void;
  close(): Promise<void>;
};

/** `authorise`: what goes to the target in place of an authorization header. */
export async function startGateway(
  target: string,
  authorise: (given: string) => string = (given) => given,
): Promise<Gateway> {
  const faults = new Map<string, Fault[]>();
  const calls: Call[] = [];
  const complaints: string[] = [];
  const files = new Map<string, { type: string; bytes: Uint8Array }>();
  const waiting = createWaiting();
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const file = files.get(request.url ?? "");
    if (file) return void response.writeHead(200, { "content-type": file.type }).end(file.bytes);
    const method = /^\/api\/([\w.]+)/.exec(request.url ?? "")?.[1] ?? "";
    const call = { method, args: Object.fromEntries(new URLSearchParams(body.toString("utf8"))) };
    const fault = takeFault(faults.get(method) ?? [], call, request);
    const passing = { request, response, body, target, fault, authorise };
    if (fault?.kind !== "hang") await respond(passing, call);
    calls.push(call);
    waiting.tell();
  };
  const respond = async (passing: Passing, { method, args }: Call): Promise<void> => {
    const { fault, response } = passing;
    if (fault && fault.kind !== "500_after") return answerFault(fault, response);
    const { refusal, problems } = checkCall(method, args);
    complaints.push(...problems.map((problem) => `${method}: ${problem}`));
    if (refusal) return answer(response, refusal);
    if (method === "bots.info") return answer(response, { ok: true, bot: { app_id: appId } });
    if (method !== "apps.connections.open") return pass(passing);
    answer(response, { ok: true, url: socketUrl() });
  };
  const port = await listen(server);
  const sockets = openSockets(server, waiting);
  const socketUrl = () => `ws://127.0.0.1:${port}/link`;

  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    complaints,
    serve(name, file) {
      files.set(`/files/${name}`, file);
      return `http://127.0.0.1:${port}/files/${name}`;
    },
    mend: () => faults.clear(),
    fail: (method, ...some) => faults.set(method, [...(faults.get(method) ?? []), ...some]),
    called: (method, is, from = 0) =>
      waiting.until(
        () => calls.slice(from).find((call) => call.method === method && is(call)),
        method,
      ),
    ...sockets,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The first of the faults, which stays there if it is one that lasts. */
function takeFault(queue: Fault[], { args }: Call, request: IncomingMessage): Fault | undefined {
  const [first] = queue;
  if (first?.kind === "by_token") {
    const body = first.answers[request.headers.authorization?.replace("Bearer ", "") ?? ""];
    return body && { kind: "answer", body };
  }
  if (first?.kind !== "refuses") return queue.shift();
  const isMeant = first.what === "all" || (args.blocks ?? "[]") !== "[]";
  return isMeant ? { kind: "error", code: first.code } : undefined;
}

type Waiting = ReturnType<typeof createWaiting>;

/** Looks again whenever something happened, rather than after a while. */
function createWaiting() {
  const looks = new Set<() => void>();
  return {
    tell() {
      for (const look of looks) look();
    },
    until<Found>(find: () => Found | undefined, what: string): Promise<Found> {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          looks.delete(look);
          reject(new Error(`Slack waited in vain for ${what}`));
        }, 60_000).unref();
        const look = () => {
          const found = find();
          if (found === undefined) return;
          clearTimeout(timer);
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      });
    },
  };
}

function openSockets(server: Server, waiting: Waiting) {
  const open: WebSocket[] = [];
  const acks = new Map<string, (payload: unknown) => void>();
  let opened = 0;
  const wss = new WebSocketServer({ server, path: "/link" });
  wss.on("connection", (socket) => {
    open.push(socket);
    opened += 1;
    socket.on("message", (data) => {
      const { envelope_id: id, payload } = JSON.parse(String(data));
      acks.get(id)?.(payload);
      acks.delete(id);
    });
    socket.on("close", () => {
      if (open.includes(socket)) open.splice(open.indexOf(socket), 1);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
    waiting.tell();
  });
  return {
    send: (envelope: object) =>
      new Promise<unknown>((resolve, reject) => {
        const id = `env-${Math.random()}`;
        acks.set(id, resolve);
        const socket = open.at(-1);
        if (!socket) return reject(new Error("no socket is open"));
        socket.send(JSON.stringify({ envelope_id: id, ...envelope }));
      }),
    sockets: () => open.length,
    connected: (than = 0) =>
      waiting
        .until(() => (opened > than && open.length > 0) || undefined, "a socket")
        .then(() => {}),
    shout(text: string) {
      for (const socket of open) socket.send(text);
    },
    disturb(how: "drop" | "refresh_requested" | "warning", which = "all") {
      for (const socket of which === "all" ? [...open] : open.slice(-1)) {
        if (how === "drop") {
          open.splice(open.indexOf(socket), 1);
          socket.terminate();
        } else socket.send(JSON.stringify({ type: "disconnect", reason: how }));
      }
    },
  };
}

type Passing = {
  request: IncomingMessage;
  response: ServerResponse;
  body: Buffer;
  target: string;
  fault: Fault | undefined;
  authorise: (given: string) => string;
};

async function pass(passing: Passing): Promise<void> {
  const { request, response, body, target, fault, authorise } = passing;
  const { authorization, "content-type": contentType } = request.headers;
  const answered = await fetch(`${target}${request.url}`, {
    method: request.method ?? "POST",
    headers: {
      ...(authorization ? { authorization: authorise(authorization) } : {}),
      ...(contentType ? { "content-type": contentType } : {}),
    },
    ...(request.method === "GET" ? {} : { body: new Uint8Array(body) }),
  });
  if (fault) {
    response.writeHead(500).end("upstream failed");
    return;
  }
  const type = answered.headers.get("content-type") ?? "application/json";
  response.writeHead(answered.status, { "content-type": type });
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function answerFault(fault: Fault, response: ServerResponse): void {
  if (fault.kind === "rate_limited") {
    response.writeHead(429, { "retry-after": String(fault.afterSeconds) }).end();
  } else if (fault.kind === "busy") {
    response.writeHead(429).end();
  } else if (fault.kind === "error") {
    answer(response, { ok: false, error: fault.code });
  } else if (fault.kind === "answer") {
    answer(response, { ok: true, ...fault.body }, fault.headers);
  }
}

function answer(
  response: ServerResponse,
  body: object,
  headers: Record<string, string> = {},
): void {
  const type = { "content-type": "application/json" };
  response.writeHead(200, { ...type, ...headers }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}
