import { expect } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import type { Assignment } from "../../src/core/leads/assigning/assignment.ts";
import { factors } from "../../src/core/leads/factors.ts";
import { operator } from "../../src/core/people/actor.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const day = 86_400_000;

const all = (weight: number, set: Record<string, number> = {}): Record<string, number> => ({
  ...Object.fromEntries(factors.map(({ id }) => [id, weight])),
  ...set,
});

const inForce = ({ world }: Stage) =>
  world.ringside.records.read.weightVersions.find({ segment: "all", state: "published" });

/** Opens the form and previews; returns what was answered. */
async function previews({ as }: Stage, values: Record<string, number>) {
  const mia = as("per_mia");
  await mia.says("weights");
  await mia.taps("Change …");
  return mia.fills(values);
}

async function publishes(stage: Stage, values: Record<string, number>, reason: string) {
  await previews(stage, values);
  await stage.as("per_mia").taps("Publish …");
  return stage.as("per_mia").fills({ reason });
}

/** Leads that were won whenever somebody quick had them, whatever else counts today; and a week passes. */
async function learnsFrom({ world, as }: Stage, outcomes: number): Promise<void> {
  await as("per_ana").says("weights");
  const leads = Array.from({ length: outcomes }, (_, at): Change => {
    const id = `led_past_${outcomes}_${at}`;
    const won = at % 2 === 0;
    const status = won ? "converted" : "lost";
    const outcome = won ? "won" : "lost";
    const set = { title: id, ownerId: "per_ana", status, outcome } as const;
    return { kind: "lead", id, create: true, set };
  });
  const by = { by: operator, via: "import", source: "test" } as const;
  await world.ringside.records.write(async (unit) => {
    expect(await world.ringside.gate.apply(unit, { ...by, changes: leads })).toEqual([]);
  });
  const values = (at: number) => ({ speed: at % 2 === 0 ? 90 : 10, load: 30 + (at % 7) });
  await world.ringside.records.write((unit) =>
    unit.assignments.put(
      ...Array.from({ length: outcomes }, (_, at) =>
        anAssignment(`led_past_${outcomes}_${at}`, testNow - (outcomes - at) * 60_000, values(at)),
      ),
    ),
  );
  await world.passes(7 * day);
}

/** What somebody has in their conversation apart from the weekly question and the morning brief of a manager. */
async function withoutQuestions({ all }: ReturnType<Stage["as"]>): Promise<string[]> {
  const texts = (await all()).map(({ text }) => text);
  return texts.filter((text) => !/^What worked this week\?|Morning brief, /.test(text));
}

/** One that Ana accepted, with Lei in the middle of every factor. */
function anAssignment(
  leadId: string,
  decidedAt: number,
  values: Record<string, number>,
): Assignment {
  const contributions = factors.map(({ id }) => {
    const value = values[id] ?? 50;
    const reason = { code: "no_data", params: {}, refs: [] };
    return { factor: id, weight: 9, value, known: true, points: 9 * value, reason };
  });
  const lei = { repId: "per_lei", fit: 4950, rank: 2, open: 0, capacity: 10, blockedBy: null };
  return {
    ...{ id: `asg_${leadId}`, leadId, repId: "per_ana", state: "accepted", fit: 5000, rank: 1 },
    ...{ contributions, alternatives: [{ ...lei, values: factors.map(() => 50) }] },
    ...{ runnerUpId: "per_lei", weightVersionId: "wgt_1", batch: 1, authorId: null, reason: null },
    ...{ declineReason: null, deadlineAt: null, decidedAt, closedAt: decidedAt },
  };
}

onEverySurface("weights", {
  "are read by a rep in either language, without a way to change them": async ({ as }) => {
    const ana = as("per_ana");
    await ana.says("weights");
    expect(await ana.last()).toContain("Deals won | 24 | how deals like this one went for the rep");
    expect(await ana.last()).toContain("Version 1 · Ringside");
    await expect(ana.refOf("Change …")).rejects.toThrow("no button");
    const lei = as("per_lei");
    await lei.says("权重");
    expect(await lei.last()).toContain("分配时看什么");
    await expect(lei.refOf("调整…")).rejects.toThrow("no button");
  },

  "show before publishing who moves, how even it is and what could be won": async (stage) => {
    const { world, as } = stage;
    await world.arrives("led_1");
    await previews(stage, all(0, { load: 100 }));
    const card = await as("per_mia").last();
    expect(card).toContain("Deals won 24 → 0");
    expect(card).toContain("Free capacity 11 → 100");
    expect(card).toContain("of the last 1 leads would have gone to somebody else");
    expect(card).toContain("Fairness (Jain, 1 is even)");
    expect(card).toContain("not known yet: no deals were closed");
    expect(await inForce(stage)).toMatchObject([{ number: 1 }]);
  },

  "decide the next lead once published, with author and reason in the history": async (stage) => {
    const { world, as } = stage;
    const answer = await publishes(stage, all(0, { load: 50, speed: 50 }), "Spread the load");
    expect(answer.toast).toBe("Weights version 2 is in force");
    await world.arrives("led_1");
    const [live] = await inForce(stage);
    expect(live?.weights).toMatchObject({ load: 50, speed: 50, won_deals: 0 });
    const [assignment] = await world.ringside.records.read.assignments.find({ leadId: "led_1" });
    expect(assignment?.weightVersionId).toBe(live?.id);
    const mia = as("per_mia");
    await world.passes(1_000);
    await mia.says("weights");
    await mia.taps("History");
    expect(await mia.last()).toMatch(
      /2 \| .* \| Mia Manager \| Spread the load \| Deals won 24 → 0/,
    );
  },

  "go back to an earlier version as a new one": async (stage) => {
    const { world, as } = stage;
    await publishes(stage, all(0, { load: 1 }), "Only load");
    await world.passes(1_000);
    await as("per_mia").says("weights");
    await as("per_mia").taps("History");
    const answer = await as("per_mia").taps("Back to 1");
    expect(answer.toast).toBe("Version 1 is in force again, as version 3");
    expect(await as("per_mia").last()).toContain("in every team");
    expect(await inForce(stage)).toMatchObject([{ number: 3, weights: { won_deals: 24 } }]);
  },

  "count apart for a kind of customer, until it follows everybody's again": async (stage) => {
    const { world, as } = stage;
    await world.add("account", "acc_big", {
      name: "Big Co",
      nameKey: "big",
      segment: "Enterprise",
    });
    const mia = as("per_mia");
    await mia.says("weights");
    await mia.taps("For a kind of customer …");
    await mia.fills({ segment: "Enterprise", preset: "large" });
    expect(await mia.last()).toContain("Preview of the weights · Enterprise");
    await mia.taps("Publish …");
    const answer = await mia.fills({ reason: "Large deals need experience" });
    expect(answer.toast).toBe("Weights version 1 is in force · Enterprise");
    await world.arrives("led_big", { accountId: "acc_big" });
    await world.arrives("led_other");
    const { read } = world.ringside.records;
    const segmentOf = async (leadId: string) => {
      const [{ weightVersionId } = { weightVersionId: "" }] = await read.assignments.find({
        leadId,
      });
      return (await read.weightVersions.get(weightVersionId))?.segment;
    };
    expect([await segmentOf("led_big"), await segmentOf("led_other")]).toEqual([
      "Enterprise",
      "all",
    ]);
    await world.passes(1_000);
    await mia.says("weights");
    expect(await mia.last()).toContain("With weights of their own: Enterprise");
    await mia.taps("Enterprise");
    await mia.taps("As for everybody");
    await world.arrives("led_big_2", { accountId: "acc_big" });
    expect(await segmentOf("led_big_2")).toBe("all");
  },

  "tell the second of two managers what changed meanwhile, and ask again": async (stage) => {
    const { world, as } = stage;
    await world.add("person", "per_max", {
      name: "Max Manager",
      role: "manager",
      teamId: "tea_all",
    });
    await previews(stage, all(1));
    await world.ringside.records.write(async (unit) => {
      const { publishWeights } = await import("../../src/core/leads/weighing/weights.ts");
      const weights = all(0, { load: 100 });
      await publishWeights(unit, {
        ...{ weights, segment: "all", authorId: "per_max", reason: "Load", backtest: null },
      });
    });
    const mia = as("per_mia");
    await mia.taps("Publish …");
    await mia.fills({ reason: "All alike" });
    const card = await mia.last();
    expect(card).toContain("Max Manager published version 2 (“Load”)");
    expect(card).toContain("Free capacity 11 → 100");
    expect(await inForce(stage)).toMatchObject([{ number: 2 }]);
    await mia.taps("Publish mine all the same …");
    expect((await mia.fills({ reason: "All alike" })).toast).toBe("Weights version 3 is in force");
  },

  "refuse numbers that are none, at their field": async (stage) => {
    const wrong = await previews(stage, all(10, { load: -1, speed: 101 }));
    expect(Object.keys(wrong.errors ?? {}).sort()).toEqual(["load", "speed"]);
    const zero = await stage.as("per_mia").fills(all(0));
    expect(zero.errors?.won_deals).toContain("All are 0");
    expect(await inForce(stage)).toMatchObject([{ number: 1 }]);
  },
  "are proposed from outcomes, and change only when a manager publishes them": async (stage) => {
    const { world, as } = stage;
    await learnsFrom(stage, 200);
    const mia = as("per_mia");
    const [card] = await withoutQuestions(mia);
    expect(card).toContain("Outcomes suggest other weights");
    expect(card).toContain("Learnt from 140 outcomes and 0 disputes");
    expect(await inForce(stage)).toMatchObject([{ number: 1 }]);
    await mia.taps("See preview");
    expect(await mia.last()).toContain("Preview of the weights");
    await mia.taps("Publish …");
    expect((await mia.fills({ reason: "It fits us" })).toast).toBe("Weights version 3 is in force");
    const [live] = await inForce(stage);
    expect(live?.weights.speed).toBeGreaterThan(6);
    expect(live?.backtest).toMatchObject({ learntFrom: 140, judgedOn: 60 });
    await world.passes(7 * day);
    const { nudges } = world.ringside.records.read;
    expect(await nudges.find({ personId: "per_mia", kind: "insight" })).toHaveLength(1); // it rests
  },

  "stay as they are once the proposal is dismissed, and without 200 outcomes nobody is asked":
    async (stage) => {
      const mia = stage.as("per_mia");
      await learnsFrom(stage, 199);
      expect(await withoutQuestions(mia)).toHaveLength(0);
      await learnsFrom(stage, 200);
      expect((await mia.taps("Dismiss")).toast).toContain("Dismissed");
      expect(await inForce(stage)).toMatchObject([{ number: 1 }]);
      expect((await withoutQuestions(mia)).at(-1)).toContain("The weights stay as they are");
    },
});
