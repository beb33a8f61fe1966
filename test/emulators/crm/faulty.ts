// A loopback server that keeps CRM records and fails on demand, as CRMs fail; what it speaks is the caller's.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A record as the CRM keeps it. */
export type Kept = { id: string; values: Record<string, unknown>; changedAt: number };

export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
};
export type Said = { status: number; body: unknown; headers?: Record<string, string> };

/** What goes wrong with the next requests: an answer of its own, silence, or a cut. */
export type Fault = Said | "silence" | "cut";

export type Company = {
  /** By object, then by id. */
  objects: Map<string, Map<string, Kept>>;
  users: { id: string; email: string }[];
  /** Says no to a change, or nothing. */
  refuse?: (
    id: string,
    fields: Record<string, unknown>,
  ) => { field: string; said: string } | undefined;
  /** What the next requests run into, in order. */
  faults: Fault[];
  asked: Asked[];
  now: number;
};

export type CrmServer = Company & { url: string; close(): Promise<void> };

export function keep(company: Company, object: string, record: Kept): void {
  const all = company.objects.get(object) ?? new Map<string, Kept>();
  company.objects.set(object, all.set(record.id, record));
}

/** Changes a record as somebody in the CRM would. */
export function changeThere(
  company: Company,
  object: string,
  change: { id: string; values: Record<string, unknown> },
): void {
  const record = company.objects.get(object)?.get(change.id);
  if (!record) throw new Error(`no ${object} ${change.id}`);
  company.now += 1_000;
  record.values = { ...record.values, ...change.values };
  record.changedAt = company.now;
}

export const recordsOf = (company: Company, object: string): Kept[] =>
  [...(company.objects.get(object)?.values() ?? [])].sort(
    (a, b) => a.changedAt - b.changedAt || Number(a.id > b.id) - Number(a.id < b.id),
  );

/** Starts a server; `answer` is the CRM's own way of speaking. */
export async function startCrm(
  answer: (asked: Asked, company: Company) => Said,
  { now = Date.UTC(2026, 10, 23, 9) } = {},
): Promise<CrmServer> {
  const company: Company = { objects: new Map(), users: [], faults: [], asked: [], now };
  const server = createServer(async (request, response) => {
    const asked = await readAsked(request);
    company.asked.push(asked);
    const fault = company.faults.shift();
    if (fault === "silence") return;
    if (fault === "cut") {
      response.socket?.destroy();
      return;
    }
    say(response, fault ?? answer(asked, company));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(company, {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? "/", "http://crm");
  const text = Buffer.concat(chunks).toString();
  const isJson = text.startsWith("{");
  return {
    method: request.method ?? "GET",
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: request.headers,
    body: isJson ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text)),
  };
}

function say(response: ServerResponse, { status, body, headers = {} }: Said): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
