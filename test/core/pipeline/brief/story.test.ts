import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { visibleCustomers } from "../../../../src/core/customers/find-customers.ts";
import type { Deal, Person } from "../../../../src/core/model.ts";
import { gatherStory } from "../../../../src/core/pipeline/brief/story.ts";
import type { Call } from "../../../../src/core/training/calls/call.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  const lead = { contactId: "con_wang", accountId: "acc_acme", status: "converted" } as const;
  const deal = { accountId: "acc_acme", stage: "qualified" } as Partial<Deal>;
  await world.add("lead", "led_a", { ...lead, title: "A", ownerId: "per_ana" });
  await world.add("deal", "dea_a", { ...deal, name: "Seats", leadId: "led_a", ownerId: "per_ana" });
  await world.add("lead", "led_l", { ...lead, title: "L", ownerId: "per_lei" });
  await world.add("deal", "dea_l", { ...deal, name: "续约", leadId: "led_l", ownerId: "per_lei" });
});
afterEach(() => world.close());

const say = async (personId: string, words: string) => {
  await world.ringside.localChat.say(personId, words, randomUUID());
  await world.passes(60_000);
};
const storyFor = async (personId: string) => {
  const { events, clock, records } = world.ringside;
  const { read } = records;
  const reader = (await read.people.get(personId)) as Person;
  const [customer] = await visibleCustomers(read, reader);
  if (!customer) throw new Error(`${personId} has no customer`);
  const about = { customer, deal: await read.deals.get("dea_a"), reader };
  return gatherStory({ read, events, now: clock() }, about);
};

describe("what is on record with a customer", () => {
  it("leaves out what a colleague noted on a deal of theirs, though the person is the same", async () => {
    await say("per_ana", "note Seats: I promised them a trial");
    await say("per_lei", "备注 续约：答应给他们九折");
    expect((await storyFor("per_ana")).notes.map(({ text }) => text)).toEqual([
      "I promised them a trial",
    ]);
    expect((await storyFor("per_mia")).notes).toHaveLength(2);
  });

  it("holds calls of the reader alone: a manager sees none of a rep's", async () => {
    const analysis = { objections: [{ quote: "too expensive", isMet: false, answer: null }] };
    const call = {
      ...{ id: "cal_1", personId: "per_ana", contactId: "con_wang", dealId: "dea_a" },
      ...{ source: "transcript", toldHow: "announced", analysis, at: testNow },
      ...{ transcript: {}, heldUntil: testNow + 1e9, consentedAt: testNow },
    } as unknown as Call;
    await world.ringside.records.write((unit) => unit.calls.put(call));
    const own = await storyFor("per_ana");
    expect(own.heard).toMatchObject([{ text: "too expensive", basis: { kind: "call" } }]);
    const managers = await storyFor("per_mia");
    expect(managers.calls).toEqual([]);
    expect(managers.heard).toEqual([]);
  });

  it("reads a customer's own words out of messages, and forgets those that were taken back", async () => {
    const words = { type: "message.received", source: "email", props: { text: "No budget" } };
    await world.ringside.events.append([aTouch("tch_m", testNow - 1, words)]);
    await say("per_ana", "attach to Seats: the price is too high");
    expect((await storyFor("per_ana")).heard.map(({ basis }) => basis.kind)).toEqual([
      "words",
      "wrote",
    ]);
    const [armed] = await world.ringside.records.read.armedActions.find(
      { action: "note.undo", personId: "per_ana" },
      { order: { by: "createdAt", descending: true }, limit: 1 },
    );
    await world.ringside.localChat.tap("per_ana", armed?.id ?? "", randomUUID());
    await world.passes(60_000);
    expect((await storyFor("per_ana")).heard.map(({ basis }) => basis.kind)).toEqual(["wrote"]);
  });
});
