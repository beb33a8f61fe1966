import { afterEach, expect } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import { operator } from "../../src/core/people/actor.ts";
import { mappingSchema } from "../../src/core/pipeline/write-back/mapping.ts";
import { createHubSpot } from "../../src/crm/hubspot/connector.ts";
import { type CrmServer, changeThere, keep } from "../emulators/crm/faulty.ts";
import { startHubSpot } from "../emulators/crm/hubspot.ts";
import { testNow } from "../helpers/people.ts";
import { onEverySurface } from "../helpers/surfaces.ts";
import type { World } from "../helpers/world.ts";

let server: CrmServer;
afterEach(() => server.close());

const mapping = mappingSchema.parse({
  crm: "hubspot",
  records: { lead: { object: "leads", fields: { ownerId: "hubspot_owner_id" } } },
});

async function connectCrm() {
  server = await startHubSpot();
  server.users.push({ id: "71", email: "ana@ringside.example" });
  server.users.push({ id: "72", email: "lei@ringside.example" });
  for (const id of ["1", "2"]) {
    keep(server, "leads", { id, values: { hubspot_owner_id: "" }, changedAt: testNow - 1 });
  }
  const clock = () => testNow;
  const connector = createHubSpot({ token: "pat-good", clock, baseUrl: server.url });
  return [{ name: "hubspot", mapping, connector }];
}

/** People get the addresses that the CRM knows them by, and leads their ids there. */
async function link({ ringside }: World): Promise<void> {
  await ringside.records.write(async (unit) => {
    const changes = ["ana", "lei"].map((name): Change => {
      return { kind: "person", id: `per_${name}`, set: { email: `${name}@ringside.example` } };
    });
    await ringside.gate.apply(unit, { by: operator, via: "import", source: "test", changes });
    const links = ["1", "2"].map((externalId) => ({
      ...{ id: `ext_${externalId}`, kind: "lead", recordId: `led_${externalId}` },
      ...{ source: "crm:hubspot", externalId, createdAt: unit.now },
    }));
    await unit.externalIds.put(...links);
  });
}

const minute = 60_000;
const ownerThere = (id: string) => server.objects.get("leads")?.get(id)?.values.hubspot_owner_id;

onEverySurface(
  { title: "a lead and the CRM", crm: connectCrm },
  {
    "is written there when it is accepted, and closes its card when the owner is changed there":
      async ({ world, as }) => {
        await link(world);
        const [ana, lei] = [as("per_ana"), as("per_lei")];
        await world.arrives("led_1", { need: "20 seats" });
        server.faults.push({ status: 503, body: {} });
        await ana.taps("Accept");
        expect(await ana.last()).toContain("your name is on its way there");
        await world.passes(minute);
        expect(ownerThere("1")).toBe("71");
        expect(await ana.last()).toContain("you are its owner there too");

        server.now = world.ringside.clock();
        changeThere(server, "leads", { id: "1", values: { hubspot_owner_id: "72" } });
        await world.passes(2 * minute);
        expect(await ana.last()).toContain("The owner was changed in the CRM (hubspot)");
        expect(await ana.last()).toContain("No longer offered to you");
        const lead = await world.ringside.records.read.leads.get("led_1");
        expect(lead).toMatchObject({ ownerId: "per_lei", status: "accepted" });

        // In Chinese: 李雷 is offered the next one, and it is given to Ana there before he answers.
        await world.ringside.records.write(async (unit) => {
          const changes: Change[] = [{ kind: "person", id: "per_ana", set: { capacity: 0 } }];
          await world.ringside.gate.apply(unit, {
            by: operator,
            via: "cli",
            source: "cli",
            changes,
          });
        });
        await world.arrives("led_2");
        server.now = world.ringside.clock();
        changeThere(server, "leads", { id: "2", values: { hubspot_owner_id: "71" } });
        await world.passes(2 * minute);
        expect(await lei.last()).toContain("负责人在 CRM（hubspot）中被改动，以那边为准。");
      },
  },
);
