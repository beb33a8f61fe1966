import { expect } from "vitest";
import { operator } from "../../src/core/people/actor.ts";
import { aVisit, visits } from "../core/identity/world.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface, type Stage } from "../helpers/surfaces.ts";

const dayMs = 86_400_000;
const ago = (days: number) => ({ at: testNow - days * dayMs, receivedAt: testNow - days * dayMs });

/** Acme, with a lead of Ana, a deal of Lei she may not see, tickets, words, visits, and somebody who was deleted. */
async function withGraph({ world }: Stage): Promise<void> {
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "accepted" });
  const deal = { accountId: "acc_acme", stage: "proposal" } as const;
  const own = { name: "Acme scanners", ownerId: "per_ana", amount: 50_000, currency: "EUR" };
  await world.add("product", "pro_scan", { name: "Scanner X" });
  await world.add("deal", "dea_ana", { ...deal, ...own, productId: "pro_scan" });
  await world.add("deal", "dea_lei", { ...deal, name: "Acme 的续约", ownerId: "per_lei" });
  const wang = { email: "wang@acme.example", anonymousId: "v1" };
  const secret = { page: "pricing", url: "https://a.example/p?token=abc", apiKey: "sk_live_1" };
  const ticket = { recordId: "77", subject: "Scanner is slow", status: "open", priority: "high" };
  const gone = { contactId: "con_gone", accountId: "acc_acme" };
  await visits(
    world,
    ...Array.from({ length: 6 }, (_, day) => aVisit(wang, { ...ago(day + 1), props: secret })),
    aVisit(wang, { type: "ticket.opened", source: "zendesk", props: ticket, ...ago(3) }),
    aVisit(wang, { type: "ticket.updated", source: "zendesk", props: ticket, ...ago(2) }),
    aVisit({}, { type: "file.download", props: { kind: "brochure" }, ...ago(4), ...gone }),
  );
}

/** Lei's deal becomes Ana's. */
async function giveAway({ world: { ringside } }: Stage): Promise<void> {
  const by = { by: operator, via: "import", source: "test" } as const;
  const change = { kind: "deal", id: "dea_lei", set: { ownerId: "per_ana" } } as const;
  await ringside.records.write((unit) => ringside.gate.apply(unit, { ...by, changes: [change] }));
}

onEverySurface("a customer's graph", {
  "is drilled into from the card: people, deals, touches, tickets, words, each with its evidence":
    async (stage) => {
      await withGraph(stage);
      const ana = stage.as("per_ana");
      await ana.says("note Acme: they want a demo on site");
      await stage.world.passes(60_000);
      await ana.says("customer Acme");
      await ana.taps("People");
      expect(await ana.last()).toContain("Wang Li");
      expect(await ana.last()).toContain("deleted person");
      await ana.taps("Show 1");
      expect(await ana.last()).toContain("wang@acme.example");

      await ana.taps("Deals");
      expect(await ana.last()).toContain("Acme scanners");
      expect(await ana.last()).toContain("Scanner X");
      expect(await ana.last()).not.toContain("续约");

      await ana.taps("Tickets");
      expect(await ana.last()).toContain("Scanner is slow");
      await ana.taps("Show 1");
      expect(await ana.last()).toContain("priority: high");
      expect(await ana.last()).toContain("Zendesk");

      await ana.taps("Touches");
      expect(await ana.last()).toContain("1–5 of 7");
      await ana.taps("More");
      expect(await ana.last()).toContain("6–7 of 7");
      await ana.taps("Show 6");
      expect(await ana.last()).toContain("website collector");

      await ana.taps("Picture");
      expect(await ana.last()).toContain("Around Acme Medical");
      expect(await ana.last()).toContain("8 touches");
      expect(JSON.stringify(await ana.all())).not.toMatch(/sk_live|token=/);
    },

  "is drilled into in Chinese, and closes for whoever lost the customer": async (stage) => {
    await withGraph(stage);
    const lei = stage.as("per_lei");
    await lei.says("客户 Acme");
    await lei.taps("商机");
    expect(await lei.last()).toContain("Acme 的续约");
    expect(await lei.last()).not.toContain("scanners");
    await lei.taps("人员");
    expect(await lei.last()).toContain("已删除的人");
    await lei.taps("关系图");
    expect(await lei.last()).toContain("Acme Medical 的关系图");
    await giveAway(stage);
    const { toast } = await lei.taps("工单");
    expect(toast).toContain("不在您名下");
  },
});
