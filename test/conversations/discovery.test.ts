import { expect } from "vitest";
import { withJourneys } from "../helpers/journeys.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const [hour, day] = [3_600_000, 86_400_000];
const alerts = ({ world }: Stage) => world.ringside.records.read.slippingAlerts.find({});

async function makeManager({ world }: Stage, id: string): Promise<void> {
  await world.ringside.records.write(async (unit) => {
    const person = await unit.people.get(id);
    if (person) await unit.putRecords("person", [{ ...person, role: "manager" }]);
  });
}

/** As from an import without a column for it. */
async function forgetOpening({ world: { ringside } }: Stage): Promise<void> {
  await ringside.records.write(async (unit) => {
    const deals = await unit.deals.find({ status: "open" });
    await unit.putRecords(
      "deal",
      deals.map((deal) => ({ ...deal, openedAt: null })),
    );
  });
}

onEverySurface("what behaviour tells", {
  "becomes a rule, a path to look at and a customer to call": async (stage) => {
    const { world, as } = stage;
    const [mia, ana] = [as("per_mia"), as("per_ana")];
    await mia.says("discover");
    expect(await mia.last()).toContain("too few decided deals");
    await withJourneys(world);
    await world.passes(1_000);
    await mia.says("what goes with winning");
    const card = await mia.last();
    expect(card).toContain("1  Pricing page looked at · Goes with winning");
    expect(card).toContain("won 30 of 36 (83 %) with it, 0 of 24 (0 %) without.");
    expect(card).toContain("two weeks before it opened until 30 days after");
    expect(card).toContain("Acme Medical seats");

    await mia.taps("Make 1 a rule");
    const saved = await mia.fills({
      ...{ name: "Price watchers", sign1: "page.view page pricing", within: 7, due: 24 },
      ...{ order: "sequence", action: "call" },
    });
    expect(saved.toast).toContain("is saved, and off");
    expect(await mia.last()).toContain("What “Price watchers” would have done");

    await mia.taps("Path 1");
    expect(await mia.last()).toContain("The path of Acme Medical seats");
    await world.passes(1_000);
    await ana.says("path Acme");
    const path = await ana.last();
    expect(path).toContain("Unusual at negotiation: only");
    expect(path).toContain("Case study page looked at");
    expect(path).toContain("where usually comes: Team page looked at");
    await ana.says("discover");
    expect(await ana.last()).not.toContain("Goes with winning");
    await ana.says("who is slipping");
    expect(await ana.last()).toContain("Acme Medical seats  silent for 21 d, usually 2");
    await forgetOpening(stage);
    await world.passes(1_000);
    await ana.says("path Acme");
    expect(await ana.last()).toContain("Nobody recorded when the deal with Acme was opened");
  },

  "goes to the owner first, and to the manager once, while there is time": async (stage) => {
    const { world, as } = stage;
    await withJourneys(world);
    const [ana, mia] = [as("per_ana"), as("per_mia")];
    await mia.says("morning brief off");
    await world.passes(day);
    await world.passes(hour);
    const card = (await ana.all()).findLast(({ text }) => text.includes("gone quiet"))?.text;
    expect(card).toContain("Acme Medical seats has gone quiet");
    expect(card).toContain("Nothing for 22 days; usually they are here every 2.");
    expect(card).toContain("On your history this alarm named");
    expect((await mia.all()).map(({ text }) => text).join()).not.toContain("slipping away");
    await ana.taps("Tomorrow");
    expect((await ana.all()).map(({ text }) => text).join()).toContain("Comes back");
    await world.passes(day);
    expect((await ana.all()).filter(({ text }) => text.includes("gone quiet"))).toHaveLength(2);

    for (let days = 0; days < 4; days += 1) await world.passes(day);
    const told = (await mia.all()).filter(({ text }) => text.includes("is slipping away"));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain("Ana Silva has known for");
    expect((await ana.taps("I am on it")).toast).toContain("I will not ask about this silence");
    await world.passes(2 * day);
    expect(await alerts(stage)).toMatchObject([{ state: "acknowledged", personId: "per_ana" }]);
  },

  "is said in Chinese to whoever reads Chinese": async (stage) => {
    const { world, as } = stage;
    await withJourneys(world, "per_lei");
    const lei = as("per_lei");
    await lei.says("谁在流失");
    expect(await lei.last()).toContain("已沉默 21 天，通常 2 天来一次");
    await lei.says("路径 Acme");
    expect(await lei.last()).toContain("在“谈判中”阶段不寻常");
    await world.passes(day);
    await world.passes(hour);
    expect(await lei.last()).toContain("Acme Medical seats没有动静了");
    expect((await lei.taps("没有用")).toast).toContain("60 天内我不再提醒");
    await makeManager(stage, "per_lei");
    await lei.says("发现");
    expect(await lei.last()).toContain("与赢单相伴");
    expect(await lei.last()).toContain("有此行为的 36 个中赢了 30 个（83%）");
    expect((await alerts(stage)).map(({ state }) => state)).toEqual(["useless"]);
  },
});
