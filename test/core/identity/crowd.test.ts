import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toHealth } from "../../../src/core/customers/health.ts";
import { touchesOf } from "../../../src/core/identity/touches-of.ts";
import { mostLookedAt } from "../../../src/core/journey/most-looked-at.ts";
import { testNow } from "../../helpers/people.ts";
import { createWorld, type World } from "../../helpers/world.ts";
import { aVisit, linkOf, visits } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** As many as a robot makes in an afternoon, and more than anybody looks at. */
const touches = 20_500;

describe("a visitor with very many touches", () => {
  it("is one visitor with one name, and is read in part, the latest", async () => {
    const many = Array.from({ length: touches }, (_, index) =>
      aVisit({ anonymousId: "robot", email: "wang@acme.example" }, { at: testNow - index }),
    );
    await visits(world, ...many);
    const { read } = world.ringside.records;
    expect(await read.visitors.count({})).toBe(1);
    expect(await read.customerIdentities.count({ kind: "email" })).toBe(1);
    expect(await linkOf(world, "robot")).toBe("con_wang");
    const shown = await touchesOf({ read, events: world.ringside.events }, ["con_wang"]);
    expect(shown.length).toBeLessThan(touches);
    expect(shown.at(-1)?.at).toBe(testNow);
    const counts = await world.ringside.events.countsOf(
      { contactIds: ["con_wang"], visitorIds: ["robot"] },
      { from: 0, to: testNow, weekMs: testNow + 1 },
    );
    expect(counts).toMatchObject([{ touches: mostLookedAt, looked: mostLookedAt }]);
    expect(toHealth(counts).isCut).toBe(true);
  });
});

describe("a contact that is gone", () => {
  it("identifies nobody, and is nobody's story", async () => {
    const touch = aVisit({ anonymousId: "v" }, { contactId: "con_gone" });
    await visits(world, { ...touch, anonymousId: "v" });
    expect(await linkOf(world, "v")).toBeNull();
    await visits(world, aVisit({ anonymousId: "w", email: "wang@acme.example" }));
    await world.ringside.records.write((unit) => unit.removeRecords("contact", ["con_wang"]));
    await visits(world, aVisit({ anonymousId: "x", email: "wang@acme.example" }));
    expect(await linkOf(world, "x")).toBeNull();
  });
});
