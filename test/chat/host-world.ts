// A host on an inbox of its own, with two people of ours on Slack: Ana and Bo.
import { join } from "node:path";
import type { ChatEvent, Interaction } from "../../src/chat/adapter.ts";
import { type ChatInput, createHost, type HostOptions, type Router } from "../../src/chat/host.ts";
import type { Card, Outcome } from "../../src/core/card.ts";
import type { Identity } from "../../src/core/facts.ts";
import { type Effect, sayOnly } from "../../src/core/use-case.ts";
import { createInbox } from "../../src/store/inbox.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { findPersonIn } from "../helpers/find-person.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { newFolder } from "../helpers/records.ts";

export type HostWorld = Awaited<ReturnType<typeof openHostWorld>>;

export async function openHostWorld() {
  const file = join(newFolder(), "records.db");
  const clock = () => world.now;
  const world = {
    now: testNow,
    router: (async () => sayOnly("fine")) as Router,
    results: [] as string[],
    errors: [] as string[],
    records: undefined as unknown as Records,
    host: undefined as unknown as ReturnType<typeof createHost>,

    inbox: () => createInbox<ChatInput>(world.records, clock),
    /** A process on the file; one that ran before is gone. */
    async open(set: Partial<HostOptions> = {}): Promise<void> {
      await world.close();
      world.records = await openRecords({ file, clock, newId: createNewId() });
      world.host = createHost({
        inbox: world.inbox(),
        router: (event, person) => world.router(event, person),
        findPerson: findPersonIn(world.records),
        clock,
        onResult: (kind, result) => world.results.push(`${kind} ${result}`),
        onError: (error) => world.errors.push(error instanceof Error ? error.message : "?"),
        redeliveryWaitMs: 50,
        ...set,
      });
    },
    drain: () => world.host.loop.drain(),
    async rowOf(key: string) {
      return world.records.client.inboxEvent.findUniqueOrThrow({ where: { key } });
    },
    /** The marks that `note` left. */
    async noted(): Promise<string[]> {
      return (await world.records.read.audits.find({})).map((audit) => audit.action);
    },
    /** What was posted, as "target: title", in order. */
    async posted(): Promise<string[]> {
      const { outboxMessage } = world.records.client;
      const rows = await outboxMessage.findMany({ orderBy: { sequence: "asc" } });
      return rows.map((row) => `${row.target}: ${(row.body as unknown as Card).title}`);
    },
    async close(): Promise<void> {
      await world.host?.loop.stop();
      await world.records?.close();
    },
  };
  await world.open();
  await world.records.write(async (unit) => {
    await unit.putRecords("person", [aPerson("per_ana"), aPerson("per_bo")]);
    await unit.identities.put(anIdentity("ana"), anIdentity("bo"));
  });
  return world;
}

function anIdentity(name: string): Identity {
  const at = { surface: "slack", connection: "T1", externalId: name } as const;
  const by = { verifiedBy: "email", createdAt: testNow, lastSeenAt: null } as const;
  return { id: `idn_${name}`, personId: `per_${name}`, ...at, ...by };
}

const inbound = { surface: "slack", connection: "T1", externalId: "ana", at: testNow } as const;

export const says = (text: string, set: Partial<ChatEvent> = {}): ChatEvent =>
  ({ ...inbound, kind: "message", key: `said ${text}`, text, ...set }) as ChatEvent;

export const presses = (ref: string, set: Partial<Interaction> = {}): Interaction =>
  ({ ...inbound, kind: "action", key: `pressed ${ref}`, ref, ...set }) as Interaction;

export const wordsOf = (event: ChatInput) => (event.kind === "message" ? event.text : event.kind);

export const aCard = (key: string): Card => ({
  key,
  title: key,
  tone: "info",
  summary: key,
  blocks: [],
});

/** An effect that leaves a mark, so that its runs can be counted. */
export function note(action: string, outcome: Outcome = {}): Effect {
  return async (unit) => {
    const id = unit.newId("audit");
    const about = { actorId: null, via: "chat", kind: "person", recordId: "per_ana" } as const;
    await unit.audits.put({ id, at: unit.now, action, ...about, detail: {} });
    return outcome;
  };
}

/** A promise, and how to keep it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
