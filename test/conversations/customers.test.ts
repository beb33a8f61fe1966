import { expect } from "vitest";
import { mergeProposalCard } from "../../src/core/identity/propose-merge.ts";
import type { Person } from "../../src/core/model.ts";
import { aVisit, linkOf, visits } from "../core/identity/world.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Ana has Wang Li of Acme; Lei has a deal of 蓝海. */
async function withCustomers({ world }: Stage): Promise<void> {
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
  await world.add("account", "acc_lan", { name: "蓝海物流", domain: "lanhai.example" });
  const contact = { name: "王总", accountId: "acc_lan", email: "wang@lanhai.example" };
  await world.add("contact", "con_lan", contact);
  const deal = { name: "蓝海 2027 续约", accountId: "acc_lan", ownerId: "per_lei" };
  await world.add("deal", "dea_lan", { ...deal, stage: "proposal" });
}

const byMail = { email: "wang@acme.example" };
const ago = (ms: number) => ({ at: testNow - ms, receivedAt: testNow - ms });

/** Ana proposes that two contacts are one; the second is a lead of hers too. */
async function withDouble(stage: Stage): Promise<void> {
  await withCustomers(stage);
  const { world } = stage;
  await world.add("contact", "con_double", { name: "Li Wang", accountId: "acc_acme" });
  const lead = { title: "Double", contactId: "con_double", accountId: "acc_acme" };
  await world.add("lead", "led_double", { ...lead, ownerId: "per_ana", status: "accepted" });
}

onEverySurface("a customer", {
  "is shown in one view: signals with source and age, what is late, what there is no data of":
    async (stage) => {
      await withCustomers(stage);
      const ana = stage.as("per_ana");
      await ana.says("customer Acme");
      expect(await ana.last()).toContain("Customer: Acme Medical");
      expect(await ana.last()).toContain("Nothing on record in the last 8 weeks");
      expect(await ana.last()).toContain("no data yet");

      const visit = { ...byMail, anonymousId: "v1" };
      const late = { type: "email.open", source: "ga4", at: testNow - 30 * hourMs };
      const score = { type: "survey.score", source: "zendesk", props: { kind: "nps", score: 9 } };
      const call = { type: "call.made", source: "chat", contactId: "con_wang", ...ago(3 * dayMs) };
      await visits(
        stage.world,
        aVisit(visit, ago(2 * hourMs)),
        aVisit(visit, ago(5 * hourMs)),
        aVisit(visit, { props: { automated: true } }),
        aVisit(visit, { ...late, receivedAt: testNow - hourMs }),
        aVisit(visit, { ...score, ...ago(dayMs) }),
        aVisit({}, call),
      );
      await ana.says("customer acme");
      const shown = await ana.last();
      expect(shown).toContain("New: first seen in the last two weeks");
      expect(shown).toContain("Lead: Wang Li · Acme Medical · accepted · Ana Silva");
      expect(shown).toContain("pages viewed 2× · last 2 hours ago · website collector");
      expect(shown).toContain("e-mails opened 1× · last 1 day ago · Google Analytics");
      expect(shown).toContain("arrives about 1 day late");
      expect(shown).toContain("Last score: NPS 9");
      expect(shown).toContain("(3 days ago)");
      expect(shown).toContain("Marketing 0, 0, 0, 0, 0, 0, 0, 3");
      await ana.taps("Show the notes");
      expect(await ana.last()).toContain("Notes on Wang Li · Acme Medical");
      await ana.taps("Why me");
      expect(await ana.last()).toContain("Wang Li · Acme Medical");
    },

  "is shown in Chinese; somebody else's and nobody's get the same sentence": async (stage) => {
    await withCustomers(stage);
    const lei = stage.as("per_lei");
    await visits(stage.world, aVisit({ email: "wang@lanhai.example" }, ago(2 * dayMs)));
    await lei.says("客户 蓝海");
    expect(await lei.last()).toContain("客户：蓝海物流");
    expect(await lei.last()).toContain("浏览页面 1 次 · 最近 2 天前 · 网站采集");
    expect(await lei.last()).toContain("商机：蓝海 2027 续约");
    expect(await lei.last()).toContain("已报价");
    await lei.says("客户 Acme");
    expect(await lei.last()).toContain("您的客户里没有叫“Acme”的");
    const ana = stage.as("per_ana");
    await ana.says("customer 蓝海");
    expect(await ana.last()).toContain("None of your customers is called “蓝海”");
    await ana.says("customer Nobody Inc");
    expect(await ana.last()).toContain("None of your customers is called “Nobody Inc”");
    const bob = stage.as("per_bob");
    await bob.says("customer Acme");
    expect(await bob.last()).toContain("You may not do that");
    const mia = stage.as("per_mia");
    await mia.says("customer 蓝海");
    expect(await mia.last()).toContain("Customer: 蓝海物流");
  },

  "is found by the name of a person there, and only among one's own": async (stage) => {
    await withCustomers(stage);
    const lei = stage.as("per_lei");
    await lei.says("客户 王总");
    expect(await lei.last()).toContain("客户：蓝海物流");
    const ana = stage.as("per_ana");
    await ana.says("customer 王总");
    expect(await ana.last()).toContain("None of your customers is called “王总”");
  },

  "is asked back about where two fit": async (stage) => {
    await withCustomers(stage);
    await stage.world.add("account", "acc_two", { name: "Acme Logistics", ownerId: "per_ana" });
    const ana = stage.as("per_ana");
    await ana.says("customer acme");
    expect(await ana.last()).toContain("Which “acme” do you mean?");
    await ana.taps("Acme Logistics");
    expect(await ana.last()).toContain("Customer: Acme Logistics");
    expect(await ana.last()).toContain("No open lead or deal of yours.");
  },

  "is known by reasons, and each can be taken back and given again": async (stage) => {
    await withCustomers(stage);
    const { world } = stage;
    await visits(world, aVisit({ ...byMail, anonymousId: "cookie-1" }));
    const ana = stage.as("per_ana");
    await ana.says("customer Acme");
    await ana.taps("Who is this?");
    expect(await ana.last()).toContain("cookie-1: called by the e-mail wang@acme.example on");
    await ana.taps("Not them: cookie-1");
    expect(await ana.last()).toContain("Taken apart.");
    expect(await linkOf(world, "cookie-1")).toBeNull();
    await visits(world, aVisit({ ...byMail, phone: "+442079460958", anonymousId: "cookie-1" }));
    expect(await linkOf(world, "cookie-1")).toBeNull();
    await ana.says("customer Acme");
    expect(await ana.last()).not.toContain("pages viewed");
    await ana.taps("It is them after all");
    expect(await linkOf(world, "cookie-1")).toBe("con_wang");
  },

  "whose device names somebody else is asked about, and nothing moves by itself": async (stage) => {
    await withCustomers(stage);
    const { world } = stage;
    await world.add("contact", "con_two", { name: "Zoe", email: "zoe@acme.example" });
    const lead = { title: "Zoe", contactId: "con_two", ownerId: "per_ana" };
    await world.add("lead", "led_zoe", { ...lead, status: "accepted" });
    await visits(world, aVisit({ ...byMail, anonymousId: "shared" }));
    await visits(world, aVisit({ email: "zoe@acme.example", anonymousId: "shared" }));
    expect(await linkOf(world, "shared")).toBe("con_wang");
    const ana = stage.as("per_ana");
    expect(await ana.last()).toContain("Is this Zoe?");
    await ana.taps("It is Zoe");
    expect(await ana.last()).toContain("This visitor is Zoe.");
    expect(await linkOf(world, "shared")).toBe("con_two");
    await visits(world, aVisit({ ...byMail, anonymousId: "shared", phone: "+442079460958" }));
    expect(await linkOf(world, "shared")).toBe("con_two");
  },
});

onEverySurface("two contacts that are one", {
  "are proposed with reasons, merged on a person's word, and taken apart again": async (stage) => {
    await withDouble(stage);
    const { world } = stage;
    const ana = stage.as("per_ana");
    await world.ringside.records.write(async (unit) => {
      const person = (await unit.people.get("per_ana")) as Person;
      const reasons = [
        { code: "same_domain", params: { value: "acme.example" } },
        { code: "name_alike", params: { percent: 94 } },
      ];
      const pair = { keptId: "con_wang", mergedId: "con_double" };
      const card = await mergeProposalCard(unit, person, { kind: "contact", ...pair, reasons });
      if (card) unit.post({ to: "per_ana", card });
    });
    await world.ringside.drain();
    expect(await ana.last()).toContain("These look like one person: Wang Li and Li Wang");
    expect(await ana.last()).toContain("names 94 % alike");
    await ana.taps("Merge");
    expect(await ana.last()).toContain("Merged: Li Wang is now part of Wang Li");
    const { contacts, leads } = world.ringside.records.read;
    expect(await contacts.get("con_double")).toBeUndefined();
    expect((await leads.get("led_double"))?.contactId).toBe("con_wang");
    const undo = await ana.refOf("Undo");
    await ana.taps("Undo", { ref: undo });
    expect(await ana.last()).toContain("Two again: Wang Li and Li Wang");
    expect((await contacts.get("con_double"))?.name).toBe("Li Wang");
    expect((await ana.taps("Undo", { ref: undo })).toast).toBe("That is taken back already.");
  },

  "can be named by whoever has both, and are kept apart on their word": async (stage) => {
    await withDouble(stage);
    const ana = stage.as("per_ana");
    await ana.says("merge Wang Li with Li Wang");
    expect(await ana.last()).toContain("Ana Silva says so");
    await ana.taps("Keep apart");
    expect(await ana.last()).toContain("Kept apart: Wang Li and Li Wang");
    await ana.says("merge Wang Li with 王总");
    expect(await ana.last()).toContain("“王总” is one contact of yours already, or none.");
    const lei = stage.as("per_lei");
    await lei.says("合并 王总 和 Wang Li");
    expect(await lei.last()).toContain("您名下没有叫“Wang Li”的另一位联系人");
  },
});
