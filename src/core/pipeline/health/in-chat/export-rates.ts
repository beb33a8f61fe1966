// The contract rate by department as a file in the conversation.
import { Refused } from "../../../errors.ts";
import { peopleUnder } from "../../../people/people-under.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import { departmentRows, toCsv } from "../departments.ts";
import { type HealthServices, measureFor } from "./services.ts";

/** Sends a manager the table of their people. */
export async function exportRates(services: HealthServices, { person }: Ask): Promise<Effect> {
  if (person.role !== "manager") throw new Refused("forbidden", "Only managers export rates.");
  const { read } = services.store;
  const { cells, contracts } = await measureFor(services, person);
  const [people, teams] = [await peopleUnder(read, person), await read.teams.find({})];
  const { health } = readingOf(person).texts;
  const day = new Date(services.clock()).toISOString().slice(0, 10);
  const name = `contract-rate-${day}.csv`;
  const csv = toCsv(departmentRows(cells, { people, teams, contracts, others: health.others }));
  const bytes = new TextEncoder().encode(csv);
  const asset = await services.assets.save({
    ...{ name, mediaType: "text/csv", bytes, personId: person.id },
  });
  return async (unit) => {
    unit.post({
      to: person.id,
      card: {
        ...{ key: `health_export:${unit.newId("message")}`, title: health.exported, tone: "good" },
        summary: health.exported,
        blocks: [
          { t: "text", text: [{ t: "text", text: health.exportedBody }] },
          { t: "file", file: { asset: asset.id }, name },
        ],
      },
    });
    return {};
  };
}
