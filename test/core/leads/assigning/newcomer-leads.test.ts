// A newcomer's first leads, through the real gate and jobs.
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { operator } from "../../../../src/core/people/actor.ts";
import { testNow } from "../../../helpers/people.ts";
import { sharedTraining } from "../../../helpers/training.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const hour = 3_600_000;
let world: World;
beforeAll(() => sharedTraining().reload());
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const hire = (capacity: number) =>
  world.ringside.records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "test" } as const;
    const changes = [
      { kind: "person" as const, id: "per_ana", set: { hiredAt: testNow, capacity } },
    ];
    expect(await world.ringside.gate.apply(unit, { ...by, changes })).toEqual([]);
  });
const offered = () => world.ringside.records.read.assignments.find({ repId: "per_ana" });

it("are the three of nobody's that fit best, with a practice for each", async () => {
  for (let index = 1; index <= 4; index += 1)
    await world.add("lead", `led_${index}`, { title: `Lead ${index}`, status: "pool" });
  await world.add("lead", "led_theirs", {
    title: "Theirs",
    status: "accepted",
    ownerId: "per_lei",
  });
  await hire(10);
  await world.passes(2 * hour);
  const given = await offered();
  expect(given).toHaveLength(3);
  expect(given.every(({ state, authorId }) => state === "offered" && authorId === null)).toBe(true);
  expect(given.map(({ leadId }) => leadId)).not.toContain("led_theirs");
  expect(await world.ringside.records.read.leads.count({ status: "pool" })).toBe(1);
  const row = await world.ringside.records.read.firstDays.get("per_ana");
  expect(row?.state).toBe("shown");
  await world.passes(3 * hour);
  expect(await offered()).toHaveLength(3);
});

it("are no more than they have places for, and none where nobody's leads are none", async () => {
  await hire(1);
  await world.passes(2 * hour);
  expect(await offered()).toEqual([]);
  for (const id of ["led_1", "led_2"]) await world.add("lead", id, { title: id, status: "pool" });
  await world.passes(2 * hour);
  expect(await offered()).toHaveLength(1);
});
