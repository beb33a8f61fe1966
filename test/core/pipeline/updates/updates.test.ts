import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deal, Person } from "../../../../src/core/model.ts";
import { toStandings } from "../../../../src/core/pipeline/contracts/standing.ts";
import { offerUpdate, sayUpdate } from "../../../../src/core/pipeline/updates/say-update.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

let world: World;
let ana: Person;
beforeEach(async () => {
  world = await createWorld();
  const deal = { name: "Seats", accountId: "acc_acme", ownerId: "per_ana", stage: "qualified" };
  await world.add("deal", "dea_1", { ...(deal as Partial<Deal>), budgetStatus: "estimated" });
  ana = (await world.ringside.records.read.people.get("per_ana")) as Person;
});
afterEach(() => world.close());

const say = async (words: string, personId = "per_ana") => {
  await world.ringside.localChat.say(personId, words, randomUUID());
  await world.passes(1_000);
};
const cards = async (personId = "per_ana") => {
  const messages = await world.ringside.localChat.transcript(personId, { limit: 50 });
  return messages
    .filter(({ author }) => author === "ringside")
    .map(({ body }) => JSON.stringify(body));
};
/** Presses the newest button that leads to this. */
const tap = async (action: string, personId = "per_ana") => {
  const armed = await world.ringside.records.read.armedActions.find(
    { action, personId },
    { order: { by: "id", descending: true }, limit: 1 },
  );
  const outcome = await world.ringside.localChat.tap(personId, armed[0]?.id ?? "", randomUUID());
  await world.passes(1_000);
  return outcome;
};
const dealNow = () => world.ringside.records.read.deals.get("dea_1");
const budgetOf = async () => {
  const where = { kind: "deal", recordId: "dea_1", field: "budgetStatus" };
  const values = await world.ringside.records.read.fieldValues.find(where);
  const standing = toStandings(values, new Map([["per_ana", "rep"]])).get("budgetStatus");
  return { status: standing?.status, source: standing?.source };
};

describe("taking an update back", () => {
  it("gives a field the standing it had, not only its value", async () => {
    const before = { deal: await dealNow(), budget: await budgetOf() };
    expect(before.budget).toEqual({ status: "estimated", source: "test" });
    await say("update Acme: the budget is approved, demo on Friday");
    await tap("update.confirm");
    expect((await dealNow())?.budgetStatus).toBe("confirmed");
    expect((await budgetOf()).status).toBe("verified");
    await tap("update.undo");
    expect(await dealNow()).toEqual(before.deal);
    expect(await budgetOf()).toEqual(before.budget);
  });

  it("brings back the reminder of the update before, and is too late after ten minutes", async () => {
    await say("update Acme: demo on Friday");
    await tap("update.confirm");
    const [first] = await world.ringside.records.read.nextActions.find({});
    await say("update Acme: meeting on Thursday");
    await tap("update.confirm");
    const second = await world.ringside.records.read.nextActions.find({ state: "snoozed" });
    expect(second.map(({ action }) => action)).toEqual(["Meeting"]);
    await tap("update.undo");
    expect(await world.ringside.records.read.nextActions.find({})).toEqual([first]);
    await say("update Acme: call on Thursday");
    await tap("update.confirm");
    await world.passes(11 * 60_000);
    expect((await tap("update.undo")).toast).toContain("more than 10 minutes ago");
  });
});

describe("a draft", () => {
  it("takes a dropped file as what its move rests on", async () => {
    await say("update Acme: quote sent, 50k EUR, budget confirmed, Wang Li decides by Friday");
    expect((await cards()).at(-1)).toContain("or a meeting");
    const bytes = new TextEncoder().encode("%PDF");
    const file = { name: "quote.pdf", mediaType: "application/pdf", bytes };
    await world.ringside.localChat.drop("per_ana", file, "", randomUUID());
    await world.passes(1_000);
    const [card, told] = await cards();
    expect(card).toContain("Rests on: a file");
    expect(card).not.toContain("or a meeting");
    expect(told).toContain("stands behind your update");
    await world.ringside.localChat.drop("per_ana", file, "", randomUUID());
    await world.passes(1_000);
    expect((await cards()).at(-1)).toContain("quote.pdf");
  });

  it("writes nothing while nothing is known, and is nobody else's", async () => {
    await say("just spoke to Acme");
    expect((await cards()).at(-1)).toContain("How did it go with Seats · Acme Medical?");
    const [draft] = await world.ringside.records.read.stageUpdates.find({});
    expect(draft).toMatchObject({ dealId: "dea_1", state: "draft", personId: ana.id });
    await say("更新 Acme：报价已发", "per_lei");
    expect((await cards("per_lei")).at(-1)).toContain("没有可以更新的未结商机");
    expect((await dealNow())?.stage).toBe("qualified");
  });

  it("of a deal that was given away meanwhile is refused", async () => {
    await say("update Acme: demo on Friday");
    await world.ringside.records.write((unit) =>
      world.ringside.gate.apply(unit, {
        ...{ by: { kind: "ringside" }, via: "job", source: "crm" },
        changes: [{ kind: "deal", id: "dea_1", set: { ownerId: "per_lei" } }],
      }),
    );
    expect((await tap("update.confirm")).toast).toContain("not yours");
    expect((await dealNow())?.nextStep).toBeNull();
  });

  it("of a manager counts for the subtree, and reminds the owner", async () => {
    await say("update Acme: demo on Friday", "per_mia");
    await tap("update.confirm", "per_mia");
    expect((await dealNow())?.nextStep).toBe("Demo");
    const [action] = await world.ringside.records.read.nextActions.find({});
    expect(action?.personId).toBe("per_ana");
  });
});

describe("what asks for an update", () => {
  const services = () => {
    const { records: store, gate, clock } = world.ringside;
    const workdays = { isWorkday: () => true };
    return { store, gate, clock, workdays, contractFiles: { latest: async () => [] } };
  };

  it("is a picked message, which then stands behind the move", async () => {
    const words = "Acme: we sent the quote, 50k EUR";
    const effect = await sayUpdate(services(), { person: ana, words, isForwarded: true });
    await world.ringside.records.write(effect);
    const [draft] = await world.ringside.records.read.stageUpdates.find({});
    expect(draft?.understood.values.stage).toBe("proposal");
    expect(draft?.understood.evidence).toEqual([
      { kind: "message", ref: draft?.understood.messages[0]?.id },
    ]);
    expect(await world.ringside.records.read.nudges.count({})).toBe(0);
  });

  it("is a tapped call, which takes nothing of the budget", async () => {
    await say("update Acme: call on Friday");
    await tap("update.confirm");
    await world.passes(5 * 86_400_000);
    expect((await cards()).join()).toContain("Call now");
    expect((await tap("update.call")).toast).toContain("one sentence when you hang up");
    expect((await cards()).at(-1)).toContain("How did it go with Seats · Acme Medical?");
    const kind = "stage_card";
    expect(await world.ringside.records.read.nudges.count({ kind })).toBe(0);
    await say("they sign next Wednesday");
    const [draft] = await world.ringside.records.read.stageUpdates.find({ state: "draft" });
    expect(draft).toMatchObject({ dealId: "dea_1", text: "they sign next Wednesday" });
  });

  it("is not a customer's sentence, nor noise: those stay a choice", async () => {
    for (const words of ["uh hm mumble", "Your price is 20% above Contoso"]) {
      expect(await offerUpdate(services(), { person: ana, words })).toBeUndefined();
    }
    const bob = (await world.ringside.records.read.people.get("per_bob")) as Person;
    expect(await offerUpdate(services(), { person: bob, words: "Acme: won" })).toBeUndefined();
    await expect(sayUpdate(services(), { person: bob, words: "Acme: won" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
