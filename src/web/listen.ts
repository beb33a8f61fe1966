// A handler on a port, and a way to end it that loses no answer under way.
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Refused } from "../core/errors.ts";

export type ListenOptions = {
  fetch: (request: Request, env: object) => Response | Promise<Response>;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The variable that sets the port, for the message when it is taken. */
  variable: string;
  /** How long `close` waits for requests under way. */
  drainMs?: number;
};

export type Listener = {
  /** Where it answers, such as `http://127.0.0.1:3000`. */
  url: string;
  /** Accepts nothing more, ends streams and idle connections, and waits for the answers under way. */
  close(): Promise<void>;
};

/** Rejects where the port is taken. `drainMs`: how long answers under way may take once it closes. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { fetch, host, drainMs = 10_000 } = options;
  const streams = new Set<ServerResponse>();
  // The adapter replaces the global Request by its own subclass; middleware that rebuilds a request needs that.
  const handle = getRequestListener(
    // Only what is asked for by GET can be a stream; looking at an answer's headers costs the adapter's short cut.
    (request, env) => {
      const answer = fetch(request, env);
      return request.method === "GET" ? noteStream(answer, env, streams) : answer;
    },
    { hostname: host },
  );
  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  await bind(server, options);
  let closing: Promise<void> | undefined;
  return {
    url: toUrl(host, server.address() as AddressInfo),
    close() {
      closing ??= end(server, { streams, drainMs });
      return closing;
    },
  };
}

/** Whether only this machine can reach what listens on this address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Remembers answers that never end by themselves (server-sent events), so that closing need not wait for them. */
async function noteStream(
  answer: Response | Promise<Response>,
  env: object,
  streams: Set<ServerResponse>,
): Promise<Response> {
  const response = await answer;
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  if (isStream && "outgoing" in env) {
    const outgoing = env.outgoing as ServerResponse;
    streams.add(outgoing);
    outgoing.once("close", () => streams.delete(outgoing));
  }
  return response;
}

function bind(server: Server, { host, port, variable }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(explain(error, { host, port, variable }));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function explain(
  error: NodeJS.ErrnoException,
  { host, port, variable }: { host: string; port: number; variable: string },
): Refused {
  if (error.code === "EADDRINUSE") {
    const todo = `Stop it, or set ${variable} to another port.`;
    return new Refused("port_taken", `Port ${port} is in use by another program. ${todo}`, {
      port,
    });
  }
  if (error.code === "EACCES") {
    const todo = `Set ${variable} to a port above 1023.`;
    return new Refused("port_forbidden", `Port ${port} is reserved for the system. ${todo}`, {
      port,
    });
  }
  const message = `This machine cannot listen on ${host} port ${port} (${error.code ?? error.message}).`;
  return new Refused("bad_address", `${message} Choose an address it has.`, { host, port });
}

async function end(
  server: Server,
  { streams, drainMs }: { streams: Set<ServerResponse>; drainMs: number },
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const stream of streams) stream.destroy();
  // Connections turn idle as their answers go out, and would be kept alive for the next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const giveUp = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(giveUp);
}

function toUrl(host: string, { port }: AddressInfo): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name = everywhere ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
