// A small Ringside of its own, for kill.test.ts to kill: real records, inbox, host, jobs, outbox and sender.
// node child <records file> <platform url>
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { ChatAdapter, ChatEvent, Interaction } from "../../src/chat/adapter.ts";
import { type ChatInput, createHost, type Router } from "../../src/chat/host.ts";
import { createSender } from "../../src/chat/sender.ts";
import type { Card, Outcome } from "../../src/core/card.ts";
import { RetryLater } from "../../src/core/errors.ts";
import type { Unit } from "../../src/core/ports.ts";
import { createInbox } from "../../src/store/inbox.ts";
import { createJobRunner, type JobHandler } from "../../src/store/job-runner.ts";
import { releaseJobs } from "../../src/store/jobs.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { createOutbox } from "../../src/store/outbox.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { findPersonIn } from "../helpers/find-person.ts";

const [file = "", platformUrl = ""] = process.argv.slice(2);
const clock = Date.now;
const newId = createNewId();

const aCard = (key: string, title: string): Card => ({
  key,
  title,
  tone: "info",
  summary: title,
  blocks: [],
});

/** A row that shows how often something was done, and to what. */
async function note(unit: Unit, kind: string, recordId: string): Promise<string> {
  const id = unit.newId("audit");
  const by = { actorId: null, via: "job", action: "done", detail: {} } as const;
  await unit.audits.put({ id, at: unit.now, kind, recordId, ...by });
  return id;
}

/** Counts what was done for a person, reading and writing in one transaction. */
async function count(unit: Unit, personId: string): Promise<number> {
  const id = `count_${personId}`;
  const value = Number((await unit.fieldValues.get(id))?.value ?? 0) + 1;
  const about = { kind: "person", recordId: personId, field: "count", original: null };
  const from = { status: "stated", source: "test", actorId: null, evidence: null } as const;
  await unit.fieldValues.put({ id, ...about, value, ...from, at: unit.now, batchId: null });
  return value;
}

const router: Router =
  async (event, person) =>
  async (unit): Promise<Outcome> => {
    const id = await note(unit, event.kind, event.key);
    const value = await count(unit, person.id);
    unit.post({ to: person.id, card: aCard(`answer:${event.key}`, "answer") });
    unit.post({ to: person.id, card: aCard(`count:${person.id}`, String(value)) });
    unit.schedule({ kind: "follow", key: `follow:${event.key}`, payload: [event.key, person.id] });
    return { toast: id };
  };

const follow: JobHandler = async (payload) => {
  const [key, to] = payload as [string, string];
  return async (unit) => {
    await note(unit, "job", key);
    unit.post({ to, card: aCard(`follow:${key}`, "follow") });
  };
};

/** The platform's API: no answer, or one about its own trouble, leaves open whether it did what was asked. */
async function call(path: string, body: object): Promise<Response> {
  const request = { method: "POST", body: JSON.stringify(body) };
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(platformUrl + path, { ...request, signal }).catch(() => undefined);
  if (response?.ok || response?.status === 404) return response;
  const ambiguous = response?.status !== 429;
  throw new RetryLater(`platform: ${response?.status}`, { afterMs: 40, ambiguous });
}

const adapter: ChatAdapter = {
  surface: "slack",
  async send(to, card, key) {
    await call("/send", { to: to.externalId, key, cardKey: card.key, title: card.title });
    return { key };
  },
  async update(ref, card) {
    await call("/update", { ...ref, title: card.title });
  },
  async find(_to, key) {
    const response = await call("/find", { key });
    return response.ok ? { key } : undefined;
  },
};

// The code is loaded; from here on it may be killed.
await once(process.stdin, "data");
const records = await openRecords({
  file,
  clock,
  newId,
  onCommit(wrote) {
    if (wrote.messages > 0) sender.wake();
    if (wrote.jobs > 0) jobs.wake();
  },
});
const onError = (error: unknown) => {
  if (!(error instanceof RetryLater)) process.stderr.write(`${String(error)}\n`);
};
const findPerson = findPersonIn(records);
const host = createHost({
  inbox: createInbox<ChatInput>(records, clock),
  ...{ router, findPerson, clock, onError },
});
const sender = createSender({
  outbox: createOutbox(records, { clock, newId }),
  read: records.read,
  adapters: { slack: adapter },
  ...{ clock, onError },
});
const jobs = createJobRunner({ records, clock, kinds: { follow: { run: follow } }, onError });
await releaseJobs(records);
const loops = [jobs, host.loop, sender];
for (const loop of loops) loop.wake();

/** How many wait, by table. */
async function waiting(): Promise<number[]> {
  const { inboxEvent, outboxMessage, job } = records.client;
  return [
    await inboxEvent.count({ where: { state: "new" } }),
    await outboxMessage.count({ where: { state: { in: ["queued", "sending"] } } }),
    await job.count({ where: { state: { in: ["queued", "running"] } } }),
  ];
}

async function close(): Promise<void> {
  for (const loop of loops) await loop.stop();
  await records.close();
  server.close();
  server.closeAllConnections();
  process.stdin.destroy();
}

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.url === "/event") return host.accept((await json(request)) as ChatEvent);
  if (request.url === "/press") return host.interact((await json(request)) as Interaction);
  return waiting();
}

const server = createServer((request, response) => {
  if (request.url === "/close") void close();
  else
    answer(request).then(
      (body) => response.end(JSON.stringify(body ?? {})),
      (error) => response.writeHead(500).end(String(error)),
    );
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
