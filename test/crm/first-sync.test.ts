// Everything a CRM has comes in, page by page; interrupted, it goes on from where it was.
import { expect, it } from "vitest";
import { firstSync } from "../../src/core/pipeline/write-back/coming-in/first-sync.ts";
import { mappingSchema } from "../../src/core/pipeline/write-back/mapping.ts";
import { createHubSpot } from "../../src/crm/hubspot/connector.ts";
import { keep } from "../emulators/crm/faulty.ts";
import { startHubSpot } from "../emulators/crm/hubspot.ts";
import { testNow } from "../helpers/people.ts";
import { createWorld } from "../helpers/world.ts";

const mapping = mappingSchema.parse({
  crm: "hubspot",
  records: {
    contact: { object: "contacts", create: true, fields: { email: "email", title: "jobtitle" } },
    deal: { object: "deals", create: true, fields: { name: "dealname", amount: "amount" } },
  },
});

it("reads all, links what has one name, goes on after a cut, and writes nothing there", async () => {
  const crm = await startHubSpot();
  keep(crm, "contacts", {
    id: "1",
    values: { email: "Wang@acme.example", jobtitle: "CFO" },
    changedAt: testNow,
  });
  for (let id = 1000; id < 1250; id += 1) {
    keep(crm, "deals", {
      id: String(id),
      values: { dealname: `Deal ${id}`, amount: id },
      changedAt: testNow,
    });
  }
  keep(crm, "deals", { id: "2000", values: { dealname: "", amount: 1 }, changedAt: testNow });
  const clock = () => testNow;
  const connector = createHubSpot({ token: "pat-good", clock, baseUrl: crm.url });
  const connection = { name: "hubspot", mapping, connector };
  const world = await createWorld([], { crm: [connection] });
  const { ringside } = world;
  const services = { ...ringside, store: ringside.records };
  const lines: string[] = [];
  const run = async () => {
    for await (const { kind, done, read } of firstSync(connection, services)) {
      lines.push(`${kind} ${read} ${done}`);
      if (lines.length === 2) crm.faults.push("cut");
    }
  };
  await expect(run()).rejects.toThrow("did not answer");
  await run();
  expect(lines).toEqual([
    "contact 1 true",
    "deal 100 false",
    "contact 1 true",
    "deal 200 false",
    "deal 251 true",
  ]);
  expect(await ringside.records.read.deals.count({})).toBe(250);
  expect(await ringside.records.read.contacts.get("con_wang")).toMatchObject({ title: "CFO" });
  expect(await ringside.records.read.contacts.count({})).toBe(1);
  expect(await ringside.records.read.crmWrites.count({})).toBe(0);
  await run();
  expect(await ringside.records.read.deals.count({})).toBe(250);
  await world.close();
  await crm.close();
});
