// A sender on rows of its own, with a chat platform that does as it is told.
import { join } from "node:path";
import type { ChatAdapter } from "../../src/chat/adapter.ts";
import { createSender, type SenderOptions } from "../../src/chat/sender.ts";
import type { Card } from "../../src/core/card.ts";
import type { Identity } from "../../src/core/facts.ts";
import type { Outbox } from "../../src/core/ports.ts";
import type { Loop } from "../../src/loop.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { createOutbox } from "../../src/store/outbox.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { newFolder } from "../helpers/records.ts";

export const newId = createNewId();
export const hourMs = 3_600_000;

/** What happens to one call: by default it is taken. "lost" takes it and never says so; "cut" does not take it. */
export type Fate = "taken" | "lost" | "cut" | "hang" | Error;
export type PlatformOptions = Partial<ChatAdapter> & { lookUp?: boolean; idempotent?: boolean };
type Delivery = { to: string; title: string; key: string };

/** A chat platform that remembers what it accepted. Fates are used up call by call, per person. */
export function createPlatform({ lookUp, idempotent, ...given }: PlatformOptions = {}) {
  const accepted: Delivery[] = [];
  const edits: string[] = [];
  const calls: string[] = [];
  const fates = new Map<string, Fate[]>();
  const hanging: (() => void)[] = [];

  const meet = async (who: string, deliver: () => void): Promise<void> => {
    const fate = fates.get(who)?.shift() ?? "taken";
    if (fate instanceof Error) throw fate;
    if (fate === "hang") await new Promise<void>((go) => hanging.push(go));
    if (fate !== "cut") deliver();
    if (fate === "lost" || fate === "cut") throw new Error("socket hang up");
  };
  const has = (key: string) => accepted.some((one) => one.key === key);
  const find: ChatAdapter["find"] = async ({ externalId: to }, key) => {
    const next = fates.get(to) ?? [];
    if (next[0] instanceof Error) throw next.shift();
    return has(key) ? { key } : undefined;
  };
  const adapter: ChatAdapter = {
    surface: "slack",
    async send({ externalId: to }, card, key) {
      calls.push(`${to} ${card.title}`);
      await meet(to, () => {
        if (!idempotent || !has(key)) accepted.push({ to, title: card.title, key });
      });
      return { key };
    },
    async update(ref, card) {
      const { to } = accepted.find((one) => one.key === ref.key) ?? { to: "nobody" };
      calls.push(`${to} ${card.title}`);
      await meet(to, () => edits.push(`${to} ${card.title}`));
    },
    ...(lookUp ? { find } : {}),
    ...given,
  };
  return {
    ...{ adapter, accepted, edits, calls },
    /** Decides what happens to the next calls for a person. */
    fate: (who: string, ...next: Fate[]) => fates.set(`per_${who}`, next),
    /** Lets calls that hang go on. */
    release: () => {
      for (const go of hanging.splice(0)) go();
    },
    /** Calls that hang never arrive. */
    forget: () => void hanging.splice(0),
    /** What arrived, as "person title", in order. */
    titles: () => accepted.map(({ to, title }) => `${to.replace("per_", "")} ${title}`),
  };
}

export const aCard = (key: string, title = key): Card => ({
  key,
  title,
  tone: "info",
  summary: key,
  blocks: [],
});

export function anIdentity(personId: string, set: Partial<Identity> = {}): Identity {
  const about = { verifiedBy: "email", createdAt: testNow, lastSeenAt: null } as const;
  const at = { surface: "slack", connection: "T1", externalId: personId } as const;
  return { id: `idn_${personId}`, personId, ...at, ...about, ...set };
}

export type SenderWorld = Awaited<ReturnType<typeof openSenderWorld>>;

export async function openSenderWorld() {
  const clock = () => world.now;
  const records = await openRecords({ file: join(newFolder(), "records.db"), clock, newId });
  const people = ["per_ana", "per_bo", "per_cy"].map((id) => aPerson(id));
  let dead = { isDead: false };
  let sender: Loop;

  const world = {
    now: testNow,
    records,
    platform: createPlatform(),
    results: [] as string[],
    /** A new process on the same rows, with these adapters; the one before stops. */
    async start(adapters: SenderOptions["adapters"]): Promise<void> {
      await sender?.stop();
      dead = { isDead: false };
      sender = createSender({
        outbox: mortal(createOutbox(records, { clock, newId }), dead),
        read: records.read,
        adapters,
        clock,
        onResult: (state) => world.results.push(state),
        onError: () => {},
      });
    },
    async use(options: PlatformOptions): Promise<void> {
      world.platform = createPlatform(options);
      await world.start({ slack: world.platform.adapter });
    },
    /** The process dies, calls under way and all; the next one starts on the same rows. */
    async crash(): Promise<void> {
      world.platform.forget();
      dead.isDead = true;
      void sender.stop();
      sender = { wake() {}, async drain() {}, async stop() {} };
      await world.start({ slack: world.platform.adapter });
    },
    wake: () => sender.wake(),
    drain: () => sender.drain(),
    /** Posts cards in one transaction, each written as "person card" or "person card title". */
    post: (...lines: string[]) =>
      records.write(async (unit) => {
        for (const line of lines) {
          const [who, key = "", title] = line.split(" ");
          unit.post({ to: `per_${who}`, card: aCard(key, title) });
        }
      }),
    async stateOf(cardKey: string): Promise<string | undefined> {
      return (await records.client.outboxMessage.findFirst({ where: { cardKey } }))?.state;
    },
    async close(): Promise<void> {
      await sender.stop();
      await records.close();
    },
  };
  await world.use({});
  await records.write(async (unit) => {
    await unit.putRecords("person", people);
    for (const { id } of people) await unit.identities.put(anIdentity(id));
  });
  return world;
}

/** An outbox whose process can die: from then on nothing is written. */
function mortal(outbox: Outbox, dead: { isDead: boolean }): Outbox {
  return {
    ...outbox,
    take: async (limit) => (dead.isDead ? [] : outbox.take(limit)),
    settle: (...settling) => (dead.isDead ? new Promise(() => {}) : outbox.settle(...settling)),
  };
}

/** Waits for something a loop brings about by itself. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
}
