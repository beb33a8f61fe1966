import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../../../src/core/model.ts";
import { askEnd } from "../../../src/core/strategy/adoption/end-use.ts";
import { switchable } from "../../../src/core/strategy/adoption/switch-on.ts";
import { type Claim, claimSchema } from "../../../src/core/strategy/claim.ts";
import { judge, type VerdictReason } from "../../../src/core/strategy/testing/judge.ts";
import { testClaim } from "../../../src/core/strategy/testing/test-claim.ts";
import { confirmClaim } from "../../../src/core/strategy/weekly/confirm-claim.ts";
import { takeStrategy } from "../../../src/core/strategy/weekly/submit-claim.ts";
import { textsFor } from "../../../src/core/text/texts.ts";
import { strategyServices } from "../../helpers/strategy.ts";
import { createWorld, type World } from "../../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const services = () => strategyServices(world);

async function personOf(id: string): Promise<Person> {
  const person = await world.ringside.records.read.people.get(id);
  if (!person) throw new Error(`There is nobody called ${id}.`);
  return person;
}

/** What the bot answers to words, as text. */
async function answerTo(person: Person, words: string): Promise<string> {
  const effect = await takeStrategy(services(), person, words);
  const said: string[] = [];
  await world.ringside.records.write((unit) =>
    effect({ ...unit, post: ({ card }) => said.push(JSON.stringify(card)) }),
  );
  return said.join();
}

describe("what cannot be claimed", () => {
  it("has an honest sentence for every reason a test can give, in both languages", () => {
    const reasons: VerdictReason[] = [
      ...(["no_deals", "never_done", "too_late", "too_recent", "no_comparison"] as const),
      ...(["too_few", "not_alike", "clear", "contrary", "smaller", "could_not_see"] as const),
    ];
    for (const language of ["en", "zh"] as const) {
      const { strategy } = textsFor(language);
      for (const reason of reasons) expect(strategy.verdict.reasons[reason]).toBeTruthy();
      for (const problem of ["circular", "team", "days", "points", "again"]) {
        expect(strategy.problems[problem]).toBeTruthy();
      }
    }
  });

  it("is told that the opposite was claimed, once that is known to its author", async () => {
    const mia = await personOf("per_mia");
    expect(await answerTo(mia, "calling deals brings more wins")).not.toContain("opposite");
    const [draft] = await world.ringside.records.read.strategies.find({ authorId: mia.id });
    const ask = { person: mia, params: { strategyId: draft?.id ?? "" } };
    await world.ringside.records.write(await confirmClaim(services(), ask));
    await world.ringside.records.write(async (unit) => {
      await unit.strategies.update(draft?.id ?? "", { week: "2026-W40" });
    });
    const opposite = await answerTo(mia, "calling deals lowers wins");
    expect(opposite).toContain("the opposite was claimed");
    expect(opposite).toContain("at most one of them can be supported");
  });

  it("is not told what somebody else claimed in private", async () => {
    await world.add("person", "per_max", {
      ...{ name: "Max Manager", role: "manager", teamId: "tea_all", timeZone: "Europe/London" },
    });
    const [mia, max] = [await personOf("per_mia"), await personOf("per_max")];
    await answerTo(mia, "calling deals brings more wins");
    const [draft] = await world.ringside.records.read.strategies.find({ authorId: mia.id });
    const ask = { person: mia, params: { strategyId: draft?.id ?? "" } };
    await world.ringside.records.write(await confirmClaim(services(), ask));
    expect(await answerTo(max, "calling deals lowers wins")).not.toContain("opposite");
  });

  it("cannot both be supported on the same deals", () => {
    const up: Claim = claimSchema.parse({
      ...{ action: { kind: "touch", type: "call.made" }, outcome: "won" },
    });
    const tested = testClaim([], up, { from: 0, to: 1 });
    const codes = [judge(up, tested).code, judge({ ...up, direction: "down" }, tested).code];
    expect(codes).toEqual(["not_enough_data", "not_enough_data"]);
  });
});

describe("what cannot be switched on or off", () => {
  async function hasStrategy(code: "supported" | "not_supported", state = "published") {
    await world.ringside.records.write(async (unit) => {
      const claim = claimSchema.parse({
        ...{ action: { kind: "touch", type: "call.made" }, outcome: "won" },
      });
      const at = unit.now;
      await unit.strategies.put({
        ...{ id: "str_1", week: "2026-W40", authorId: "per_mia", text: "", claim, claimHash: "x" },
        ...{ state: state as "published", registeredAt: at, publishedAt: at },
        ...{ createdAt: at, updatedAt: at },
      });
      const period = { from: 0, to: at };
      const tested = testClaim([], claim, period);
      await unit.verdicts.put({
        ...{ id: "vdt_1", strategyId: "str_1", code, effect: judge(claim, tested), at },
        method: { tested, ...period },
      });
    });
  }
  const params = { strategyId: "str_1" };

  it("is what the data does not support", async () => {
    await hasStrategy("not_supported");
    const ask = { person: await personOf("per_mia"), params };
    await expect(switchable(services(), ask, "chain")).rejects.toThrow("may not switch");
  });

  it("is anything, for a rep; and what nobody published, for a colleague", async () => {
    await hasStrategy("supported");
    const ana = { person: await personOf("per_ana"), params };
    await expect(switchable(services(), ana, "scenario")).rejects.toThrow("may not switch");
    await world.ringside.records.write((unit) =>
      unit.strategies.update("str_1", { state: "tested" }),
    );
    await expect(switchable(services(), ana, "scenario")).rejects.toThrow("No strategy");
  });

  it("is somebody else's strategy as a whole, or a colleague's habit", async () => {
    await hasStrategy("supported");
    await world.add("person", "per_max", {
      ...{ name: "Max Manager", role: "manager", teamId: "tea_all", timeZone: "Europe/London" },
    });
    await world.ringside.records.write((unit) =>
      unit.adoptions.put({
        ...{ id: "adp_1", strategyId: "str_1", teamId: null, personId: "per_ana" },
        ...{ becomes: "habit", targetId: "str_1", at: unit.now, retiredAt: null },
      }),
    );
    const max = await personOf("per_max");
    await expect(askEnd(services(), { person: max, params })).rejects.toThrow("may not end");
    const habit = { person: max, params: { ...params, adoptionId: "adp_1" } };
    await expect(askEnd(services(), habit)).rejects.toThrow("may not end");
  });
});
