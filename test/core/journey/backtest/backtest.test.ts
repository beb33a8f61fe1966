import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../../../src/core/gate/gate.ts";
import { createGate } from "../../../../src/core/gate/gate.ts";
import { type Backtest, backtest } from "../../../../src/core/journey/backtest/backtest.ts";
import { nearRules } from "../../../../src/core/journey/backtest/near-rules.ts";
import { runRules } from "../../../../src/core/journey/backtest/run-rules.ts";
import { createMatcher } from "../../../../src/core/journey/chains/matcher.ts";
import { replay } from "../../../../src/core/journey/chains/replay.ts";
import { ruleSchema } from "../../../../src/core/journey/rules/schema.ts";
import type { Touch } from "../../../../src/core/model.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import { createRandom } from "../../../../src/sample/random.ts";
import { type OpenEventLog, openEventLog } from "../../../../src/store/event-log/event-log.ts";
import type { Records } from "../../../../src/store/records/records.ts";
import { testNow } from "../../../helpers/people.ts";
import { newFolder, openTestRecords } from "../../../helpers/records.ts";
import { aTouch } from "../../../helpers/touches.ts";

const day = 86_400_000;
const source = {
  id: "two-signs",
  within: "3d",
  steps: [
    { touch: "page.view", where: { page: "pricing" } },
    { touch: "form.submit", times: 2 },
  ],
};
const rule = ruleSchema.parse(source);
const pause = () => Promise.resolve();

let records: Records;
let events: OpenEventLog;
beforeEach(async () => {
  records = await openTestRecords();
  events = await openEventLog(`${newFolder()}/events.db`);
});
afterEach(async () => {
  await events.close();
  await records.close();
});

const run = (): Promise<Backtest> =>
  backtest({ rule, source }, { read: records.read, events, now: testNow, pause });

/** `steps` of the three touches, by a contact, `ago` days back. */
function signs(contactId: string, ago: number, steps = 3): Touch[] {
  const at = testNow - ago * day;
  const view = { type: "page.view", props: { page: "pricing" } };
  const sets = [view, { type: "form.submit" }, { type: "form.submit" }];
  return sets
    .slice(0, steps)
    .map((set, index) => aTouch(`${contactId}-${ago}-${index}`, at + index, { contactId, ...set }));
}

/** Contacts, each with an account and a deal that is won `after` days later, or stays open. */
async function withDeals(names: readonly string[], wonAt: number | null): Promise<void> {
  const won = wonAt === null ? { status: "open" } : { status: "won", closedAt: wonAt };
  const changes = names.flatMap((name) => [
    { kind: "account", id: `acc_${name}`, create: true, set: { name } },
    { kind: "contact", id: `con_${name}`, create: true, set: { name, accountId: `acc_${name}` } },
    {
      kind: "deal",
      id: `dea_${name}`,
      create: true,
      set: { name, accountId: `acc_${name}`, ...won },
    },
  ]) as Change[];
  await records.write(async (unit) => {
    const batch = { by: operator, via: "import", source: "test", changes } as const;
    expect(await createGate().apply(unit, batch)).toEqual([]);
  });
}

describe("a back-test", () => {
  it("compares who matched with who missed it by one step and with the rest, over the same days", async () => {
    const many = (kind: string) => Array.from({ length: 12 }, (_, index) => `${kind}${index}`);
    await withDeals(many("hit"), testNow - 50 * day);
    await withDeals(many("late"), testNow - 5 * day);
    await withDeals(many("near"), null);
    await withDeals(many("idle"), null);
    await events.append([
      ...many("hit").flatMap((name) => signs(`con_${name}`, 60)),
      ...many("late").flatMap((name) => signs(`con_${name}`, 60)),
      ...many("near").flatMap((name) => signs(`con_${name}`, 60, 2)),
      ...many("idle").map((name) =>
        aTouch(`${name}-x`, testNow - 100 * day, { contactId: `con_${name}`, type: "email.open" }),
      ),
    ]);
    const { fired, near, without, followUpDays, fires, verdict } = await run();
    expect({ followUpDays, fires, verdict }).toEqual({
      followUpDays: 30,
      fires: 24,
      verdict: "ok",
    });
    // Won 55 days later is none of this rule's.
    expect(fired).toEqual({ customers: 24, won: 12, met: 0, moved: 12, any: 12 });
    expect(near).toMatchObject({ customers: 12, any: 0 });
    expect(without).toMatchObject({ customers: 12, any: 0 });
  });

  it("counts meetings and deals that moved forward, not those that fell back", async () => {
    await withDeals(["met", "forward", "back"], null);
    await events.append([
      aTouch("old", testNow - 120 * day),
      ...["met", "forward", "back"].flatMap((name) => signs(`con_${name}`, 60)),
      aTouch("m", testNow - 59 * day, { contactId: "con_met", type: "meeting.booked" }),
    ]);
    const change = (dealId: string, from: string, to: string) => ({
      ...{ id: `stg_${dealId}`, dealId, from, to, at: testNow - 55 * day },
      ...{ actorId: null, source: "test", evidence: null },
    });
    await records.write((unit) =>
      unit.stageChanges.put(
        change("dea_forward", "contacted", "proposal"),
        change("dea_back", "proposal", "contacted"),
      ),
    );
    expect((await run()).fired).toEqual({ customers: 3, won: 0, met: 1, moved: 1, any: 2 });
  });

  it("refuses what nobody could act on: 5,000 matches in a week", async () => {
    const crowd = Array.from({ length: 5_000 }, (_, index) => signs(`con_${index}`, 2));
    await events.append([aTouch("old", testNow - 60 * day), ...crowd.flat()]);
    const { verdict, weeks, suggestion } = await run();
    expect({ verdict, last: weeks.at(-1), suggestion }).toEqual({
      ...{ verdict: "too_many", last: 5_000, suggestion: null },
    });
  });

  it("takes history that was imported later as if it had come in time, and leaves machines out", async () => {
    const late = signs("con_a", 60).map((touch) => ({ ...touch, receivedAt: testNow }));
    const machine = signs("con_b", 60).map((touch) => ({
      ...touch,
      props: { ...touch.props, automated: true },
    }));
    await events.append([aTouch("old", testNow - 100 * day), ...late, ...machine]);
    expect((await run()).fires).toBe(1);
  });

  it("says that a few days are too little history", async () => {
    await events.append(signs("con_a", 3));
    expect(await run()).toMatchObject({ verdict: "thin", fires: 1 });
  });
});

describe("rules run in parts", () => {
  it("find what a replay of everything at once finds", async () => {
    const random = createRandom(7, "parts");
    const types = ["page.view", "form.submit", "meeting.booked"];
    const touches = Array.from({ length: 12_000 }, (_, index): Touch => {
      const customer = random.whole(0, 500);
      return aTouch(
        `t${String(index).padStart(6, "0")}`,
        testNow - random.whole(0, 90) * day - index,
        {
          contactId: random.unit() < 0.8 ? `con_${customer}` : null,
          anonymousId: random.unit() < 0.5 ? `vis_${customer}` : null,
          type: types[random.whole(0, 2)] ?? "page.view",
          props: { page: "pricing" },
        },
      );
    });
    const rules = [rule, ...nearRules(rule)];
    const found: string[] = [];
    const toKey = (match: { rule: { id: string }; customer: string; at: number }) =>
      `${match.rule.id} ${match.customer} ${match.at}`;
    await runRules({ rules, touches, until: testNow, pause }, (match) => found.push(toKey(match)));
    const whole = replay(
      { rules, touches },
      { until: testNow, latenessMs: Number.POSITIVE_INFINITY },
    );
    expect(found.length).toBeGreaterThan(100);
    expect(found.sort()).toEqual(whole.matches.map(toKey).sort());
  });
});

describe("near misses", () => {
  it("lack one step, one repetition, or what must not come", () => {
    const said = nearRules(rule).map(({ steps }) =>
      steps.map(({ touch, times }) => `${touch} ${times}`),
    );
    expect(said).toEqual([["form.submit 2"], ["page.view 1", "form.submit 1"]]);
    const steps = [{ touch: "video.play" }, { absent: "call.made", for: "2d" }];
    const [present, ...others] = nearRules(ruleSchema.parse({ id: "absence", steps }));
    expect(present?.absent).toBeUndefined();
    expect(others).toEqual([]);
    expect(nearRules(ruleSchema.parse({ id: "one", steps: [{ touch: "form.submit" }] }))).toEqual(
      [],
    );
  });
});

describe("a version that changes one rule", () => {
  it("leaves what is half finished of the others", () => {
    const other = ruleSchema.parse({ ...source, id: "other" });
    const [first, ...rest] = signs("con_a", 3);
    const before = createMatcher([rule, other]);
    before.take([first as Touch]);
    const changed = ruleSchema.parse({ ...source, within: "5d" });
    const after = createMatcher([changed, other], { from: before.snapshot() });
    expect(after.take(rest).map((match) => match.rule.id)).toEqual(["other"]);
  });
});
