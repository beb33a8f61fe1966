// A lead becomes a deal where a CRM keeps deals, or begins to: nothing is doubled, and nothing made that is not written there.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import type { Lead } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import { firstSync } from "../../src/core/pipeline/write-back/coming-in/first-sync.ts";
import { type CrmConnection, mappingSchema } from "../../src/core/pipeline/write-back/mapping.ts";
import { createHubSpot } from "../../src/crm/hubspot/connector.ts";
import { type CrmServer, keep } from "../emulators/crm/faulty.ts";
import { startHubSpot } from "../emulators/crm/hubspot.ts";
import { testNow } from "../helpers/people.ts";
import { createWorld, type World } from "../helpers/world.ts";

let world: World;
let crm: CrmServer;
let connection: CrmConnection;
beforeEach(async () => {
  crm = await startHubSpot();
  crm.users.push({ id: "71", email: "ana@ringside.example" });
  const connector = createHubSpot({ token: "pat-good", clock: () => testNow, baseUrl: crm.url });
  connection = { name: "hubspot", mapping, connector };
});
afterEach(async () => {
  await world.close();
  await crm.close();
});

const mapping = mappingSchema.parse({
  crm: "hubspot",
  records: {
    lead: { object: "leads", fields: { ownerId: "hubspot_owner_id" } },
    deal: {
      ...{ object: "deals", create: true },
      fields: { name: "dealname", amount: "amount", ownerId: "hubspot_owner_id" },
    },
  },
});

/** Ana has accepted the lead of Wang Li at Acme. */
async function open(connected: CrmConnection[]): Promise<void> {
  world = await createWorld([], { crm: connected });
  const email = "ana@ringside.example";
  const known: Change = { kind: "person", id: "per_ana", set: { email } };
  const by = { by: operator, via: "import", source: "test" } as const;
  await world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, { ...by, changes: [known] }),
  );
  const held = { ownerId: "per_ana", status: "accepted", title: "Acme" } as const;
  const lead = { ...held, contactId: "con_wang", accountId: "acc_acme" };
  await world.add("lead", "led_1", lead as Partial<Lead>);
}
const read = () => world.ringside.records.read;
const say = async (words: string) => {
  await world.ringside.localChat.say("per_ana", words, randomUUID());
  await world.ringside.drain();
};
const cards = async (): Promise<string[]> => {
  const messages = await world.ringside.localChat.transcript("per_ana", { limit: 50 });
  return messages
    .filter(({ author }) => author === "ringside")
    .map(({ body }) => JSON.stringify(body));
};
const last = async () => (await cards()).at(-1);
const tap = async (action: string) => {
  const newest = { order: { by: "id", descending: true }, limit: 1 } as const;
  const [armed] = await read().armedActions.find({ action, personId: "per_ana" }, newest);
  const outcome = await world.ringside.localChat.tap("per_ana", armed?.id ?? "", randomUUID());
  await world.ringside.drain();
  return outcome;
};
const sync = async () => {
  const services = { ...world.ringside, store: world.ringside.records };
  for await (const _page of firstSync(connection, services));
};
const dealThere = (id: string, dealname: string) => {
  const values = { dealname, amount: 70_000, hubspot_owner_id: "71" };
  keep(crm, "deals", { id, values, changedAt: testNow });
};

describe("with a CRM that keeps deals", () => {
  it("it is made there, and one with the lead on a tap once it is here", async () => {
    await open([connection]);
    await say("make Acme a deal, 50k, demo next Wednesday");
    expect(await last()).toContain("Make the deal of Wang Li · Acme Medical in HubSpot");
    expect(await read().deals.count({})).toBe(0);
    await say("Acme: the quote for 50k is out");
    expect(await last()).toContain("This lead is no deal yet");

    dealThere("9", "Acme 40 seats");
    await sync();
    await tap("lead.to_deal");
    expect((await cards())[0]).toContain("This may be it:");
    expect((await tap("lead.link")).toast).toContain("it is one with Acme 40 seats");
    expect(await read().deals.find({})).toMatchObject([
      { leadId: "led_1", accountId: "acc_acme", amount: 70_000, ownerId: "per_ana" },
    ]);
    expect(await read().leads.get("led_1")).toMatchObject({ status: "converted" });
  });

  it("a card that was drawn before it was connected makes nothing either", async () => {
    await open([]);
    await say("make Acme a deal, 50k, demo next Wednesday, they sign on 31 December 2026");
    const { dataDir } = world.ringside;
    await world.close();
    world = await createWorld([], { crm: [connection], dataDir });
    expect((await tap("update.confirm")).toast).toContain("deals are made in HubSpot");
    expect(await read().deals.count({})).toBe(0);
  });
});

describe("with a CRM that is connected later", () => {
  it("a deal made here is the one of that name there, and its lead stays closed", async () => {
    await open([]);
    await say("make Acme a deal, 50k, demo next Wednesday, they sign on 31 December 2026");
    await tap("update.confirm");
    const [made] = await read().deals.find({});
    const link = { kind: "lead", recordId: "led_1", source: "crm:hubspot", externalId: "1" };
    await world.ringside.records.write((unit) =>
      unit.externalIds.put({ ...link, id: "ext_1", createdAt: unit.now }),
    );
    crm.users.push({ id: "72", email: "lei@ringside.example" });
    keep(crm, "leads", { id: "1", values: { hubspot_owner_id: "71" }, changedAt: testNow });
    dealThere("9", "ACME Medical");
    dealThere("10", "Acme Medical · Renewal");
    await sync();
    await sync();
    expect(await read().deals.count({})).toBe(2);
    expect(await read().deals.get(made?.id ?? "")).toMatchObject({ leadId: "led_1" });
    const links = await read().externalIds.find({ recordId: made?.id ?? "" });
    expect(links.map(({ source, externalId }) => [source, externalId])).toEqual([
      ["lead", "led_1"],
      ["crm:hubspot", "9"],
    ]);
    expect(await read().leads.get("led_1")).toMatchObject({ status: "converted" });
    expect((await tap("update.undo")).toast).toContain("Not taken back");
  });
});
