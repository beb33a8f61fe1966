import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../../src/core/card.ts";
import { mergeContacts } from "../../../src/core/identity/merge-records.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { forgetContact } from "../../../src/core/people/privacy/forget-contact.ts";
import { forgetPerson } from "../../../src/core/people/privacy/forget-person.ts";
import { countOwn } from "../../../src/core/people/privacy/kept.ts";
import {
  businessTables,
  leaverTables,
  onTheirWay,
  personalTables,
} from "../../../src/store/personal/personal-tables.ts";
import { findBytes } from "../../helpers/find-bytes.ts";
import { createWorld, type World } from "../../helpers/world.ts";

const dayMs = 86_400_000;

/** A talk of a person with planted words in everything that can hold some. */
async function plant({ ringside }: World, personId: string, words: string, at?: number) {
  await ringside.records.write(async (unit) => {
    const when = at ?? unit.now;
    const id = (kind: "practice" | "message" | "nudge") => unit.newId(kind);
    const session = id("practice");
    const plan = { scenario: words } as never;
    await unit.practiceSessions.put({
      ...{ id: session, personId, playbook: "medical", scenario: "x", persona: "y" },
      ...{ language: "en", state: "closed", plan, play: {} as never },
      ...{ startedAt: when, closedAt: when },
    });
    await unit.practiceTurns.put({
      ...{ id: unit.newId("turn"), sessionId: session, number: 0, speaker: "rep", text: words },
      ...{ maker: null, labels: {} as never, at: when },
    });
    await unit.practiceReports.put({
      ...{ id: session, personId, body: { words } as never, sharedAt: null, at: when },
    });
    await unit.skillEvidence.put({
      ...{ id: unit.newId("skillEvidence"), personId, skill: "rapport", source: "practice" },
      ...{ sourceId: session, passed: 1, checks: 1, at: when },
      quotes: [{ check: "c", passed: true, quote: words }],
    });
    await unit.localMessages.put({
      ...{ id: id("message"), key: id("message"), personId, author: "person", under: null },
      ...{ body: { text: words }, createdAt: when, updatedAt: when },
    });
    const card: Card = { key: session, title: words, tone: "info", summary: "", blocks: [] };
    await unit.nudges.put({
      ...{ id: id("nudge"), personId, kind: "coaching", value: 1, cardKey: session, card },
      ...{ state: "sent", createdAt: when, sentAt: when, actedAt: null },
    });
    unit.arm({ action: "ask", params: { text: words }, personId, cardKey: session });
  });
}

/** Says something on the local chat, which passes through inbox, outbox and transcript. */
async function says({ ringside }: World, personId: string, words: string): Promise<void> {
  await ringside.localChat.say(personId, words);
  await ringside.drain();
}

describe("what is kept of a person", () => {
  let dataDir: string;
  let world: World;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "ringside-privacy-"));
    world = await createWorld([], { dataDir });
  });
  afterEach(() => world.close());

  const erase = (personId: string) =>
    world.ringside.personal.erase({ personId, to: world.ringside.clock() });

  it("has a place for every table of the schema", async () => {
    const tables = world.ringside.records.sql
      .all<{ name: string }>(`SELECT "name" FROM sqlite_master WHERE "type" = 'table'`)
      .map(({ name }) => name)
      .filter((name) => /^[A-Z]/.test(name));
    const named = [...personalTables, ...leaverTables, ...onTheirWay].map(({ model }) => model);
    const known = new Set<string>([...named, ...businessTables]);
    expect(tables.filter((name) => !known.has(name))).toEqual([]);
  });

  it("is counted and read kind by kind, of this person alone", async () => {
    await plant(world, "per_ana", "pineapple-one");
    await plant(world, "per_lei", "菠萝-二");
    const counts = await world.ringside.personal.counts("per_ana");
    expect(counts).toMatchObject({ sessions: 1, turns: 1, reports: 1, evidence: 1, messages: 1 });
    const text = JSON.stringify(await world.ringside.personal.read("per_ana"));
    expect(text).toContain("pineapple-one");
    expect(text).not.toContain("菠萝");
  });

  it("leaves no byte on the disk once it is deleted, and what is another's stays", async () => {
    const { ringside } = world;
    const words = "zanzibar-marmalade-4711";
    for (let index = 0; index < 40; index += 1) await plant(world, "per_ana", `${words} ${index}`);
    await plant(world, "per_lei", "李雷的原话-不动");
    await says(world, "per_ana", `note: ${words} said aloud`);
    const bytes = new TextEncoder().encode(words);
    const file = { name: `${words}.txt`, mediaType: "text/plain", bytes, personId: "per_ana" };
    const asset = await ringside.assets.save(file);
    expect((await findBytes(dataDir, words)).length).toBeGreaterThan(1);

    await ringside.assets.remove(asset.id);
    expect((await erase("per_ana")).left).toBe(0);
    await ringside.personal.compact();
    expect(await findBytes(dataDir, words)).toEqual([]);
    expect(await findBytes(dataDir, "李雷的原话-不动")).not.toEqual([]);
    expect(countOwn(await ringside.personal.counts("per_ana"))).toBe(0);
  });

  it("is deleted twice without harm", async () => {
    await plant(world, "per_ana", "twice");
    expect(countOwn((await erase("per_ana")).erased)).toBeGreaterThan(0);
    expect(countOwn((await erase("per_ana")).erased)).toBe(0);
  });

  it("of what came after a deletion was asked for stays", async () => {
    const before = world.ringside.clock();
    await world.passes(1_000);
    await plant(world, "per_ana", "later");
    await world.ringside.personal.erase({ personId: "per_ana", to: before });
    expect(await world.ringside.records.read.practiceSessions.count({})).toBe(1);
  });

  it("waits for what is on its way out, and counts it as left", async () => {
    const { records } = world.ringside;
    const card: Card = { key: "k", title: "wait", tone: "info", summary: "", blocks: [] };
    await records.write(async (unit) => unit.post({ to: "per_ana", card }));
    expect((await erase("per_ana")).left).toBe(1);
    await world.ringside.drain();
    expect((await erase("per_ana")).left).toBe(0);
  });

  it("goes by its retention, while what is younger or still plays stays", async () => {
    const { ringside } = world;
    const { read } = ringside.records;
    await plant(world, "per_ana", "old", ringside.clock() - 366 * dayMs);
    await plant(world, "per_ana", "young", ringside.clock() - 364 * dayMs);
    await world.passes(dayMs);
    expect(await read.practiceTurns.find({})).toMatchObject([{ text: "young" }]);
    expect(await read.practiceReports.count({})).toBe(1);
    expect(await read.localMessages.count({ author: "person" })).toBe(0);
    expect(await read.skillEstimates.find({})).toMatchObject([{ evidence: 1 }]);
  });

  it("of somebody who left goes with their name, and their deals stay with somebody", async () => {
    const { ringside } = world;
    const { records } = ringside;
    await world.add("person", "per_zoe", {
      ...{ name: "Zoë Quillfeather", email: "zoe.q@team.example", phone: "+4915112345678" },
      ...{ teamId: "tea_all", managerId: "per_mia" },
    });
    await world.add("deal", "dea_acme", { name: "Renewal", ownerId: "per_zoe" });
    await plant(world, "per_zoe", "zoe-said-this");
    const blocks = [{ t: "text", text: [{ t: "text", text: "Ask Zoë Quillfeather." }] }] as const;
    const card = { key: "told", title: "Told", tone: "info", summary: "", blocks: [...blocks] };
    await records.write(async (unit) => unit.post({ to: "per_mia", card } as never));
    await ringside.drain();

    const services = { ...ringside, store: records };
    const { entries } = await forgetPerson(services, "per_zoe");
    expect(entries).toBeGreaterThan(5);
    for (const words of ["Quillfeather", "zoe.q@team", "15112345678", "zoe-said-this"]) {
      expect(await findBytes(dataDir, words), words).toEqual([]);
    }
    expect(await records.read.deals.get("dea_acme")).toMatchObject({ ownerId: "per_zoe" });
    expect(await records.read.people.get("per_zoe")).toMatchObject({
      ...{ name: "Former colleague _zoe", email: null, phone: null, active: false },
    });
    expect(await records.read.audits.find({ action: "person.forget" })).toMatchObject([
      { recordId: "per_zoe", actorId: null },
    ]);
    expect((await forgetPerson(services, "per_zoe")).entries).toBe(0);
    await expect(forgetPerson(services, "per_nobody")).rejects.toThrow("Nobody here");
  });

  it("of a customer goes from the records, the log of touches and what was told, on the disk", async () => {
    const { ringside } = world;
    const { records, events } = ringside;
    await world.add("contact", "con_ines", {
      ...{ name: "Inés Marmolejo", email: "ines@buyer.example", phone: "+34612345987" },
      accountId: "acc_acme",
    });
    const at = ringside.clock();
    const touch = { accountId: null, type: "page.viewed", at, receivedAt: at, source: "site" };
    const who = { email: "ines@buyer.example" };
    await events.append([
      { ...touch, id: "tch_1", contactId: "con_ines", anonymousId: null, props: { who } },
      {
        ...touch,
        id: "tch_2",
        contactId: null,
        anonymousId: "email:ines@buyer.example",
        props: { who },
      },
      { ...touch, id: "tch_3", contactId: "con_wang", anonymousId: null, props: {} },
    ]);
    await ringside.drain();
    await world.arrives("led_ines", { contactId: "con_ines", title: "Inés Marmolejo, 20 seats" });
    expect((await findBytes(dataDir, "ines@buyer")).length).toBeGreaterThan(1);

    // She was two contacts once: what the other had and did goes with her.
    await world.add("contact", "con_twin", { name: "I. Marmolejo-Twin", phone: "+34699111222" });
    const twin = { ...touch, id: "tch_4", contactId: "con_twin", anonymousId: null, props: {} };
    await events.append([{ ...twin, props: { who: { phone: "+34699111222" } } }]);
    const pair = { keptId: "con_ines", mergedId: "con_twin", reasons: [], by: operator };
    await records.write((unit) => mergeContacts({ unit, gate: ringside.gate }, pair));

    const services = { ...ringside, store: records };
    expect(await forgetContact(services, "con_ines")).toMatchObject({ touches: 3 });
    await world.passes(1_000);
    await ringside.personal.compact();
    for (const words of ["Marmolejo", "ines@buyer", "34612345987", "34699111222"]) {
      expect(await findBytes(dataDir, words), words).toEqual([]);
    }
    expect(await events.ofContacts(["con_wang"])).toHaveLength(1);
    expect(await records.read.leads.get("led_ines")).toMatchObject({ contactId: "con_ines" });
    expect((await forgetContact(services, "con_ines")).touches).toBe(0);
    expect(await records.read.audits.count({ action: "contact.forget" })).toBe(2);
  });
});
