// A model's answer that crosses something its person does: what they confirmed is what they saw.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../../../../../src/core/model.ts";
import { setConsent } from "../../../../../src/core/people/consent.ts";
import { sayUpdate } from "../../../../../src/core/pipeline/updates/saying/say-update.ts";
import { runSecond } from "../../../../../src/core/pipeline/updates/second/read-along.ts";
import type { ReadAlong } from "../../../../../src/core/pipeline/updates/second/reader.ts";
import { createWorld, type World } from "../../../../helpers/world.ts";

let world: World;
let ana: Person;
const readAlong: ReadAlong = {
  endpoint: { host: "model.example", model: "small-model" },
  read: async () => ({
    reading: {
      deal: 1,
      facts: [
        { field: "amount", value: 40_000, quote: "50k EUR" },
        { field: "nextStep", value: "meeting", quote: "demo" },
      ],
    },
  }),
};
const services = () => {
  const { records: store, gate, clock } = world.ringside;
  const workdays = { isWorkday: () => true };
  return { store, gate, clock, workdays, readAlong, contractFiles: { latest: async () => [] } };
};
const agree = (isAgreed: boolean) =>
  world.ringside.records.write((unit) =>
    setConsent(unit, { person: ana, purpose: "update_model", agree: isAgreed }),
  );

beforeEach(async () => {
  world = await createWorld();
  await world.add("deal", "dea_1", {
    ...{ name: "Seats", accountId: "acc_acme", ownerId: "per_ana" },
    ...{ stage: "qualified", currency: "EUR" },
  });
  ana = (await world.ringside.records.read.people.get("per_ana")) as Person;
  await agree(true);
  const words = "Acme: the budget is 50k EUR, demo on Friday";
  await world.ringside.records.write(await sayUpdate(services(), { person: ana, words }));
});
afterEach(() => world.close());

const draft = async () => {
  const [found] = await world.ringside.records.read.stageUpdates.find({});
  if (!found) throw new Error("no update");
  return found;
};
const asked = async () => runSecond({ updateId: (await draft()).id, dealId: "dea_1" }, services());
const refsOf = async (action: string) => {
  const armed = await world.ringside.records.read.armedActions.find(
    { action, personId: "per_ana" },
    { order: { by: "id", descending: true } },
  );
  return armed.map(({ id }) => id);
};
const press = (ref = "") => world.ringside.localChat.tap("per_ana", ref, randomUUID());
const deal = () => world.ringside.records.read.deals.get("dea_1");

describe("an answer of the model", () => {
  it("after the confirm changes nothing", async () => {
    const late = await asked();
    await press((await refsOf("update.confirm"))[0]);
    const confirmed = await draft();
    await world.ringside.records.write(late);
    expect(await draft()).toEqual(confirmed);
    expect(await deal()).toMatchObject({ amount: 50_000, nextStep: "Demo" });
  });

  it("that overtakes a tap on the card before it leaves our reading to that tap", async () => {
    const [confirm] = await refsOf("update.confirm");
    await world.ringside.records.write(await asked());
    expect((await draft()).understood.values.amount).toBeUndefined();
    await press(confirm);
    expect(await deal()).toMatchObject({ amount: 50_000, nextStep: "Demo" });
  });

  it("leaves out what is not chosen, from a tap on the card that shows it", async () => {
    await world.ringside.records.write(await asked());
    await press((await refsOf("update.confirm"))[0]);
    const { amount, nextStep, nextStepDate } = (await deal()) ?? {};
    expect([amount, nextStep]).toEqual([null, null]);
    expect(nextStepDate).toBeGreaterThan(0);
  });

  it("says what of the deal changed since the card was shown", async () => {
    await world.ringside.records.write((unit) =>
      world.ringside.gate.apply(unit, {
        ...{ by: { kind: "ringside" }, via: "job", source: "crm" },
        changes: [{ kind: "deal", id: "dea_1", set: { competitor: "Contoso" } }],
      }),
    );
    await world.ringside.records.write(await asked());
    await world.ringside.drain();
    const shown = await world.ringside.localChat.transcript("per_ana", { limit: 20 });
    expect(JSON.stringify(shown.at(-1)?.body)).toContain("Competitor: nothing → Contoso");
  });

  it("is not asked for once the consent is withdrawn", async () => {
    await agree(false);
    await world.ringside.records.write(await asked());
    const { second, values } = (await draft()).understood;
    expect(second).toMatchObject({ state: "silent", open: [] });
    expect(values.amount).toBe(50_000);
  });
});
