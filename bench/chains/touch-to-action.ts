// From a touch that is handed to the log until the action it calls for is on disk: real stores, all rules, real time.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createCalendar } from "../../src/calendar.ts";
import { createActOnMatches } from "../../src/core/journey/actions/starting/act-on-matches.ts";
import {
  createChainFollower,
  type FollowerOptions,
} from "../../src/core/journey/live/chain-follower.ts";
import { publishRule } from "../../src/core/journey/rules-in-force.ts";
import type { Account, Contact, Person, Touch } from "../../src/core/model.ts";
import type { Unit } from "../../src/core/ports.ts";
import { createChainMemory } from "../../src/store/chain-memory.ts";
import { openEventLog } from "../../src/store/event-log/event-log.ts";
import { createConsumerLoop, defineConsumer } from "../../src/store/log-consumer.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { createBatches, createRuleSources } from "./workload.ts";

const [perSecond, seconds, everyMs] = [2_000, 10, 10];
/** Few, so that chains are complete within seconds. */
const [contacts, reps, rules] = [1_000, 100, 100];

export type TouchToAction = {
  actionP50Ms: number;
  actionP99Ms: number;
  actions: number;
  matches: number;
  touchesPerSecond: number;
};

export async function measureTouchToAction(): Promise<TouchToAction> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-actions-"));
  try {
    return await measureIn(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string): Promise<TouchToAction> {
  const clock = Date.now;
  const records = await openRecords({
    ...{ file: join(folder, "records.db"), clock, newId: createNewId() },
    onCommit: () => watch.committed(),
  });
  const watch = createWatch();
  const events = await openEventLog(join(folder, "events.db"));
  await records.write(fill);
  const services = {
    ...{ read: records.read, events, clock, workdays: createCalendar() },
    ...{ scripts: { search: async () => [] }, library: () => ({ playbooks: [] }) },
  };
  const act = createActOnMatches(services);
  const memory = createChainMemory(join(folder, "chains.state"));
  const follower = createChainFollower({ ...services, memory, onFound: watch.over(act) });
  const loop = createConsumerLoop({
    ...{ records, clock, consumers: [defineConsumer({ name: "chains", ...follower })] },
    onError: (error) => {
      throw error;
    },
  });
  await loop.drain();
  const began = performance.now();
  const sent = await feed(async (touches) => {
    watch.sent(touches);
    await events.append(touches);
    loop.wake();
  });
  const spentMs = performance.now() - began;
  await loop.drain();
  const actions = await records.read.nextActions.count({});
  await loop.stop();
  await records.close();
  await events.close();
  return { ...watch.result(), actions, touchesPerSecond: Math.round((sent / spentMs) * 1_000) };
}

/** Touches in handfuls at their time, whatever became of those before. */
async function feed(append: (touches: Touch[]) => Promise<void>): Promise<number> {
  const pool = [...createBatches(perSecond * seconds)].flat();
  const under: Promise<void>[] = [];
  const began = performance.now();
  let sent = 0;
  while (sent < pool.length) {
    const due = Math.min(
      pool.length,
      Math.floor(((performance.now() - began) / 1_000) * perSecond),
    );
    const now = Date.now();
    const touches = pool.slice(sent, due).map((touch, index): Touch => {
      const at = now - (due - sent - index) / 1_000;
      return { ...touch, ...customerOf(sent + index), at: Math.floor(at), receivedAt: now };
    });
    sent = due;
    if (touches.length > 0) under.push(append(touches));
    await setTimeout(everyMs);
  }
  await Promise.all(under);
  return pool.length;
}

const customerOf = (index: number) => {
  const number = (index * 7_919) % contacts;
  return { contactId: `con_${number}`, accountId: `acc_${Math.floor(number / 4)}` };
};

/** When touches went in and when what they completed was committed. A match is of the last of its touches. */
function createWatch() {
  const sentAt = new Map<string, number>();
  const latencies: number[] = [];
  let found: number[] = [];
  return {
    sent(touches: readonly Touch[]) {
      const now = performance.now();
      for (const { contactId, accountId, at } of touches) {
        for (const key of [`${contactId} ${at}`, `${accountId} ${at}`]) {
          if (!sentAt.has(key)) sentAt.set(key, now);
        }
      }
    },
    over(act: FollowerOptions["onFound"]): FollowerOptions["onFound"] {
      return async (outcome) => {
        const write = await act(outcome);
        return (
          write &&
          (async (unit: Unit) => {
            await write(unit);
            found = outcome.matches.flatMap(
              ({ match }) => sentAt.get(`${match.customer} ${match.at}`) ?? [],
            );
          })
        );
      };
    },
    committed() {
      const now = performance.now();
      latencies.push(...found.map((from) => now - from));
      found = [];
    },
    result() {
      const sorted = latencies.toSorted((one, other) => one - other);
      const at = (share: number) => {
        const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
        return Math.round(value * 10) / 10;
      };
      return { actionP50Ms: at(0.5), actionP99Ms: at(0.99), matches: sorted.length };
    },
  };
}

async function fill(unit: Unit): Promise<void> {
  const people = Array.from({ length: reps }, (_, index) => aRep(index, unit.now));
  const accounts = Array.from({ length: contacts / 4 }, (_, index) => anAccount(index, unit.now));
  const all = Array.from({ length: contacts }, (_, index) => aContact(index, unit.now));
  await unit.putRecords("person", people);
  await unit.putRecords("account", accounts);
  await unit.putRecords("contact", all);
  for (const source of createRuleSources(rules)) {
    await publishRule(unit, { ruleId: source.id, source, authorId: null, reason: null });
  }
}

const aRep = (index: number, now: number): Person => ({
  ...{ id: `per_${index}`, name: `Rep ${index}`, email: null, phone: null, role: "rep" },
  ...{ teamId: null, managerId: null, timeZone: "Europe/London", language: "en", capacity: 50 },
  ...{ territories: [], languages: [], licences: [], industries: [], hiredAt: null },
  ...{ active: true, createdAt: now, updatedAt: now },
});

const anAccount = (index: number, now: number): Account => ({
  ...{ id: `acc_${index}`, name: `Account ${index}`, nameKey: `account${index}`, domain: null },
  ...{ industry: "finance", segment: null, employees: null, revenue: null, currency: null },
  ...{ country: null, territory: null, foundedYear: null, creditCode: null, vatId: null },
  ...{ parentId: null, ownerId: `per_${index % reps}`, createdAt: now, updatedAt: now },
});

const aContact = (index: number, now: number): Contact => ({
  ...{ id: `con_${index}`, accountId: `acc_${Math.floor(index / 4)}`, name: `Contact ${index}` },
  ...{ title: null, email: null, phone: null, language: "en", createdAt: now, updatedAt: now },
});
