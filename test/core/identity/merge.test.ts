import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mergeAccounts, mergeContacts } from "../../../src/core/identity/merge-records.ts";
import { touchesOf } from "../../../src/core/identity/touches-of.ts";
import { undoMerge } from "../../../src/core/identity/undo-merge.ts";
import type { Person } from "../../../src/core/model.ts";
import { operator } from "../../../src/core/people/actor.ts";
import type { Unit } from "../../../src/core/ports.ts";
import { createWorld, type World } from "../../helpers/world.ts";
import { aVisit, visits } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const tables = ["accounts", "contacts", "leads", "deals", "externalIds", "visitors"] as const;

/** Every row that a merge may touch. */
async function rows() {
  const { read } = world.ringside.records;
  return Promise.all(tables.map((table) => read[table].find({}, { order: { by: "id" } })));
}

type Pair = { keptId: string; mergedId: string };
const order = (pair: Pair) => ({ ...pair, reasons: [], by: operator });
const write = <Result>(work: (unit: Unit) => Promise<Result>) => world.ringside.records.write(work);
const join = (pair: Pair, merge = mergeContacts) =>
  write((unit) => merge({ unit, gate: world.ringside.gate }, order(pair)));
const split = (mergeId: string) =>
  write((unit) => undoMerge({ unit, gate: world.ringside.gate }, { mergeId, by: operator }));
const person = async (id: string) => (await world.ringside.records.read.people.get(id)) as Person;

const maybe = (values: string[]) => fc.option(fc.constantFrom(...values));
const aContact = fc.record({
  name: maybe(["Wang", "Li"]),
  title: maybe(["CFO"]),
  phone: maybe(["+8613912345678"]),
  accountId: maybe(["acc_acme", "acc_blue"]),
});

describe("a merge taken back", () => {
  it("leaves every row as it was, whatever the two contacts were", async () => {
    await world.add("account", "acc_blue", { name: "Blue" });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(aContact, aContact, fc.nat(2), async (one, other, leads) => {
        run += 1;
        const pair = { keptId: `con_a${run}`, mergedId: `con_b${run}` };
        await world.add("contact", pair.keptId, one);
        await world.add("contact", pair.mergedId, { ...other, email: `b${run}@x.example` });
        for (let lead = 0; lead < leads; lead += 1) {
          const ownerId = "per_ana";
          const set = {
            title: "L",
            contactId: pair.mergedId,
            ownerId,
            status: "accepted",
          } as const;
          await world.add("lead", `led_${run}_${lead}`, set);
        }
        await visits(world, aVisit({ anonymousId: `v${run}`, email: `b${run}@x.example` }));
        const before = await rows();
        await world.passes(60_000);
        const { id } = await join(pair);
        expect(await rows()).not.toEqual(before);
        await world.passes(60_000);
        await split(id);
        expect(await rows()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });

  it("does the same for accounts, with their people, leads, deals and daughters", async () => {
    await world.add("account", "acc_blue", {
      name: "Blue",
      domain: "blue.example",
      parentId: "acc_acme",
    });
    await world.add("contact", "con_blue", { name: "B", accountId: "acc_blue" });
    await world.add("deal", "dea_blue", { name: "D", accountId: "acc_blue", ownerId: "per_lei" });
    const before = await rows();
    await world.passes(60_000);
    const first = await join({ keptId: "acc_acme", mergedId: "acc_blue" }, mergeAccounts);
    const { read } = world.ringside.records;
    expect(await read.accounts.get("acc_blue")).toBeUndefined();
    expect(await read.accounts.get("acc_acme")).toMatchObject({ domain: "blue.example" });
    expect((await read.deals.get("dea_blue"))?.accountId).toBe("acc_acme");
    await split(first.id);
    expect(await rows()).toEqual(before);
    const other = await join({ keptId: "acc_blue", mergedId: "acc_acme" }, mergeAccounts);
    expect((await read.accounts.get("acc_blue"))?.parentId).toBeNull();
    await split(other.id);
    expect(await rows()).toEqual(before);
  });

  it("keeps what somebody changed since", async () => {
    await world.add("contact", "con_b", { name: "Li Wang", phone: "+8613912345678" });
    await world.add("lead", "led_b", {
      title: "L",
      contactId: "con_b",
      ownerId: "per_ana",
      status: "accepted",
    });
    const { id } = await join({ keptId: "con_wang", mergedId: "con_b" });
    await world.passes(60_000);
    await write((unit) =>
      world.ringside.gate.apply(unit, {
        ...{ by: operator, via: "cli", source: "test" },
        changes: [{ kind: "contact", id: "con_wang", set: { phone: "+8613900000000" } }],
      }),
    );
    await split(id);
    const { contacts, leads } = world.ringside.records.read;
    expect((await contacts.get("con_wang"))?.phone).toBe("+8613900000000");
    expect((await contacts.get("con_b"))?.phone).toBe("+8613912345678");
    expect((await leads.get("led_b"))?.contactId).toBe("con_b");
  });
});

describe("a merge", () => {
  it("brings the touches of both together, through several merges, and takes them apart again", async () => {
    await world.add("contact", "con_b", { name: "B" });
    await world.add("contact", "con_c", { name: "C" });
    await visits(
      world,
      ...["con_wang", "con_b", "con_c"].map((contactId) => aVisit({}, { contactId })),
    );
    const own = async () =>
      (
        await touchesOf({ read: world.ringside.records.read, events: world.ringside.events }, [
          "con_wang",
        ])
      ).length;
    const inner = await join({ keptId: "con_b", mergedId: "con_c" });
    const outer = await join({ keptId: "con_wang", mergedId: "con_b" });
    expect(await own()).toBe(3);
    await expect(split(inner.id)).rejects.toMatchObject({ code: "merge_later" });
    await split(outer.id);
    await split(inner.id);
    expect(await own()).toBe(1);
    await expect(split(inner.id)).rejects.toMatchObject({ code: "merge_undone" });
  });

  it("is for whoever may write both; refused, it changes nothing", async () => {
    await world.add("contact", "con_b", { name: "B" });
    const mine = { ownerId: "per_ana", status: "accepted" } as const;
    await world.add("lead", "led_a", { title: "A", contactId: "con_wang", ...mine });
    await world.add("lead", "led_b", {
      title: "B",
      contactId: "con_b",
      ...mine,
      ownerId: "per_lei",
    });
    const before = await rows();
    const pair = { keptId: "con_wang", mergedId: "con_b", reasons: [] };
    const as = async (id: string) => {
      const by = { kind: "person", person: await person(id) } as const;
      return write((unit) => mergeContacts({ unit, gate: world.ringside.gate }, { ...pair, by }));
    };
    await expect(as("per_ana")).rejects.toMatchObject({ code: "forbidden" });
    await expect(as("per_bob")).rejects.toMatchObject({ code: "forbidden" });
    expect(await rows()).toEqual(before);
    expect((await as("per_mia")).undoneAt).toBeNull();
  });

  it("of a record with itself, or with one that is gone, is refused", async () => {
    await expect(join({ keptId: "con_wang", mergedId: "con_wang" })).rejects.toMatchObject({
      code: "merge_same",
    });
    await expect(join({ keptId: "con_wang", mergedId: "con_none" })).rejects.toMatchObject({
      code: "merge_gone",
    });
  });
});
