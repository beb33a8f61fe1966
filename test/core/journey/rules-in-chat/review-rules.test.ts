import { afterEach, beforeEach, expect, it } from "vitest";
import type { NextAction } from "../../../../src/core/journey/actions/next-action.ts";
import { scheduleReview } from "../../../../src/core/journey/rules-in-chat/review-rules.ts";
import { publishRule } from "../../../../src/core/journey/rules-in-force.ts";
import { testNow } from "../../../helpers/people.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const week = 7 * 86_400_000;
const source = { id: "noisy", steps: [{ touch: "page.view" }] };
let world: World;

beforeEach(async () => {
  world = await createWorld();
  await world.ringside.records.write(async (unit) => {
    await publishRule(unit, { ruleId: "noisy", source, authorId: "per_mia", reason: "try" });
    scheduleReview(unit);
  });
});
afterEach(() => world.close());

/** Actions of the version in force, judged. */
async function judged(counts: { done: number; useless: number }): Promise<void> {
  await world.ringside.records.write(async (unit) => {
    const [version] = await unit.ruleVersions.find({ ruleId: "noisy" });
    const states = [
      ...Array.from({ length: counts.done }, () => "done" as const),
      ...Array.from({ length: counts.useless }, () => "useless" as const),
    ];
    for (const [index, state] of states.entries()) {
      await unit.matches.put({
        ...{
          id: `mch_${index}`,
          key: `${index}`,
          ruleId: "noisy",
          ruleVersionId: version?.id ?? "",
        },
        ...{ customer: "con_wang", at: testNow, touches: [], heldOut: false, createdAt: testNow },
      });
      await unit.nextActions.put(anAction(index, state));
    }
  });
}

const anAction = (index: number, state: NextAction["state"]): NextAction => ({
  ...{ id: `nxt_${index}`, matchId: `mch_${index}`, personId: "per_ana", contactId: "con_wang" },
  ...{ accountId: null, dealId: null, action: "call", talkTrack: null, state },
  reasons: {
    ...{ ruleId: "noisy", ruleName: {}, customer: "Wang Li", value: 0.5, evidence: [], lines: [] },
    ...{ language: "en", contactName: null, round: 0 },
    ...(state === "useless" ? { useless: { reason: "not_a_sign", note: "" } } : {}),
  },
  ...{ dueAt: null, snoozedTo: null, createdAt: testNow, closedAt: testNow },
});

const proposals = () =>
  world.ringside.records.read.nudges.find({ personId: "per_mia", kind: "insight" });

it("proposes to retire a rule most of whose actions were useless, once", async () => {
  await judged({ done: 4, useless: 6 });
  await world.passes(week);
  const [proposal] = await proposals();
  expect(proposal?.card.title).toBe("Retire “noisy”?");
  expect(JSON.stringify(proposal?.card)).toContain("6 of 10 judged actions");
  expect(JSON.stringify(proposal?.card)).toContain("What they did means nothing");
  await world.passes(2 * week);
  expect(await proposals()).toHaveLength(1);
});

it("proposes nothing at half", async () => {
  await judged({ done: 6, useless: 6 });
  await world.passes(week);
  expect(await proposals()).toEqual([]);
});

it("proposes nothing below ten judged", async () => {
  await judged({ done: 0, useless: 9 });
  await world.passes(week);
  expect(await proposals()).toEqual([]);
});

it("retires or keeps the rule as the manager says", async () => {
  await judged({ done: 0, useless: 10 });
  await world.passes(week);
  const [proposal] = await proposals();
  const buttons = proposal?.card.blocks.flatMap((block) =>
    block.t === "actions" ? block.actions : [],
  );
  const refOf = (id: string) => buttons?.find((one) => "ref" in one && one.id === id);
  const press = async (id: "rule.keep" | "rule.retire") => {
    const button = refOf(id);
    const ref = button && "ref" in button ? button.ref : "";
    return world.ringside.localChat.tap("per_mia", ref, id.replace(".", "-"));
  };
  expect((await press("rule.keep")).card?.title).toContain("stays on");
  expect((await press("rule.retire")).toast).toContain("is retired");
  expect((await world.ringside.records.read.rules.get("noisy"))?.state).toBe("retired");
});
