import { afterEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { proposeMerges } from "../../../../src/core/identity/duplicates/propose-duplicates.ts";
import { reasonsFor } from "../../../../src/core/identity/duplicates/reasons.ts";
import { scheduleScan } from "../../../../src/core/identity/duplicates/scan.ts";
import { testNow } from "../../../helpers/people.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const dayMs = 86_400_000;
let world: World | undefined;
afterEach(async () => world?.close());

/** Five companies of Ana's that were entered twice. */
async function withDoubles(): Promise<World> {
  world = await createWorld();
  const names = ["Borealis", "Zenith", "Quantum", "Larkspur", "Ironwood"];
  for (const [at, name] of names.entries())
    await world.add("account", `acc_${at}`, { name, ownerId: "per_ana" });
  await world.passes(60_000);
  for (const [at, name] of names.entries())
    await world.add("account", `acc_${at}_again`, { name: `${name} GmbH`, ownerId: "per_ana" });
  return world;
}

const scan = ({ ringside }: World, key: string) =>
  ringside.records.write(async (unit) => {
    scheduleScan(unit, key, { since: testNow + 60_000, askedBy: null });
  });

const cardsOf = async ({ ringside }: World, personId: string) =>
  (await ringside.records.read.nudges.find({ personId })).map(({ cardKey }) => cardKey);

describe("doubles of an import", () => {
  it("come to their owner three a day, the older record kept; the rest on the next", async () => {
    const own = await withDoubles();
    await scan(own, "one");
    await own.ringside.drain();
    expect(await cardsOf(own, "per_ana")).toHaveLength(3);
    expect(await cardsOf(own, "per_mia")).toHaveLength(0);
    await own.passes(dayMs);
    expect(new Set(await cardsOf(own, "per_ana")).size).toBe(5);
  });

  it("are offered once, however often they are found", async () => {
    const own = await withDoubles();
    await scan(own, "one");
    await own.ringside.drain();
    const before = await cardsOf(own, "per_ana");
    await scan(own, "two");
    await own.ringside.drain();
    expect(await cardsOf(own, "per_ana")).toEqual(before);
  });

  it("go to the manager of both where two reps have one each, and to nobody who may not decide", async () => {
    const own = await withDoubles();
    const { ringside } = own;
    await own.add("account", "acc_lei", { name: "Borealis SAS", ownerId: "per_lei" });
    const proposal = {
      kind: "account",
      keptId: "acc_0",
      mergedId: "acc_lei",
      reasons: [],
    } as const;
    await ringside.records.write((unit) =>
      proposeMerges(
        unit,
        { workdays: createCalendar() },
        { proposals: [{ ...proposal, reasons: [] }], askedBy: "per_bob" },
      ),
    );
    await ringside.drain();
    expect(await cardsOf(own, "per_mia")).toHaveLength(1);
    expect(await cardsOf(own, "per_ana")).toHaveLength(0);
    expect(await cardsOf(own, "per_bob")).toHaveLength(0);
  });

  it("go to a manager where nobody owns either and nobody brought them", async () => {
    world = await createWorld();
    await world.add("account", "acc_0", { name: "Borealis" });
    await world.passes(60_000);
    await world.add("account", "acc_1", { name: "Borealis GmbH" });
    await scan(world, "one");
    await world.ringside.drain();
    const [nudge, ...more] = await world.ringside.records.read.nudges.find({});
    expect(more).toEqual([]);
    const decider = await world.ringside.records.read.people.get(nudge?.personId ?? "");
    expect(decider?.role).toBe("manager");
  });
});

describe("reasons", () => {
  it("say what agrees, what differs and what is not known of both, in this order", () => {
    const similar = { email: 0, phone: -1, name: 0.97, company: 1, domain: 1 };
    const quotes = { company: "Acme", domain: "acme.com" };
    expect(reasonsFor("contact", similar, quotes)).toEqual([
      { code: "name_alike", params: { percent: 97 } },
      { code: "same_company", params: { value: "Acme" } },
      { code: "same_domain", params: { value: "acme.com" } },
      { code: "other_email", params: {} },
      { code: "not_known", params: { phone: 1 } },
    ]);
  });
});
