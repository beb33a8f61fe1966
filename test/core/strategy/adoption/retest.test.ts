import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NewJob } from "../../../../src/core/ports.ts";
import { adopt } from "../../../../src/core/strategy/adoption/adopt.ts";
import { planRetests, retest } from "../../../../src/core/strategy/adoption/retest.ts";
import { type Claim, claimSchema } from "../../../../src/core/strategy/claim.ts";
import { gatherCourses } from "../../../../src/core/strategy/gather-courses.ts";
import { judge } from "../../../../src/core/strategy/testing/judge.ts";
import { testClaim } from "../../../../src/core/strategy/testing/test-claim.ts";
import { addCalledDeals } from "../../../helpers/called-deals.ts";
import { testNow } from "../../../helpers/people.ts";
import { strategyServices } from "../../../helpers/strategy.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const day = 86_400_000;
const since = testNow - 200 * day;
const claim: Claim = claimSchema.parse({
  ...{ action: { kind: "touch", type: "call.made" }, outcome: "won", points: 20 },
});

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const services = () => strategyServices(world);

/** Mia's strategy, supported by what was before, switched on at `since` by her and done by Ana. */
async function isInUse(): Promise<void> {
  await addCalledDeals(world, { from: since - 250 * day, prefix: "before" });
  const period = { from: since - 365 * day, to: since };
  const courses = await gatherCourses(services(), claim, { managerId: "per_mia", now: since });
  const tested = testClaim(courses, claim, period);
  await world.ringside.records.write(async (unit) => {
    await unit.strategies.put({
      ...{ id: "str_1", week: "2026-W18", authorId: "per_mia", text: "", claim, claimHash: "x" },
      ...{ state: "published", registeredAt: since, publishedAt: since, createdAt: since },
      updatedAt: since,
    });
    const effect = judge(claim, tested);
    expect(effect.code).toBe("supported");
    await unit.verdicts.put({
      ...{ id: "vdt_1", strategyId: "str_1", code: effect.code, effect, at: since },
      method: { tested, ...period },
    });
    const past = { ...unit, now: since };
    for (const [id, becomes] of [
      ["per_mia", "scenario"],
      ["per_ana", "habit"],
    ] as const) {
      const person = await unit.people.get(id);
      const taking = { strategyId: "str_1", becomes, targetId: "str_1" };
      if (person) await adopt(past, person, taking);
    }
  });
}

async function looksAgain(): Promise<void> {
  const effect = await retest({ strategyId: "str_1" }, services());
  await world.ringside.records.write(effect);
}

const told = async (personId: string) =>
  (await world.ringside.records.read.nudges.find({ personId })).map(({ card }) => card);

describe("what a strategy changes once it is switched on", () => {
  it("is put to its author where it faded, once a quarter, and not to who only does it", async () => {
    await isInUse();
    await addCalledDeals(world, { from: since, prefix: "after", isEffective: false });
    await looksAgain();
    await looksAgain();
    const { read } = world.ringside.records;
    const effects = await read.laterEffects.find({ strategyId: "str_1" });
    expect(effects.map(({ code }) => code)).toEqual(["fading", "fading"]);
    expect(effects[0]?.since).toBe(since);
    const cards = await told("per_mia");
    expect(cards).toHaveLength(1);
    expect(cards[0]?.title).toBe("It seems to have stopped working: call made by us");
    expect(JSON.stringify(cards[0])).toContain("At least 20 points were to be expected.");
    expect(await told("per_ana")).toEqual([]);
  });

  it("is left alone where it holds, and where there is too little to say", async () => {
    await isInUse();
    await looksAgain();
    await addCalledDeals(world, { from: since, prefix: "after" });
    await looksAgain();
    const { read } = world.ringside.records;
    const effects = await read.laterEffects.find({ strategyId: "str_1" }, { order: { by: "id" } });
    expect(effects.map(({ code }) => code)).toEqual(["unclear", "holds"]);
    expect(await told("per_mia")).toEqual([]);
  });

  it("is looked at a month after it was switched on, and no more once nobody uses it", async () => {
    await isInUse();
    const { read } = world.ringside.records;
    const plannedAt = async (now: number) => {
      const jobs: NewJob[] = [];
      (await planRetests(read, now))({ schedule: (job) => jobs.push(job) });
      return jobs.map(({ key }) => key);
    };
    expect(await plannedAt(since + 29 * day)).toEqual([]);
    expect(await plannedAt(since + 31 * day)).toEqual(["strategy.retest:str_1:1"]);
    expect(await plannedAt(since + 61 * day)).toEqual(["strategy.retest:str_1:2"]);
    await world.ringside.records.write(async (unit) => {
      for (const { id } of await unit.adoptions.find({})) {
        await unit.adoptions.update(id, { retiredAt: unit.now });
      }
    });
    expect(await plannedAt(since + 61 * day)).toEqual([]);
    await looksAgain();
    expect(await read.laterEffects.count({})).toBe(0);
  });
});
