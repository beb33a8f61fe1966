// How a command on the command line hands its work to the process that owns the data: over a Unix socket (on
// Windows a named pipe) that only this user may open, one request per connection.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { hungUp, stopping, toCallError, toListenError, tooLarge, unanswered } from "./errors.ts";
import {
  type Answer,
  bugFailure,
  type CommandRequest,
  createLineReader,
  fromFailure,
  maxRequestBytes,
  parseAnswer,
  parseRequest,
  renderLine,
  toFailure,
} from "./wire.ts";

/** Runs one command. `signal` aborts when the client hangs up, or when a shutdown cannot wait longer. */
export type CommandHandler = (
  request: CommandRequest,
  progress: (line: unknown) => void,
  signal: AbortSignal,
) => Promise<unknown>;

export type CommandServer = {
  /** Takes no more commands, waits for those under way and for their answers to be read. */
  close(): Promise<void>;
};

type ServeOptions = {
  /** Told of every error that is not the client's to fix; the client gets a neutral sentence. */
  onBug: (error: unknown) => void;
  /** How long `close` waits before it aborts the commands under way (it still waits for them to end). */
  drainMs?: number;
};

/** Unix allows 104 bytes (macOS) or 108 (Linux). */
const maxPathBytes = 100;
/** How long `close` lets a client take to read its answer. */
const readAnswerMs = 1_000;

/** Where the owner of a data folder listens: in the folder, or in the temp folder where the path is too long. */
export function socketPathFor(dataDir: string, platform: string = process.platform): string {
  const folder = resolve(dataDir);
  const name = `ringside-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  if (platform === "win32") return `\\\\.\\pipe\\${name}`;
  const inside = join(folder, "ringside.sock");
  return Buffer.byteLength(inside) < maxPathBytes ? inside : join(tmpdir(), `${name}.sock`);
}

type Client = { socket: Socket; stop: AbortController; work?: Promise<void> };

/**
 * Listens for commands. Only for the process that holds the lock of the data folder: a socket file that is
 * there is a dead process' and is removed. Throws Refused `socket_unavailable`.
 */
export async function serveCommands(
  socketPath: string,
  handle: CommandHandler,
  { onBug, drainMs = 10_000 }: ServeOptions,
): Promise<CommandServer> {
  const clients = new Set<Client>();
  const server = createServer((socket) => {
    const client: Client = { socket, stop: new AbortController() };
    clients.add(client);
    socket.on("error", () => {}); // "close" follows.
    socket.on("close", () => {
      client.stop.abort(hungUp());
      // Kept until its work has ended: closing waits for that too.
      void Promise.resolve(client.work).finally(() => clients.delete(client));
    });
    takeRequest(client, handle, onBug);
  });
  await listen(server, socketPath);
  server.on("error", onBug);

  let closing: Promise<void> | undefined;
  return {
    close: () => {
      closing ??= closeServer(server, clients, drainMs);
      return closing;
    },
  };
}

async function listen(server: Server, socketPath: string): Promise<void> {
  const isFile = !socketPath.startsWith("\\\\");
  try {
    if (isFile) rmSync(socketPath, { force: true });
    server.listen(socketPath);
    await once(server, "listening");
    if (isFile) chmodSync(socketPath, 0o600);
  } catch (error) {
    server.close();
    throw toListenError(error, socketPath);
  }
}

/** The first line is the request. What comes after it is read and dropped, so that a hang-up is noticed. */
function takeRequest(client: Client, handle: CommandHandler, onBug: ServeOptions["onBug"]): void {
  const { socket } = client;
  const respond = (work: () => Promise<unknown>) => {
    client.work ??= answerWith(client, work, onBug);
  };
  const progress = (line: unknown) => {
    if (socket.writable) socket.write(renderLine({ progress: line ?? null }));
  };
  const read = createLineReader({
    maxBytes: maxRequestBytes,
    onLine: (line) => respond(async () => handle(parseRequest(line), progress, client.stop.signal)),
    onTooLong: () => respond(() => Promise.reject(tooLarge())),
  });
  socket.on("data", (chunk: Buffer) => {
    if (!client.work) read(chunk);
  });
}

async function answerWith(
  { socket, stop }: Client,
  work: () => Promise<unknown>,
  onBug: ServeOptions["onBug"],
): Promise<void> {
  let line: string;
  try {
    line = renderLine({ result: (await work()) ?? null });
  } catch (error) {
    line = renderLine({ error: failureOf(error, stop.signal, onBug) });
  }
  if (socket.writable) socket.end(line);
}

function failureOf(error: unknown, signal: AbortSignal, onBug: ServeOptions["onBug"]) {
  // Work that stops because it was told to has not met a bug.
  const stopped = signal.aborted && error instanceof Error && error.name === "AbortError";
  const failure = toFailure(stopped ? signal.reason : error);
  if (!failure) onBug(error);
  return failure ?? bugFailure;
}

async function closeServer(server: Server, clients: Set<Client>, drainMs: number): Promise<void> {
  const closed = once(server, "close");
  server.close();
  for (const { socket, work } of clients) if (!work) socket.destroy();

  const abort = setTimeout(() => {
    for (const { stop } of clients) stop.abort(stopping());
  }, drainMs);
  await Promise.all([...clients].map(({ work }) => work));
  clearTimeout(abort);

  const cut = setTimeout(() => {
    for (const { socket } of clients) socket.destroy();
  }, readAnswerMs);
  await closed;
  clearTimeout(cut);
}

/**
 * Hands a command to the process that listens and resolves with its result; `onProgress` gets every line before
 * it. Throws what the command threw; Refused `not_running` when nobody listens; RetryLater, ambiguous, when the
 * other process ends before it answered.
 */
export function callCommand(
  socketPath: string,
  request: CommandRequest,
  onProgress: (line: unknown) => void,
): Promise<unknown> {
  const line = renderLine(request);
  if (Buffer.byteLength(line) > maxRequestBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const socket = connect(socketPath, () => socket.write(line));
    const finish = ({ result, error }: Answer) => {
      if (error) reject(fromFailure(error));
      else resolve(result);
      socket.destroy();
    };
    const onLine = (text: string) => {
      const answer = parseAnswer(text);
      if ("progress" in answer) onProgress(answer.progress);
      else finish(answer);
    };
    const read = createLineReader({ onLine });
    socket.on("data", (chunk: Buffer) => {
      try {
        read(chunk);
      } catch (error) {
        reject(error);
        socket.destroy();
      }
    });
    socket.on("error", (error) => reject(toCallError(error, socketPath)));
    socket.on("close", () => reject(unanswered()));
  });
}
