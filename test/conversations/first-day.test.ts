// A newcomer's first day, and what changed from one month to the next.
import { beforeAll, expect } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import type { Person } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";
import type { World } from "../helpers/world.ts";

const [hour, day] = [3_600_000, 86_400_000];

beforeAll(() => sharedTraining().reload());

const apply = (world: World, changes: Change[]) =>
  world.ringside.records.write(async (unit) => {
    const by = { by: operator, via: "import", source: "test" } as const;
    expect(await world.ringside.gate.apply(unit, { ...by, changes })).toEqual([]);
  });
const set = (world: World, id: string, values: Partial<Person>) =>
  apply(world, [{ kind: "person", id, set: values }]);

/** Deals that were over so many days ago, the first of them won. */
function closed(days: number, { won, lost }: { won: number; lost: number }): Change[] {
  return Array.from({ length: won + lost }, (_, index) => {
    const end = index < won ? ("won" as const) : ("lost" as const);
    const closedAt = testNow - days * day;
    const about = { name: `${days} ${index}`, ownerId: "per_ana", stage: end, status: end };
    const times = { openedAt: closedAt - (20 + index) * day, closedAt };
    return { kind: "deal", id: `dea_${days}_${index}`, create: true, set: { ...about, ...times } };
  });
}

const texts = (shown: { text: string }[]) => shown.map(({ text }) => text).join("\n");

onEverySurface("a team's beginnings and months", {
  "greet a newcomer with customers, a practice for each, lines and a buddy": async ({
    world,
    as,
  }) => {
    const [mia, ana, lei, bob] = [as("per_mia"), as("per_ana"), as("per_lei"), as("per_bob")];
    const { read } = world.ringside.records;
    await bob.says("day one");
    expect(await bob.last()).toContain("You may not do that");
    await set(world, "per_lei", { languages: ["zh", "en"] });
    const won = {
      ownerId: "per_lei",
      stage: "won",
      status: "won",
      closedAt: testNow - day,
    } as const;
    await world.add("deal", "dea_won", { name: "Won", accountId: "acc_acme", ...won });
    await lei.says("隐私");
    await lei.taps("同意：让新人知道可以来问我（做搭档）");

    await set(world, "per_ana", { hiredAt: testNow });
    await world.passes(2 * hour);
    expect(await ana.last()).toContain("No customer is yours yet.");
    await world.passes(hour);
    expect(texts(await ana.all()).match(/Day one, Ana Silva/g)).toHaveLength(1);

    const own = { ownerId: "per_ana", status: "accepted", selfSourced: true } as const;
    await world.arrives("led_1", { ...own, need: "20 seats" });
    await world.passes(hour);
    const card = await ana.last();
    expect(card).toContain("Your customer");
    expect(card).toContain("Wang Li · Acme Medical");
    expect(card).toContain("5 lines for work like yours");
    expect(card).toContain("Ask 李雷: your buddy");
    expect(card).not.toMatch(/\d+ (?:won|wins)/);
    expect(await lei.last()).toContain("Ana Silva今天入职，您是搭档");
    expect(await read.firstDays.get("per_ana")).toMatchObject({
      ...{ state: "shown", buddyId: "per_lei" },
    });
    await world.passes(hour);
    expect(texts(await ana.all()).match(/Day one, Ana Silva/g)).toHaveLength(2);

    await ana.taps("Practise for 1");
    expect(await read.practiceSessions.find({ personId: "per_ana" })).toMatchObject([
      { playbook: "medical", state: "brief" },
    ]);
    await ana.says("day one");
    expect(await ana.last()).toContain("“day one” shows this again.");
    await lei.says("第一天");
    expect(await lei.last()).toContain("李雷，第一天");
    expect(await lei.last()).toContain("暂时还没有分配给您的客户");
    await world.passes(day);
    expect(texts(await mia.all())).toContain("Ana Silva started on 23 Nov 2026");
  },

  "are compared in words that say nothing of why": async ({ world, as }) => {
    const [mia, ana] = [as("per_mia"), as("per_ana")];
    await ana.says("what changed");
    expect(await ana.last()).toContain("You may not do that");
    await mia.says("what changed");
    expect(await mia.last()).toContain("There is nothing to compare yet.");
    await apply(world, [
      ...closed(40, { won: 10, lost: 2 }),
      ...closed(70, { won: 2, lost: 10 }),
      ...closed(10, { won: 3, lost: 0 }),
    ]);
    await world.passes(60_000);
    await mia.says("What changed?");
    const card = await mia.last();
    expect(card).toContain("1 Sept 2026 – 30 Sept 2026 → 1 Oct 2026 – 31 Oct 2026");
    expect(card).toContain("One of seven measures lies beyond what chance alone often shows.");
    expect(card).toMatch(/16\.7 % \(.*n = 2 of 12\) → 83\.3 %/);
    expect(card).toContain("higher");
    expect(card).toContain("Small numbers: Days from opening to winning a deal");
    expect(card).toContain("Season: 22 working days before, 22 now.");
    await mia.taps("This month so far");
    expect(await mia.last()).toContain("1 Nov 2026 – 23 Nov 2026");
    await mia.says("中文");
    await world.passes(60_000);
    await mia.says("这个月有什么变化？");
    expect(await mia.last()).toContain("七项指标中有 1 项超出了单凭偶然常见的波动。");
  },
});
