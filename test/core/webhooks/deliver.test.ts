import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  addHere,
  listHere,
  removeHere,
  resumeHere,
  testHere,
} from "../../../src/commands/operate/webhooks/webhooks-here.ts";
import { operator } from "../../../src/core/people/actor.ts";
import { webhookEvents } from "../../../src/core/webhooks/event.ts";
import { mostAttempts } from "../../../src/core/webhooks/retry.ts";
import { createApiKey, revokeApiKey } from "../../../src/web/keys.ts";
import { addWebhook } from "../../../src/web/webhooks/manage.ts";
import { testNow } from "../../helpers/people.ts";
import { openReceiver, type Receiver, told } from "../../helpers/receiver.ts";
import { createWorld, type World } from "../../helpers/world.ts";

let world: World;
let receiver: Receiver;
beforeEach(async () => {
  world = await createWorld();
  receiver = await openReceiver();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
  await receiver.close();
});

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const add = (events: readonly string[] = webhookEvents) =>
  addHere({ url: receiver.url, events: [...events], allowPrivate: true }, world.ringside);
const types = () => receiver.got.map((one) => told(one).type);
const list = async () => (await listHere(world.ringside)).webhooks;

/** A lead that a source brings, as the CRM does. */
async function brings(id: string, set: object = {}): Promise<void> {
  await world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: operator, via: "source", source: "crm:test" },
      changes: [{ kind: "lead", id, create: true, set: { title: "Secret Customer", ...set } }],
    }),
  );
}

describe("webhooks", () => {
  it("tell of a lead from its arrival to its acceptance, signed, in ids alone", async () => {
    const { secret } = await add();
    await brings("led_1", { contactId: "con_wang", accountId: "acc_acme" });
    await world.arrives("led_2");
    const { localChat } = world.ringside;
    const [offer] = await world.ringside.records.read.assignments.find({ leadId: "led_2" });
    const repId = offer?.repId ?? "";
    const refs = await world.ringside.records.read.armedActions.find({
      ...{ personId: repId, action: "lead.accept" },
    });
    await localChat.tap(repId, refs[0]?.id ?? "", "press-1");
    await world.ringside.drain();

    expect(types()).toEqual(["lead.created", "lead.assigned", "lead.accepted"]);
    const [, assigned, accepted] = receiver.got.map(told);
    expect(assigned?.data).toEqual({ leadId: "led_2", assignmentId: offer?.id, repId });
    expect(accepted?.data).toEqual({ leadId: "led_2", ownerId: repId });
    vi.useFakeTimers({ toFake: ["Date"], now: testNow });
    for (const { headers, body } of receiver.got) {
      const verified = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(verified).toEqual(JSON.parse(body));
      expect(body).not.toMatch(/Secret|Wang|Acme|seats/);
    }
    expect(() =>
      new Webhook(secret).verify("{}", receiver.got[0]?.headers as Record<string, string>),
    ).toThrow();
  });

  it("tell of deals that move, and of nothing that did not happen", async () => {
    await add();
    const { records, gate } = world.ringside;
    const by = { by: operator, via: "source", source: "crm:test" } as const;
    const create = { kind: "deal", id: "dea_1", create: true, set: { name: "Acme" } } as const;
    await records.write((unit) => gate.apply(unit, { ...by, changes: [create] }));
    const move = { kind: "deal", id: "dea_1", set: { stage: "qualified" as const } } as const;
    const undone = records.write(async (unit) => {
      await gate.apply(unit, { ...by, changes: [move] });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await records.write((unit) => gate.apply(unit, { ...by, changes: [move] }));
    // Files tell of what happened elsewhere.
    await world.add("deal", "dea_2", { name: "Old" });
    await world.ringside.drain();
    expect(types()).toEqual(["deal.created", "deal.stage_changed"]);
    expect(told(receiver.got[1] as never).data).toEqual({
      ...{ dealId: "dea_1", ownerId: null, stage: "qualified", from: "new" },
    });
  });

  it("are sent again under the same id until they arrive, and the others behind them", async () => {
    const { id } = await add(["lead.created"]);
    receiver.answer = () => ({ status: 503 });
    await brings("led_1");
    await world.ringside.drain();
    await brings("led_2");
    await world.ringside.drain();
    // While nothing arrives, what is new does not knock.
    expect(receiver.got).toHaveLength(1);
    await world.passes(5_000);
    expect(receiver.got).toHaveLength(2);
    expect(await list()).toMatchObject([
      { id, waiting: 2, error: "answered 503", failingSince: testNow },
    ]);
    receiver.answer = () => ({ status: 200 });
    await world.passes(hourMs);
    const ids = (leadId: string) =>
      receiver.got
        .filter((one) => told(one).data.leadId === leadId)
        .map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids("led_1")).size).toBe(1);
    expect(new Set(ids("led_2")).size).toBe(1);
    expect(await list()).toMatchObject([
      { waiting: 0, error: null, failingSince: null, state: "on" },
    ]);
  });

  it("wait as long as the receiver asks", async () => {
    await add(["lead.created"]);
    receiver.answer = () => ({ status: 429, headers: { "retry-after": "3600" } });
    await brings("led_1");
    await world.ringside.drain();
    receiver.answer = () => ({ status: 200 });
    await world.passes(hourMs - minuteMs);
    expect(receiver.got).toHaveLength(1);
    await world.passes(minuteMs);
    expect(receiver.got).toHaveLength(2);
  });

  it("that refuse one event alone let the others through, and drop it in the end", async () => {
    await add(["lead.created"]);
    receiver.answer = (one) => ({ status: told(one).data.leadId === "led_bad" ? 400 : 200 });
    await brings("led_bad");
    await world.ringside.drain();
    const { read, write } = world.ringside.records;
    const [bad] = await read.webhookMessages.find({ attempts: 1 });
    await write((unit) =>
      unit.webhookMessages.update(bad?.id ?? "", { attempts: mostAttempts - 2 }),
    );
    for (const id of ["led_1", "led_2"]) {
      await brings(id);
      await world.passes(9 * hourMs);
    }
    expect(await read.webhookMessages.get(bad?.id ?? "")).toMatchObject({
      ...{ state: "dropped", attempts: mostAttempts, error: "answered 400" },
    });
    expect(receiver.got.map((one) => told(one).data.leadId)).toEqual([
      "led_bad",
      "led_1",
      "led_bad",
      "led_2",
      "led_bad",
    ]);
    expect(await list()).toMatchObject([{ state: "on", waiting: 0 }]);
  });

  it("are switched off after five days of nothing, with one card, and go on where they stopped", async () => {
    const { id } = await add(["lead.created"]);
    receiver.answer = () => ({ status: 500 });
    await brings("led_1");
    for (const hours of [0, 25, 25, 25, 25, 25]) await world.passes(hours * hourMs);
    expect(await list()).toMatchObject([{ state: "off", waiting: 1 }]);
    const nudges = await world.ringside.records.read.nudges.find({ kind: "crm" });
    expect(nudges.map(({ personId }) => personId)).toEqual(["per_mia"]);
    expect(JSON.stringify(nudges[0]?.card)).toMatch(
      /127\.0\.0\.1:\d+ is switched off.*answered 500/,
    );
    expect(JSON.stringify(nudges[0]?.card)).toContain(`webhooks resume --id ${id}`);
    const tries = receiver.got.length;
    await brings("led_2");
    await world.passes(24 * hourMs);
    expect(receiver.got).toHaveLength(tries);

    receiver.answer = () => ({ status: 200 });
    await resumeHere({ id }, world.ringside);
    await world.ringside.drain();
    expect(told(receiver.got.at(-1) as never).data).toEqual({ leadId: "led_1", ownerId: null });
    expect(await list()).toMatchObject([{ state: "on", waiting: 0 }]);
  });

  it("are off at once where the receiver says that it is gone, and never follow it elsewhere", async () => {
    await add(["lead.created"]);
    receiver.answer = () => ({ status: 307, headers: { location: `${receiver.url}/elsewhere` } });
    await brings("led_1");
    await world.ringside.drain();
    expect(receiver.got.map(({ path }) => path)).toEqual(["/hooks"]);
    receiver.answer = () => ({ status: 410 });
    await world.passes(minuteMs);
    expect(await list()).toMatchObject([{ state: "off", error: "answered 410" }]);
  });

  it("of a key hear of what it may see, and end with it", async () => {
    const { records } = world.ringside;
    const made = await records.write(async (unit) => {
      const scopes = ["leads:read", "webhooks:write"];
      const { id } = await createApiKey(unit, { name: "ana's", scopes, person: "per_ana" });
      const key = await unit.apiKeys.get(id);
      const events = ["lead.created"];
      const given = { url: receiver.url, events, allowPrivate: true, ...(key ? { key } : {}) };
      return (await addWebhook(unit, (plain) => plain, given)).webhook.id;
    });
    await records.write((unit) => unit.webhooks.update(made, { secret: "unsealed" }));
    await brings("led_lei", { ownerId: "per_lei", status: "accepted" });
    await brings("led_ana", { ownerId: "per_ana", status: "accepted" });
    const waiting = await records.read.webhookMessages.find({ webhookId: made });
    expect(waiting.map(({ payload }) => payload.data.leadId)).toEqual(["led_ana"]);
    await world.ringside.drain();
    // A secret that cannot be opened is a failure like others, and says what to do.
    expect((await list())[0]?.error).toMatch(/connect again/i);
    await records.write((unit) => revokeApiKey(unit, "ana's"));
    await brings("led_more", { ownerId: "per_ana", status: "accepted" });
    expect(await list()).toMatchObject([{ state: "off", waiting: 1 }]);
    await expect(resumeHere({ id: made }, world.ringside)).rejects.toThrow(/revoked/);
  });

  it("can be tried, and taken out with what waits", async () => {
    const { id } = await add(["lead.created"]);
    expect(await testHere({ id }, world.ringside)).toMatchObject({
      arrived: true,
      answer: "answered 204",
    });
    expect(types()).toEqual(["webhook.test"]);
    receiver.answer = () => ({ status: 404 });
    expect(await testHere({ id }, world.ringside)).toMatchObject({ arrived: false });
    await brings("led_1");
    await removeHere({ id }, world.ringside);
    await world.ringside.drain();
    expect(await world.ringside.records.read.webhookMessages.count({})).toBe(0);
    await expect(testHere({ id }, world.ringside)).rejects.toThrow(/webhooks list/);
  });
});
