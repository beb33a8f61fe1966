import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deal, Lead, Person } from "../../../../src/core/model.ts";
import { toStandings } from "../../../../src/core/pipeline/contracts/standing.ts";
import {
  offerUpdate,
  sayForwarded,
  sayUpdate,
} from "../../../../src/core/pipeline/updates/saying/say-update.ts";
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
/** The reminder that came of the first update. */
const firstStep = async () => {
  const order = { by: "id" } as const;
  const [step] = await world.ringside.records.read.nextActions.find({}, { order });
  if (!step) throw new Error("There is no next step.");
  return step;
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

  it("brings back a reminder that had come, with the buttons on its card", async () => {
    await say("update Acme: demo on Friday");
    await tap("update.confirm");
    const first = await firstStep();
    await world.passes((first.snoozedTo ?? 0) - world.ringside.clock());
    const dones = async () => (await cards()).filter((card) => card.includes("action.done")).length;
    expect([(await firstStep()).state, await dones()]).toEqual(["open", 1]);
    await say("update Acme: meeting next Thursday");
    await tap("update.confirm");
    expect(await dones()).toBe(0);
    await tap("update.undo");
    expect([(await firstStep()).state, await dones()]).toEqual(["open", 1]);
  });

  it("brings a reminder at once whose hour came while it was replaced", async () => {
    await say("update Acme: demo on Friday");
    await tap("update.confirm");
    const { snoozedTo } = await firstStep();
    await world.passes((snoozedTo ?? 0) - 60_000 - world.ringside.clock());
    await say("update Acme: meeting next Thursday");
    await tap("update.confirm");
    await world.passes(120_000);
    await tap("update.undo");
    await world.passes(1_000);
    expect((await firstStep()).state).toBe("open");
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

  it("takes pasted words only by a tap, once, and not what is too short", async () => {
    await say("update Acme: quote sent, 50k EUR, budget confirmed, Wang Li decides by Friday");
    await say("ok");
    expect((await cards()).at(-1)).not.toContain("Is this what");
    await say("Thanks for the quote, we are fine with it");
    expect((await cards()).at(-1)).toContain("Is this what Seats · Acme Medical rests on?");
    const [before] = await world.ringside.records.read.stageUpdates.find({});
    expect(before?.understood.evidence).toEqual([]);
    await tap("update.prove");
    await tap("update.prove");
    const [after] = await world.ringside.records.read.stageUpdates.find({});
    expect(after?.understood.evidence).toHaveLength(1);
    await say("Thanks again, all is fine with us");
    expect((await cards()).at(-1)).not.toContain("Is this what");
    await tap("update.discard");
    expect((await tap("update.prove")).toast).toContain("closed already");
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

  it("is a forwarded message: what was added to it is the update and rests on it, else it is read itself", async () => {
    const forward = async (comment: string) => {
      const words = "Acme: we agree to the quote of 50k EUR";
      const effect = await sayForwarded(services(), { person: ana, words, comment });
      await world.ringside.records.write(effect);
      const latest = { order: { by: "id", descending: true }, limit: 1 } as const;
      const [draft] = await world.ringside.records.read.stageUpdates.find({}, latest);
      const { messages, evidence } = draft?.understood ?? { messages: [], evidence: [] };
      return { text: draft?.text, proof: messages[0]?.text, kinds: evidence.map((e) => e.kind) };
    };
    const words = "Acme: we agree to the quote of 50k EUR";
    const commented = { text: "Acme: quote sent", proof: words, kinds: ["message"] };
    expect(await forward("Acme: quote sent")).toEqual(commented);
    expect(await forward("fyi")).toEqual({ text: words, proof: words, kinds: ["message"] });
    expect(await forward("")).toEqual({ text: words, proof: words, kinds: ["message"] });
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

  it("is a stage with another fact, though no deal is named: the card asks which", async () => {
    const second = {
      name: "Renewal",
      accountId: "acc_acme",
      ownerId: "per_ana",
      stage: "qualified",
    };
    await world.add("deal", "dea_2", second as Partial<Deal>);
    await say("报价已发,预算50万,王总下周三给答复");
    expect((await cards()).at(-1)).toContain("Which deal is this about?");
    const [draft] = await world.ringside.records.read.stageUpdates.find({ state: "draft" });
    expect(draft).toMatchObject({ dealId: null, understood: { values: { stage: "proposal" } } });
  });

  it("is kept as a note, on a tap, where it names a lead that is no deal yet", async () => {
    const mine = { ownerId: "per_lei", status: "accepted" } as const;
    const lead = { title: "Acme", accountId: "acc_acme", language: "zh", selfSourced: false };
    await world.add("lead", "led_1", { ...lead, ...mine } as Partial<Lead>);
    await say("刚和 Acme 聊完，他们下周三要看演示", "per_lei");
    expect((await cards("per_lei")).at(-1)).toContain("这条线索还没有商机");
    await say("更新 蓝海：下周三演示", "per_lei");
    expect((await cards("per_lei")).at(-1)).toContain("没有可以更新的未结商机");
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
