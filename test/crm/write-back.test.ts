// The whole way: a change at the gate, the queue, the CRM, and back.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import { mappingSchema } from "../../src/core/pipeline/write-back/mapping.ts";
import { createHubSpot } from "../../src/crm/hubspot/connector.ts";
import { type CrmServer, changeThere, keep } from "../emulators/crm/faulty.ts";
import { startHubSpot } from "../emulators/crm/hubspot.ts";
import { testNow } from "../helpers/people.ts";
import { createWorld, type World } from "../helpers/world.ts";

const minute = 60_000;
const hour = 60 * minute;

let crm: CrmServer;
let world: World;

const mapping = mappingSchema.parse({
  crm: "hubspot",
  records: {
    deal: {
      object: "deals",
      fields: {
        name: { to: "dealname", write: false },
        ownerId: "hubspot_owner_id",
        amount: "amount",
        nextStep: { to: "hs_next_step", wins: "ask" },
        competitor: { to: "competitor", wins: "ours" },
        stage: {
          to: "dealstage",
          values: { new: "one", proposal: "two", won: "won", lost: "lost" },
        },
      },
    },
  },
});

beforeEach(async () => {
  crm = await startHubSpot();
  crm.users.push({ id: "71", email: "ana@ringside.example" });
  crm.users.push({ id: "72", email: "lei@ringside.example" });
  crm.users.push({ id: "73", email: "mia@ringside.example" });
  keep(crm, "deals", {
    id: "9",
    values: {
      dealname: "Acme seats",
      amount: "100",
      dealstage: "one",
      hubspot_owner_id: "71",
      hs_next_step: "",
      competitor: "",
    },
    changedAt: testNow - hour,
  });
  const clock = () => testNow;
  const connector = createHubSpot({
    token: "pat-good",
    clock,
    baseUrl: crm.url,
    timeoutMs: 60_000,
  });
  world = await createWorld([], { crm: [{ name: "hubspot", mapping, connector }] });
  await world.ringside.records.write(async (unit) => {
    const by = { by: { kind: "operator" }, via: "import", source: "test" } as const;
    const deal = { name: "Acme seats", ownerId: "per_ana", amount: 100, stage: "new" } as const;
    await world.ringside.gate.apply(unit, {
      ...by,
      changes: [
        ...["ana", "lei", "mia"].map((name): Change => {
          const set = { email: `${name}@ringside.example` };
          return { kind: "person", id: `per_${name}`, set };
        }),
        { kind: "deal", id: "dea_1", create: true, set: deal },
      ],
    });
    const link = { kind: "deal", recordId: "dea_1", source: "crm:hubspot", externalId: "9" };
    await unit.externalIds.put({ id: "ext_1", ...link, createdAt: unit.now });
  });
});

afterEach(async () => {
  await world.close();
  await crm.close();
});

async function sets(set: Extract<Change, { kind: "deal" }>["set"]): Promise<void> {
  const ana = await world.ringside.records.read.people.get("per_ana");
  if (!ana) throw new Error("no Ana");
  const refusals = await world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: { kind: "person", person: ana }, via: "chat", source: "chat" },
      changes: [{ kind: "deal", id: "dea_1", set }],
    }),
  );
  expect(refusals).toEqual([]);
  await world.passes(1);
}

/** Presses the newest button of Ana's that leads to this. */
async function taps(action: string): Promise<void> {
  const newest = { order: { by: "id", descending: true }, limit: 1 } as const;
  const { read } = world.ringside.records;
  const [armed] = await read.armedActions.find({ action, personId: "per_ana" }, newest);
  await world.ringside.localChat.tap("per_ana", armed?.id ?? "", randomUUID());
  await world.passes(1);
}

/** As somebody does it in the CRM, now. */
function change(id: string, values: Record<string, string>): void {
  crm.now = world.ringside.clock();
  changeThere(crm, "deals", { id, values });
}

async function gives(ownerId: string, { settles = true } = {}): Promise<void> {
  const mia = await world.ringside.records.read.people.get("per_mia");
  if (!mia) throw new Error("no Mia");
  const refusals = await world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: { kind: "person", person: mia }, via: "chat", source: "chat", reason: "given" },
      changes: [{ kind: "deal", id: "dea_1", set: { ownerId } }],
    }),
  );
  expect(refusals).toEqual([]);
  if (settles) await world.passes(1);
}

const ownerChanges = () =>
  world.ringside.records.read.ownerChanges.find(
    { recordId: "dea_1" },
    { order: { by: "id", descending: true } },
  );
const there = () => crm.objects.get("deals")?.get("9")?.values ?? {};
const deal = () => world.ringside.records.read.deals.get("dea_1");
const states = async () =>
  (await world.ringside.records.read.crmWrites.find({}, { order: { by: "id" } })).map(
    (row) => row.state,
  );
const updates = () => crm.asked.filter(({ path }) => path.endsWith("batch/update")).length;
const cards = async (personId: string) =>
  (await world.ringside.localChat.transcript(personId, { limit: 50 })).map(({ body }) =>
    JSON.stringify(body),
  );

it("writes a confirmed change, once", async () => {
  await sets({ amount: 250 });
  expect(there().amount).toBe("250");
  expect(await states()).toEqual(["written"]);
  await world.passes(5 * minute);
  expect(updates()).toBe(1);
});

it("queues while the CRM is away, in order, and sends when it is back", async () => {
  crm.faults.push({ status: 503, body: {} }, "cut");
  await sets({ amount: 250 });
  expect(await states()).toEqual(["queued"]);
  await sets({ amount: 300 });
  await world.passes(hour);
  expect(await states()).toEqual(["written", "written"]);
  expect(there().amount).toBe("300");
});

it("waits as long as a 429 asks", async () => {
  await sets({ competitor: "Globex" });
  crm.faults.push({
    status: 429,
    body: { message: "slow down" },
    headers: { "retry-after": "120" },
  });
  await sets({ amount: 250 });
  const asked = crm.asked.length;
  await world.passes(30_000);
  expect(crm.asked).toHaveLength(asked);
  await world.passes(2 * minute);
  expect(there().amount).toBe("250");
});

it("takes an owner who was changed there first, and does not write over them", async () => {
  await sets({ amount: 250 });
  change("9", { hubspot_owner_id: "72" });
  await gives("per_mia");
  expect(there().hubspot_owner_id).toBe("72");
  expect((await deal())?.ownerId).toBe("per_lei");
  expect(await states()).toEqual(["written", "conflict"]);
  const [latest] = await ownerChanges();
  expect(latest).toMatchObject({ toId: "per_lei", source: "crm:hubspot" });
});

it("writes what a data contract keeps against the CRM: the rep's own word on an amount", async () => {
  await sets({ amount: 250 });
  change("9", { amount: "400" });
  await world.passes(2 * minute);
  expect((await deal())?.amount).toBe(250);
  expect(there().amount).toBe("250");
});

it("writes back what stood there once its rep takes the update back", async () => {
  await world.ringside.localChat.say(
    "per_ana",
    "update Acme: the amount is 25,000 dollars",
    randomUUID(),
  );
  await world.passes(1);
  await taps("update.confirm");
  expect(there().amount).toBe("25000");
  await taps("update.undo");
  expect((await deal())?.amount).toBe(100);
  expect(there().amount).toBe("100");
});

it("moves an owner's change from pending to written, or to refused", async () => {
  await gives("per_mia", { settles: false });
  expect((await ownerChanges())[0]?.crmState).toBe("pending");
  await world.passes(1);
  expect((await ownerChanges())[0]?.crmState).toBe("written");
  expect(there().hubspot_owner_id).toBe("73");
  await gives("per_bob");
  expect((await ownerChanges())[0]?.crmState).toBe("refused");
  expect((await cards("per_mia")).at(-1)).toContain("no user in HubSpot");
});

it("hears of a change within a minute, through the gate, from crm:hubspot", async () => {
  await sets({ amount: 250 });
  await world.passes(minute);
  change("9", { dealstage: "two" });
  await world.passes(minute);
  expect((await deal())?.stage).toBe("proposal");
  const { fieldValues } = world.ringside.records.read;
  const [value] = await fieldValues.find({
    recordId: "dea_1",
    field: "stage",
    source: "crm:hubspot",
  });
  expect(value?.value).toBe("proposal");
  expect(updates()).toBe(1);
});

it("tells the rep once which field was refused and what the CRM said, and writes the rest", async () => {
  crm.refuse = (_id, fields) =>
    "amount" in fields ? { field: "amount", said: "Amount is locked" } : undefined;
  await sets({ amount: 250, competitor: "Globex" });
  expect(there()).toMatchObject({ amount: "100", competitor: "Globex" });
  expect(await states()).toEqual(["refused"]);
  await world.passes(hour);
  const told = (await cards("per_ana")).filter((card) => card.includes("did not take the amount"));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("Amount is locked");
});

it("asks where the mapping says so, and writes what was chosen", async () => {
  await sets({ nextStep: "Send quote" });
  change("9", { hs_next_step: "Call legal" });
  await sets({ nextStep: "Book demo" });
  expect((await cards("per_ana")).at(-1)).toContain("Which next step is right?");
  await taps("crm.ours");
  expect(there().hs_next_step).toBe("Book demo");
});

it("writes what stands here when it is chosen, not what stood here when it was asked", async () => {
  await sets({ nextStep: "Send quote" });
  change("9", { hs_next_step: "Call legal" });
  await sets({ nextStep: "Book demo" });
  await sets({ nextStep: "Send contract" });
  await taps("crm.ours");
  expect(there().hs_next_step).toBe("Send contract");
});

it("says at once that the keys are refused, to one person, and takes it back", async () => {
  crm.faults.push({ status: 401, body: { message: "expired" } });
  await sets({ amount: 250 });
  expect((await cards("per_mia")).at(-1)).toContain("HubSpot refuses Ringside's keys");
  await world.passes(hour);
  const mine = await cards("per_mia");
  expect(mine).toHaveLength(1);
  expect(mine[0]).toContain("HubSpot answers again");
  expect(there().amount).toBe("250");
});

it("says that the CRM is away only after hours", async () => {
  crm.faults.push(...Array.from({ length: 3_000 }, () => ({ status: 500, body: {} })));
  await sets({ amount: 250 });
  for (let quarter = 0; quarter < 12; quarter += 1) await world.passes(15 * minute);
  expect(await cards("per_mia")).toHaveLength(0);
  for (let quarter = 0; quarter < 6; quarter += 1) await world.passes(15 * minute);
  expect(await cards("per_mia")).toHaveLength(1);
});

it("stops after three rounds of a system that undoes every change, and reports it", async () => {
  await sets({ competitor: "Globex" });
  const before = updates();
  for (let round = 0; round < 10; round += 1) {
    change("9", { competitor: "nobody" });
    await world.passes(2 * minute);
  }
  expect(updates() - before).toBeLessThanOrEqual(3);
  const told = (await cards("per_mia")).filter((card) => card.includes("keep undoing each other"));
  expect(told).toHaveLength(1);
});
