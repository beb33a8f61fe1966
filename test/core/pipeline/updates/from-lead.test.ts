import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deal, Lead, Person } from "../../../../src/core/model.ts";
import { askFromLead } from "../../../../src/core/pipeline/updates/from-lead/say-from-lead.ts";
import type { CrmConnection } from "../../../../src/core/pipeline/write-back/mapping.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

let world: World;
afterEach(() => world.close());

/** Ana has accepted the lead of Wang Li at Acme. */
async function open(crm: CrmConnection[] = []): Promise<void> {
  world = await createWorld([], { crm });
  await addLead("led_1", {});
}

const addLead = (id: string, set: Partial<Lead>) => {
  const held = { ownerId: "per_ana", status: "accepted", title: "Acme" } as const;
  const lead = { ...held, contactId: "con_wang", accountId: "acc_acme", currency: "EUR" };
  return world.add("lead", id, { ...lead, ...set });
};
const read = () => world.ringside.records.read;
const say = async (words: string, personId = "per_ana") => {
  await world.ringside.localChat.say(personId, words, randomUUID());
  await world.passes(1_000);
};
const last = async (personId = "per_ana"): Promise<string> => {
  const messages = await world.ringside.localChat.transcript(personId, { limit: 50 });
  const own = messages.filter(({ author }) => author === "ringside");
  return JSON.stringify(own.at(-1)?.body);
};
type Values = Record<string, string | number>;
/** Presses the newest button that leads to this; `nth`: counted back from it. */
const tap = async (action: string, { personId = "per_ana", nth = 0, values = {} } = {}) => {
  const armed = await read().armedActions.find(
    { action, personId },
    { order: { by: "id", descending: true }, limit: nth + 1 },
  );
  const ref = armed[nth]?.id ?? "";
  const given: Values = values;
  const outcome =
    Object.keys(given).length > 0
      ? await world.ringside.localChat.submit(personId, ref, given, randomUUID())
      : await world.ringside.localChat.tap(personId, ref, randomUUID());
  await world.passes(1_000);
  return outcome;
};
/** Sends the form of the newest card; its plain confirm was armed after it. */
const fillIn = (values: Values) => tap("update.confirm", { nth: 1, values });
/** The button on the card of a lead that its rep has. */
const tapLead = async (name: string) => {
  await say(`why ${name}`);
  return tap("lead.to_deal");
};
/** Somebody who has the id of Ana's lead from elsewhere. */
const press = async (personId: string) => {
  const { records: store, gate, clock } = world.ringside;
  const person = (await read().people.get(personId)) as Person;
  const workdays = { isWorkday: () => true };
  const services = { store, gate, clock, workdays, contractFiles: { latest: async () => [] } };
  const effect = await askFromLead(services, { person, params: { leadId: "led_1" } });
  return (await store.write((unit) => effect(unit))).toast ?? "";
};
const told = "make Acme a deal: 50k, demo next Wednesday, they sign on 31 December 2026";
const dealsOf = (leadId = "led_1") => read().deals.find({ leadId });
const lead = (id = "led_1") => read().leads.get(id);

describe("a lead becomes a deal", () => {
  beforeEach(() => open());

  it("on one confirm, with what was said, what the lead says, and one customer", async () => {
    await say(told);
    expect(await last()).toContain("Make Wang Li · Acme Medical a deal?");
    expect(await dealsOf()).toEqual([]);
    expect((await tap("update.confirm")).toast).toBe("Wang Li · Acme Medical is a deal now");
    const [deal, ...others] = await dealsOf();
    expect(others).toEqual([]);
    expect(deal).toMatchObject({
      ...{ name: "Acme Medical", accountId: "acc_acme", ownerId: "per_ana", status: "open" },
      ...{ stage: "qualified", amount: 50_000, currency: "EUR", nextStep: "Demo" },
    });
    expect(await lead()).toMatchObject({ status: "converted", outcome: null, ownerId: "per_ana" });
    const [moved] = await read().stageChanges.find({ dealId: deal?.id ?? "" });
    expect(moved).toMatchObject({ from: null, to: "qualified" });
    const [step] = await read().nextActions.find({ dealId: deal?.id ?? "" });
    expect(step).toMatchObject({ contactId: "con_wang", accountId: "acc_acme" });
    await say("my leads");
    expect(await last()).not.toContain("Acme");
    await say("update Acme: demo on Friday");
    expect(await last()).toContain("Update Acme Medical?");
  });

  it("and is the lead again on undo, as if nothing had been", async () => {
    const before = await lead();
    await say(told);
    await tap("update.confirm");
    const [deal] = await dealsOf();
    expect(JSON.stringify(await tap("update.undo"))).toContain("is your lead again");
    expect(await dealsOf()).toEqual([]);
    expect(await read().stageChanges.find({ dealId: deal?.id ?? "" })).toEqual([]);
    expect(await read().nextActions.find({})).toEqual([]);
    expect(await lead()).toEqual({ ...before, updatedAt: expect.any(Number) });
    await say(told);
    await tap("update.confirm");
    expect(await dealsOf()).toHaveLength(1);
  });

  it("is not taken back once the deal or the lead changed", async () => {
    await say(told);
    await tap("update.confirm");
    await say("update Acme: budget confirmed");
    await tap("update.confirm");
    expect((await tap("update.undo", { nth: 1 })).toast).toContain("Not taken back");
    await tap("update.undo");
    await world.ringside.records.write(async (unit) => {
      const held = await unit.leads.get("led_1");
      if (held) await unit.putRecords("lead", [{ ...held, updatedAt: unit.now }]);
    });
    expect((await tap("update.undo", { nth: 1 })).toast).toContain("Not taken back");
    expect(await dealsOf()).toHaveLength(1);
  });

  it("once, however often and on however many cards it is confirmed", async () => {
    await say(told);
    await say("qualified Wang Li: 60k, call on Friday, closing 31 December 2026");
    await tap("update.confirm", { nth: 1 });
    expect((await tap("update.confirm", { nth: 1 })).toast).toContain("written already");
    expect((await tap("update.confirm")).toast).toContain("is a deal already");
    expect(await dealsOf()).toMatchObject([{ amount: 50_000 }]);
    await say("make Acme a deal");
    expect(await last()).toContain("is a deal already: Acme Medical");
  });

  it("once, though two cards are confirmed in the same moment", async () => {
    await say(told);
    await say(told);
    const both = await Promise.all([tap("update.confirm"), tap("update.confirm", { nth: 1 })]);
    expect(both.map(({ toast }) => toast).sort()).toEqual([
      expect.stringContaining("is a deal already"),
      expect.stringContaining("is a deal now"),
    ]);
    expect(await dealsOf()).toHaveLength(1);
  });

  it("takes the lead's budget for the amount where nobody named one", async () => {
    const told = { budget: 20_000, currency: "CNY", budgetStatus: "estimated" } as const;
    await addLead("led_2", { contactId: null, accountId: null, title: "Walk-in", ...told });
    await tapLead("Walk-in");
    expect(await last()).toContain("Make Walk-in a deal?");
    expect(await last()).toContain("not known yet");
    const values = { nextStep: "Demo", nextStepDate: "2026-12-02", closeDate: "2026-12-31" };
    await fillIn(values);
    expect(await dealsOf("led_2")).toMatchObject([
      { name: "Walk-in", amount: 20_000, currency: "CNY", budgetStatus: "estimated" },
    ]);
  });

  it("without an amount where its contract asks for none, and never with one that cannot be", async () => {
    await say("qualified Wang Li");
    const later = { nextStep: "Demo", nextStepDate: "2026-12-02" };
    expect((await fillIn(later)).errors).toHaveProperty("closeDate");
    await tap("update.correct");
    const all = { ...later, closeDate: "2026-12-31", stage: "qualified" };
    const wrong = await tap("update.confirm", { values: { ...all, amount: -1, currency: "ZZZ" } });
    expect(wrong.errors).toMatchObject({
      amount: expect.stringContaining("above 0"),
      currency: expect.stringContaining("Three letters"),
    });
    const huge = await tap("update.confirm", { values: { ...all, amount: 1e12 } });
    expect(huge.errors).toHaveProperty("amount");
    expect(await dealsOf()).toEqual([]);
    await tap("update.confirm", { values: { ...all, name: "Forty seats" } });
    expect(await dealsOf()).toMatchObject([{ name: "Forty seats", amount: null }]);
  });

  it("is refused for a lead that is not theirs, not accepted, or given back meanwhile", async () => {
    await say("make Acme a deal", "per_lei");
    expect(await last("per_lei")).toContain("没有找到您已接受的这条线索");
    expect(await press("per_lei")).toContain("这条线索不属于您");
    await expect(press("per_bob")).rejects.toMatchObject({ code: "forbidden" });
    expect(await press("per_mia")).toContain("not yours");
    await say(told);
    await world.ringside.records.write(async (unit) => {
      const held = await unit.leads.get("led_1");
      if (held) await unit.putRecords("lead", [{ ...held, ownerId: null, status: "new" }]);
    });
    expect((await tap("update.confirm")).toast).toContain("not yours, or it is closed");
    expect(await dealsOf()).toEqual([]);
    expect(await lead()).toMatchObject({ status: "new" });
  });

  it("waits until its rep accepted it", async () => {
    await world.add("account", "acc_beta", { name: "Beta Retail" });
    await world.arrives("led_2", { accountId: "acc_beta", contactId: null });
    const [offer] = await read().assignments.find({ leadId: "led_2", state: "offered" });
    const repId = offer?.repId ?? "";
    await say("make Beta a deal", repId);
    expect(await last(repId)).toMatch(/accept it first|请先接受/);
    expect(await dealsOf("led_2")).toEqual([]);
  });

  it("asks which where words fit several, and knows “it” for the one shown last", async () => {
    await world.add("contact", "con_zai", { name: "Zainab Khan", accountId: "acc_acme" });
    await addLead("led_2", { contactId: "con_zai" });
    await say("make Acme a deal");
    expect(await last()).toContain("Which lead became a deal?");
    await say("qualified Zainab");
    expect(await last()).toContain("Make Zainab Khan · Acme Medical a deal?");
    await say("new deal");
    expect(await last()).toContain("Which lead became a deal?");
    await world.ringside.records.write((unit) =>
      unit.conversations.put({
        ...{ id: "per_ana", state: { lastLeadId: "led_1" }, updatedAt: unit.now },
      }),
    );
    await say("turn it into a deal");
    expect(await last()).toContain("Make Wang Li · Acme Medical a deal?");
  });

  it("is one with a deal that was there before, on a tap that can be taken back", async () => {
    const there = { name: "Seats", accountId: "acc_acme", ownerId: "per_ana" } as Partial<Deal>;
    await world.add("deal", "dea_1", { ...there, stage: "qualified" });
    await tapLead("Acme");
    expect(await last()).toContain("Is Wang Li · Acme Medical one of your open deals?");
    expect((await tap("lead.link")).toast).toContain("is one with Seats · Acme Medical");
    expect(await dealsOf()).toMatchObject([{ id: "dea_1" }]);
    expect(await lead()).toMatchObject({ status: "converted" });
    expect((await tap("lead.link")).toast).toContain("is a deal already");
    expect((await tap("lead.unlink")).toast).toContain("is your lead again");
    expect((await lead())?.status).toBe("accepted");
    expect((await read().deals.get("dea_1"))?.leadId).toBeNull();
    await tap("lead.to_deal");
    expect(await last()).toContain("Make Wang Li · Acme Medical a deal?");
  });

  it("is only a note where its rep says so, or says nothing that a deal has", async () => {
    await say("Acme: quote for 50k is out, demo next Wednesday");
    expect(await last()).toContain("Make Wang Li · Acme Medical a deal?");
    await tap("update.note");
    expect(await last()).toContain("This lead is no deal yet");
    expect((await tap("update.confirm")).toast).toContain("closed already");
    await say("just spoke to Acme, nice people");
    expect(await last()).toContain("This lead is no deal yet");
    expect(await dealsOf()).toEqual([]);
  });
});
