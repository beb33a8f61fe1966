import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mergeContacts } from "../../../src/core/identity/merge-records.ts";
import type { KnownBy } from "../../../src/core/identity/split/known-by.ts";
import { joinAgain, splitContact } from "../../../src/core/identity/split/split-contact.ts";
import { touchesOf } from "../../../src/core/identity/touches-of.ts";
import { undoMerge } from "../../../src/core/identity/undo-merge.ts";
import type { Person } from "../../../src/core/model.ts";
import { type Actor, operator } from "../../../src/core/people/actor.ts";
import type { Unit } from "../../../src/core/ports.ts";
import { createWorld, type World } from "../../helpers/world.ts";
import { aVisit, linkOf, visits } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  const row = { source: "import:hubspot", kind: "contact", externalId: "84", createdAt: 0 };
  await world.ringside.records.write((unit) =>
    unit.externalIds.put({ ...row, id: "ext_84", recordId: "con_wang" }),
  );
  const mail = { email: "wang@acme.example" };
  await visits(
    world,
    aVisit({ ...mail, anonymousId: "v1" }),
    aVisit({ ...mail, anonymousId: "v2" }),
    aVisit({}, { contactId: "con_wang" }),
  );
});
afterEach(() => world.close());

const theirs: KnownBy[] = [
  { kind: "visitor", id: "v2" },
  { kind: "outside", id: "ext_84" },
];
const services = (unit: Unit) => ({ unit, gate: world.ringside.gate });

const split = (moved: readonly KnownBy[] = theirs, by: Actor = operator) =>
  world.ringside.records.write((unit) =>
    splitContact(services(unit), {
      ...{ contactId: "con_wang", theirs: moved, name: "Zoe", reasons: [], by },
    }),
  );

const join = (mergeId: string, by: Actor = operator) =>
  world.ringside.records.write((unit) => joinAgain(services(unit), { mergeId, reasons: [], by }));

const tables = ["contacts", "externalIds", "visitors"] as const;
/** Every row a split touches, but for when it changed. */
async function rows() {
  const { read } = world.ringside.records;
  const all = await Promise.all(
    tables.map((table) => read[table].find({}, { order: { by: "id" } })),
  );
  return JSON.parse(JSON.stringify(all), (key, value) =>
    ["updatedAt", "linkedAt", "reason"].includes(key) ? undefined : value,
  );
}

async function touchCount(contactId: string): Promise<number> {
  const { records, events } = world.ringside;
  return (await touchesOf({ read: records.read, events }, [contactId])).length;
}

const person = async (id: string): Promise<Actor> => ({
  kind: "person",
  person: (await world.ringside.records.read.people.get(id)) as Person,
});

describe("a split", () => {
  it("takes the touches of what moved along, and leaves those that name the contact itself", async () => {
    expect(await touchCount("con_wang")).toBe(3);
    const { mergedId } = await split();
    expect(await touchCount("con_wang")).toBe(2);
    expect(await touchCount(mergedId)).toBe(1);
    const { externalIds } = world.ringside.records.read;
    expect((await externalIds.get("ext_84"))?.recordId).toBe(mergedId);
  });

  it("moves an address only while the contact still has it", async () => {
    const { mergedId } = await split([
      { kind: "email", id: "wang@acme.example" },
      { kind: "phone", id: "+10000000000" },
    ]);
    const { contacts } = world.ringside.records.read;
    expect(await contacts.get("con_wang")).toMatchObject({ email: null });
    expect(await contacts.get(mergedId)).toMatchObject({ email: "wang@acme.example", phone: null });
  });

  it("stands: a visitor that was moved is never linked back by its old name", async () => {
    const { mergedId } = await split();
    await visits(world, aVisit({ email: "wang@acme.example", phone: "+4420", anonymousId: "v2" }));
    expect(await linkOf(world, "v2")).toBe(mergedId);
    const v2 = await world.ringside.records.read.visitors.get("v2");
    expect(v2?.claimId).toBeNull();
  });

  it("taken back leaves every row as it was, and can itself be taken back", async () => {
    const before = await rows();
    const { id, mergedId } = await split();
    expect(await rows()).not.toEqual(before);
    const joined = await join(id);
    expect(await rows()).toEqual(before);
    await expect(join(id)).rejects.toMatchObject({ code: "merge_gone" });
    await world.ringside.records.write((unit) =>
      undoMerge(services(unit), { mergeId: joined.id, by: operator }),
    );
    expect(await linkOf(world, "v2")).toBe(mergedId);
  });

  it("is for whoever may write the contact; refused, it changes nothing", async () => {
    const lead = { title: "L", contactId: "con_wang", ownerId: "per_ana" };
    await world.add("lead", "led_a", { ...lead, status: "accepted" });
    const before = await rows();
    for (const id of ["per_lei", "per_bob"]) {
      await expect(split(theirs, await person(id))).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await rows()).toEqual(before);
    const { id, mergedId } = await split(theirs, await person("per_ana"));
    await expect(join(id, await person("per_lei"))).rejects.toMatchObject({ code: "forbidden" });
    // Once the new contact is a colleague's, it is theirs too.
    const theirLead = { title: "Z", contactId: mergedId, ownerId: "per_lei" };
    await world.add("lead", "led_z", { ...theirLead, status: "accepted" });
    await expect(join(id, await person("per_ana"))).rejects.toMatchObject({ code: "forbidden" });
    expect((await join(id, await person("per_mia"))).mergedId).toBe(mergedId);
  });

  it("of a contact that is gone, or merged away since, is refused", async () => {
    await world.add("contact", "con_b", { name: "B" });
    const pair = { keptId: "con_b", mergedId: "con_wang", reasons: [], by: operator };
    await world.ringside.records.write((unit) => mergeContacts(services(unit), pair));
    await expect(split()).rejects.toMatchObject({ code: "merge_gone" });
  });
});
