import { expect } from "vitest";
import { operator } from "../../src/core/people/actor.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const day = 86_400_000;

/** Ana came forty days ago and won once on her twentieth day; six came a year before, and three of them had won by then. */
async function hires({ world }: Stage): Promise<void> {
  const now = world.ringside.clock();
  const hiredAt = now - 40 * day;
  await world.ringside.records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "test" } as const;
    const changes = [{ kind: "person", id: "per_ana", set: { hiredAt } }] as const;
    await world.ringside.gate.apply(unit, { ...by, changes: [...changes] });
  });
  const won = { name: "Won", status: "won", stage: "won" } as const;
  await world.add("deal", "dea_ana", { ...won, ownerId: "per_ana", closedAt: now - 20 * day });
  // Since then wins are known of at all.
  await world.add("deal", "dea_early", { ...won, ownerId: "per_lei", closedAt: now - 500 * day });
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const id = `per_before${number}`;
    const since = now - (400 - number) * day;
    await world.add("person", id, {
      ...{ name: `Before ${number}`, teamId: "tea_all", managerId: "per_mia", hiredAt: since },
    });
    const days = number % 2 === 0 ? 10 : 60;
    await world.add("deal", `dea_${number}`, {
      ...{ ...won, ownerId: id, closedAt: since + days * day },
    });
  }
}

/** A call of Ana's that she shared, five weeks ago. */
async function shares({ world }: Stage): Promise<void> {
  await world.ringside.records.write(async (unit) => {
    const at = unit.now - 35 * day;
    const about = { personId: "per_ana", at };
    await unit.consents.put({
      ...{ id: "cns_1", personId: "per_ana", purpose: "calls", wording: "test" },
      ...{ grantedAt: at, withdrawnAt: null },
    });
    await unit.calls.put({
      ...{ ...about, id: "cal_1", contactId: null, dealId: null, source: "transcript" },
      ...{ toldHow: "announced", analysis: null, heldUntil: at, consentedAt: at },
      transcript: { state: "read", name: "", assetId: null, heard: [], lines: [] },
    });
    await unit.skillEvidence.put({
      ...{ ...about, id: "ske_1", skill: "rapport", source: "call", sourceId: "cal_1" },
      ...{ passed: 3, checks: 4, quotes: [] },
    });
  });
}

onEverySurface("newcomers", {
  "stand beside earlier colleagues at the same age, for their own manager alone": async (stage) => {
    const { as, world } = stage;
    const [ana, mia] = [as("per_ana"), as("per_mia")];
    await mia.says("newcomers");
    expect(await mia.last()).toContain("Nobody under you was hired");
    await hires(stage);
    await world.passes(1_000);
    await mia.says("ramp");
    const card = await mia.last();
    expect(card).toContain("Ana Silva, day 40");
    expect(card).toContain("1 deal won. First win on day 20.");
    expect(card).toContain("0.5 won on average (90 %: 0–1, n = 6); 3 of 6 had won once");
    expect(card).toContain("Skills: nothing shared");
    expect(await world.ringside.records.read.looks.count({})).toBe(0);
    await shares(stage);

    await mia.says("中文");
    await world.passes(1_000);
    await mia.says("新人成长");
    expect(await mia.last()).toContain("Ana Silva，第 40 天");
    expect(await mia.last()).toContain("第 20 天首次赢单");
    expect(await mia.last()).toMatch(/建立信任 \d+%（\d+–\d+）/);
    await ana.says("what my manager sees");
    expect(await ana.last()).toContain("Mia Manager: your first three months");
    await ana.says("newcomers");
    expect(await ana.last()).not.toContain("day 40");
  },
});
