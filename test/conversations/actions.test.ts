import { beforeAll, expect } from "vitest";
import { does, doubt, doubts, openActions, owned, switchOn } from "../helpers/doubt.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import { sharedTraining } from "../helpers/training.ts";

beforeAll(() => sharedTraining().reload());

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

onEverySurface("a next action", {
  "comes to the owner with by when, why and what to say, and is done once": async ({
    world,
    as,
  }) => {
    await owned(world, "per_ana");
    await switchOn(world, doubt);
    await doubts(world);
    const ana = as("per_ana");
    const card = await ana.last();
    expect(card).toContain("Call Wang Li · Acme Medical");
    expect(card).toContain("Quiet doubt about the price");
    expect(card).toMatch(/By: .*23 Nov.*18:00/);
    expect(card).toContain("looked at a product page for 3 min · website");
    expect(card).toContain("downloaded a white paper");
    expect(card).toContain("left the pricing page");
    expect(card.match(/From the library: /g)).toHaveLength(3);
    const [sent] = await openActions(world);
    expect(sent?.reasons.lines[0]?.say).toBeTruthy();

    // A button for a task list stands where the platform has one for each person, and nowhere else.
    const hasTasks = world.ringside.surfaces.some(({ adapter }) => adapter.tasks);
    const labels = async () => (await ana.all()).flatMap(({ buttons }) => buttons);
    const offered = (await labels()).some(({ label }) => label === "Add to my tasks");
    expect(offered).toBe(hasTasks);

    const ref = await ana.refOf("Done");
    expect((await ana.taps("Done")).toast).toContain("Done.");
    expect((await ana.taps("Done", { ref })).toast).toBe("This is closed already.");
    expect(await ana.last()).toContain("Done · Quiet doubt about the price");
    expect(await ana.all()).toHaveLength(1);
    expect(await openActions(world)).toEqual([]);
    const [nudge] = await world.ringside.records.read.nudges.find({ personId: "per_ana" });
    expect(nudge?.actedAt).toBe(world.ringside.clock());

    await ana.taps("Undo");
    expect(await openActions(world)).toHaveLength(1);
    expect((await labels()).some(({ label }) => label === "Add to my tasks")).toBe(hasTasks);
    await ana.taps("Done");
    await world.passes(11 * minuteMs);
    expect((await ana.taps("Undo")).toast).toContain("more than ten minutes ago");
  },

  "speaks Chinese, and its draft the customer's language": async ({ world, as }) => {
    await world.add("contact", "con_chen", { name: "陈静", accountId: "acc_acme", language: "en" });
    await world.add("lead", "led_chen", {
      ...{ title: "陈静", contactId: "con_chen", status: "accepted", ownerId: "per_lei" },
    });
    await switchOn(world, doubt);
    await doubts(world, { contactId: "con_chen" });
    const lei = as("per_lei");
    expect(await lei.last()).toContain("致电 陈静 · Acme Medical");
    expect(await lei.last()).toContain("浏览了产品页，停留 3 分钟 · 网站");
    expect(await lei.last()).toContain("出自话术库：");
    expect(await lei.last()).toContain("Hello 陈静,");
    await lei.taps("改草稿");
    expect((await lei.fills({ draft: "Hello 陈静, may I call you?" })).toast).toBe("已保存。");
    expect((await openActions(world))[0]?.reasons.draft).toBe("Hello 陈静, may I call you?");
    await lei.says("我的行动");
    expect(await lei.last()).toContain("1  致电 陈静 · Acme Medical");
    await lei.taps("打开第 1 条");
    await lei.taps("完成");
    await lei.says("接下来做什么");
    expect(await lei.last()).toContain("目前没有需要为客户做的事");
  },

  "waits as long as its person says, and comes back as a message of its own": async ({
    world,
    as,
  }) => {
    await owned(world, "per_ana");
    await switchOn(world, doubt);
    await doubts(world);
    const ana = as("per_ana");
    // On Tuesdays there is also what to put right in the data.
    const shown = async () =>
      (await ana.all()).filter(({ text }) => !text.includes("records to put right"));
    expect((await ana.taps("In 1 hour")).toast).toMatch(/comes back .*10:00/);
    expect(await ana.last()).toContain("Comes back");
    await world.passes(hourMs);
    expect(await shown()).toHaveLength(2);
    await ana.taps("Tomorrow");
    await world.passes(22 * hourMs);
    expect(await shown()).toHaveLength(2);
    await world.passes(2 * hourMs);
    expect(await shown()).toHaveLength(3);
    await ana.taps("Later …");
    expect((await ana.fills({ day: "2026-11-01" })).errors).toHaveProperty("day");
    expect((await ana.fills({ day: "2026-11-30" })).toast).toMatch(/30 Nov/);
  },

  "is told not to be useful, with a reason the rule is judged by": async ({ world, as }) => {
    await owned(world, "per_ana");
    await switchOn(world, doubt);
    await doubts(world);
    const ana = as("per_ana");
    await ana.taps("Not useful");
    expect((await ana.fills({})).errors).toHaveProperty("reason");
    await ana.fills({ reason: "known_already", note: "met them today" });
    expect(await ana.last()).toContain("Not useful · Quiet doubt about the price");
    expect(await ana.last()).toContain("met them today");
    const [action] = await world.ringside.records.read.nextActions.find({});
    expect(action).toMatchObject({
      state: "useless",
      reasons: { useless: { reason: "known_already" } },
    });
  },

  "goes to the manager while the owner is away or gone, and overdue ones once": async ({
    world,
    as,
  }) => {
    await owned(world, "per_ana");
    const { records, clock } = world.ringside;
    await records.write((unit) =>
      unit.absences.put({
        ...{ id: "abs_1", personId: "per_ana", reason: null, createdAt: clock() },
        ...{ from: clock() - hourMs, to: clock() + 48 * hourMs },
      }),
    );
    await switchOn(world, doubt);
    await doubts(world);
    const mia = as("per_mia");
    expect(await mia.last()).toContain("This is Ana Silva's customer; Ana Silva is away.");
    expect(await as("per_ana").all()).toHaveLength(0);
    await mia.taps("Done");
    await mia.says("mute morning brief");

    await records.write((unit) => unit.absences.update("abs_1", { to: clock() }));
    await world.passes(24 * hourMs);
    await doubts(world);
    expect(await as("per_ana").last()).toContain("Call Wang Li");
    await world.passes(25 * hourMs);
    expect(await mia.last()).toContain("Overdue with Ana Silva: Call Wang Li · Acme Medical");
    const before = (await mia.all()).length;
    await world.passes(24 * hourMs);
    expect(await mia.all()).toHaveLength(before);
    await as("per_ana").says("my actions");
    expect(await as("per_ana").last()).toContain("1 to do, 1 overdue.");
  },

  "is one card per customer and day unless it got worse": async ({ world, as }) => {
    await owned(world, "per_ana");
    const urgent = {
      id: "asks-for-a-quote",
      name: { en: "Took a quote", zh: "下载了报价" },
      steps: [{ touch: "file.download", where: { kind: "quote" } }],
      // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
      then: { action: "call", dueIn: "2h" },
    };
    const reads = {
      id: "reads-cases",
      name: { en: "Reads case studies" },
      steps: [{ touch: "page.view", where: { page: "cases" } }],
    };
    await switchOn(world, doubt, urgent, reads);
    await doubts(world);
    const ana = as("per_ana");
    await does(world, ["page.view", { page: "cases" }]);
    expect(await ana.all()).toHaveLength(1);
    expect(await ana.last()).toContain("looked at a case study");
    await does(world, ["file.download", { kind: "quote" }]);
    expect(await ana.all()).toHaveLength(2);
    expect((await ana.all())[0]?.text).toContain("A newer card has taken its place.");
    expect(await openActions(world)).toHaveLength(1);
  },

  "does not come from what arrives a day late, nor for what a late touch undoes": async ({
    world,
    as,
  }) => {
    await owned(world, "per_ana");
    await switchOn(world, doubt);
    await world.passes(48 * hourMs);
    const late = { receivedAt: world.ringside.clock() };
    await does(
      world,
      ["page.view", { page: "product", dwellSeconds: 200 }, 1_500, late],
      ["file.download", { kind: "whitepaper" }, 1_500, late],
      ["page.leave", { page: "pricing" }, 1_500, late],
    );
    expect(await as("per_ana").all()).toHaveLength(0);

    await does(world, ["page.view", { page: "product", dwellSeconds: 200 }, 30]);
    await does(world, ["file.download", { kind: "whitepaper" }, 20]);
    await does(world, ["page.leave", { page: "pricing" }, 10]);
    expect(await as("per_ana").last()).toContain("Call Wang Li");
    await does(world, ["meeting.booked", {}, 15, { receivedAt: world.ringside.clock() }]);
    expect(await as("per_ana").last()).toContain("it was not called for");
  },

  "is shown on the home, and asked for at once": async ({ world, as }) => {
    await owned(world, "per_ana");
    await switchOn(world, doubt);
    const ana = as("per_ana");
    await ana.says("my actions");
    expect(await ana.last()).toContain("Nothing to do for your customers right now");
    await doubts(world);
    await ana.says("home");
    expect(await ana.last()).toContain("Call Wang Li · Acme Medical · By");
    await ana.taps("my actions");
    expect(await ana.last()).toContain("1 to do.");
    await ana.taps("Open 1");
    expect(await ana.last()).toContain("Why now: what they did");
  },
});
