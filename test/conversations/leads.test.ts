import { expect } from "vitest";
import { onEverySurface, onLocalChat } from "../helpers/surfaces.ts";

onEverySurface("a lead", {
  "arrives with reasons that add up, and is the rep's once accepted": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    const card = await ana.last();
    expect(card).toContain("Wang Li · Acme Medical");
    expect(card).toContain("Medical devices is your speciality");
    const points = [...card.matchAll(/\| (\d+\.\d\d)$/gm)].map((match) => Number(match[1]));
    const fit = points.pop() ?? 0;
    expect(points.length).toBe(11); // one per factor
    expect(points.reduce((sum, part) => sum + part, 0)).toBeCloseTo(fit, 10);
    expect(card).toContain(`fit ${fit.toFixed(2)} of 100`);

    const answer = await ana.taps("Accept");
    expect(answer.toast).toBe("It is yours. Good luck!");
    expect(await ana.last()).toContain("Yours · fit");
    expect(await world.ringside.records.read.leads.get("led_1")).toMatchObject({
      ownerId: "per_ana",
      status: "accepted",
    });
    expect(await ana.all()).toHaveLength(1); // edited in place, not sent again
  },

  "goes to the next rep with the reason when it is declined, and does not come back": async ({
    world,
    as,
  }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    await ana.taps("Decline");
    expect((await ana.fills({})).errors).toHaveProperty("reason");
    const answer = await ana.fills({ reason: "busy", note: "holiday" });
    expect(answer.toast).toBe("Noted. The next rep gets it.");
    expect(await ana.last()).toContain("You declined it");

    const lei = as("per_lei");
    expect(await lei.last()).toContain("分给您的新线索");
    await lei.taps("退回");
    await lei.fills({ reason: "wrong_fit" });
    expect(await ana.all()).toHaveLength(1);
    expect(await as("per_mia").last()).toContain("Nobody can take Wang Li · Acme Medical");
  },

  "becomes a deal from its card, by words and in Chinese, once, and is a lead again on undo":
    async ({ world, as }) => {
      const { read } = world.ringside.records;
      const dealOf = (leadId: string) => read.deals.find({ leadId });
      await world.arrives("led_1");
      const ana = as("per_ana");
      await ana.taps("Accept");
      const old = await ana.refOf("Give it back");
      await ana.taps("Make it a deal …");
      expect(await ana.last()).toContain("Make Wang Li · Acme Medical a deal?");
      expect(await ana.last()).toContain("Next step · On · Close date");
      const known = { nextStep: "Demo", nextStepDate: "2026-12-02", closeDate: "2026-12-31" };
      expect((await ana.fills(known)).toast).toBe("Wang Li · Acme Medical is a deal now");
      expect(await dealOf("led_1")).toMatchObject([{ ownerId: "per_ana", stage: "qualified" }]);
      expect((await ana.all())[0]?.text).toContain("A deal now");
      expect((await ana.taps("Give it back", { ref: old })).toast).toContain("a deal now");
      await ana.taps("Undo");
      expect(await dealOf("led_1")).toEqual([]);
      expect((await ana.all())[0]?.text).toContain("Yours · fit");

      await world.passes(60_000);
      await ana.says("Acme wants 40 seats, 50k EUR, demo next Wednesday, they sign on 31 December");
      expect(await ana.last()).toContain("€50,000");
      await ana.taps("Make it a deal");
      const [deal] = await dealOf("led_1");
      expect(deal).toMatchObject({ amount: 50_000, currency: "EUR", nextStep: "Demo" });
      await ana.says("make Acme a deal");
      expect(await ana.last()).toContain("is a deal already");

      await world.add("account", "acc_lan", { name: "蓝海物流" });
      const held = { ownerId: "per_lei", status: "accepted", currency: "CNY" } as const;
      await world.add("lead", "led_2", { ...held, title: "蓝海", accountId: "acc_lan" });
      const lei = as("per_lei");
      await lei.says("蓝海转商机 金额50万 下周三演示，12月31日签约");
      expect(await lei.last()).toContain("把“蓝海物流”转为商机？");
      await lei.taps("转为商机");
      expect(await lei.last()).toContain("“蓝海物流”已转为商机");
      expect(await dealOf("led_2")).toMatchObject([{ amount: 500_000, nextStep: "演示" }]);
      await as("per_bob").says("make Acme a deal");
      expect(await as("per_bob").last()).not.toContain("Make it a deal");
    },

  "tapped twice is accepted once": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    const ref = await ana.refOf("Accept");
    const first = await ana.taps("Accept", { ref, key: "press-1" });
    const again = await ana.taps("Accept", { ref, key: "press-1" }); // the same press, delivered again
    expect(again.toast).toBe(first.toast);
    const second = await ana.taps("Accept", { ref }); // a second press
    expect(second.toast).toBe("This lead is already yours.");
    expect(await world.ringside.records.read.ownerChanges.count({})).toBe(1);
  },

  "tells whoever presses an old card that it is no longer theirs": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    const accept = await ana.refOf("Accept");
    await ana.taps("Decline");
    await ana.fills({ reason: "busy" });
    expect((await ana.taps("Accept", { ref: accept })).toast).toBe(
      "This lead is no longer offered to you.",
    );
    expect((await world.ringside.records.read.leads.get("led_1"))?.ownerId).toBeNull();
  },

  "cannot be taken with somebody else's button, or a made-up one": async ({ world, as }) => {
    await world.arrives("led_1");
    const stolen = await as("per_ana").refOf("Accept");
    for (const ref of [stolen, "act_forged", "' OR 1=1 --"]) {
      const answer = await as("per_lei").taps("", { ref });
      expect(answer.toast).toBe("这项内容已不存在，或不属于您。");
    }
    expect((await world.ringside.records.read.leads.get("led_1"))?.status).toBe("offered");
  },

  "is explained on request, by name and without": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    await ana.says("why Acme?");
    expect(await ana.last()).toContain("How the fit adds up");
    await ana.says("why");
    expect(await ana.all()).toHaveLength(3);
    await ana.says("why Globex");
    expect(await ana.last()).toContain("I know no lead of yours called “Globex”");
    const lei = as("per_lei");
    await lei.says("为什么 Acme");
    expect(await lei.last()).toContain("没有找到");
  },

  "accepted on a card shown again changes both cards": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    await ana.says("why Acme");
    await ana.taps("Accept");
    for (const shown of await ana.all()) expect(shown.text).toContain("Yours · fit");
  },

  "shows a rep colleagues only as bands, and a manager the numbers": async ({ world, as }) => {
    await world.arrives("led_1");
    const ana = as("per_ana");
    await ana.taps("Why not …?");
    await ana.fills({ colleague: "per_lei" });
    expect(await ana.last()).toContain("Colleagues are shown as bands");
    expect(await ana.last()).not.toMatch(/\d\d\.\d\d/);

    const mia = as("per_mia");
    await mia.says("why Acme");
    expect(await mia.last()).toContain("As Ana Silva sees it");
    await mia.taps("Why not …?");
    await mia.fills({ colleague: "per_lei" });
    expect(await mia.last()).toMatch(/李雷 had \d+\.\d\d points/);
  },

  "can be given to anyone by their manager, with a reason the rep sees": async ({ world, as }) => {
    await world.arrives("led_1");
    await as("per_ana").taps("Decline");
    await as("per_ana").fills({ reason: "busy" });
    await as("per_lei").taps("退回");
    await as("per_lei").fills({ reason: "busy" });
    const mia = as("per_mia");
    await mia.taps("Give it to …");
    expect((await mia.fills({ rep: "per_ana", reason: "" })).errors).toHaveProperty("reason");
    await mia.fills({ rep: "per_ana", reason: "They asked for you" });
    expect(await as("per_ana").last()).toContain("Assigned by Mia Manager · fit rank 1");
    expect(await as("per_ana").last()).toContain("They asked for you");
  },
});

onLocalChat("a lead", {
  "waits for nobody when everybody is full: the manager hears of it once": async ({
    world,
    as,
  }) => {
    for (let number = 1; number <= 7; number += 1) await world.arrives(`led_${number}`);
    const mia = as("per_mia");
    expect(await mia.all()).toHaveLength(1);
    expect(await mia.last()).toContain("full (3 of 3)");
    await mia.taps("Try again");
    expect(await mia.all()).toHaveLength(1);
    await mia.says("team leads");
    expect(await mia.last()).toContain("not assigned");
    // Nobody's comes first, then the one that waits longest for an answer; either can be given to somebody.
    const [, waiting] = (await mia.all()).at(-1)?.buttons ?? [];
    await mia.taps(waiting?.label ?? "", { ref: waiting?.ref ?? "" });
    await mia.fills({ rep: "per_lei", reason: "He knows them" });
    expect(await as("per_lei").last()).toContain("He knows them");
  },

  "brought in by a rep stays theirs": async ({ world, as }) => {
    const lei = as("per_lei");
    await lei.says("新线索：王丽，华信精密，wang@huaxin.example，需要 20 个账号");
    expect((await lei.fills({ name: "", company: "" })).errors).toHaveProperty("name");
    expect(
      (await lei.fills({ name: "王丽", company: "华信精密", email: "not-mail" })).errors,
    ).toHaveProperty("email");
    // A form that came back with an error keeps what was typed, so the e-mail is given anew.
    const email = "wang@huaxin.example";
    const long = await lei.fills({ name: "王".repeat(400), company: "华信精密", email });
    expect(Object.values(long.errors ?? {})).toEqual(["这项内容无法保存，请改短或更正。"]);
    const answer = await lei.fills({
      name: "王丽",
      company: "华信精密",
      email: "wang@huaxin.example",
      need: "20 个账号",
    });
    expect(answer.toast).toContain("已保存，归您跟进");
    await lei.says("我的线索");
    expect(await lei.last()).toContain("王丽 · 华信精密");
    const [lead] = await world.ringside.records.read.leads.find({});
    expect(lead).toMatchObject({ ownerId: "per_lei", selfSourced: true });
  },

  "with no field at all is assigned all the same": async ({ world, as }) => {
    await world.arrives("led_bare", {
      contactId: null,
      accountId: null,
      need: null,
      title: "A name on a napkin",
    });
    const cards = [...(await as("per_ana").all()), ...(await as("per_lei").all())];
    expect(cards).toHaveLength(1);
    expect(cards[0]?.text).toContain("A name on a napkin");
  },
});
