// Puts the sample team into an empty installation, through the same gate as everything else.
import type { Change, Gate } from "../core/gate/gate.ts";
import { scheduleAssignment } from "../core/leads/assigning/schedule-assignment.ts";
import type { RecordKind } from "../core/model.ts";
import { operator } from "../core/people/actor.ts";
import type { EventLog, Store } from "../core/ports.ts";
import { readyPublisher } from "../core/strategy/sandbox/publisher.ts";
import type { Sample } from "./create-sample.ts";

/** Records per transaction: large enough to be quick, small enough to let others in between. */
const batchSize = 500;

export type LoadOptions = { store: Store; gate: Gate; events: EventLog };

/** Loads a sample; its new leads wait in a queue as if they had just arrived. Throws when a record is refused. */
export async function loadSample(
  sample: Sample,
  { store, gate, events }: LoadOptions,
): Promise<void> {
  const changes: Change[] = [
    ...toChanges("team", sample.teams),
    ...toChanges("person", sample.people),
    ...toChanges("account", sample.accounts),
    ...toChanges("contact", sample.contacts),
    ...toChanges("product", sample.products),
    ...toChanges("lead", sample.leads),
    ...toChanges("deal", sample.deals),
    ...toChanges("lead", sample.newLeads),
  ];
  for (let start = 0; start < changes.length; start += batchSize) {
    await store.write(async (unit) => {
      const refusals = await gate.apply(unit, {
        by: operator,
        via: "import",
        source: "sample",
        batchId: "bat_sample",
        changes: changes.slice(start, start + batchSize),
      });
      if (refusals[0]) throw new Error(`The sample team does not load: ${refusals[0].message}`);
    });
  }
  await events.append(sample.touches);
  const newLeads = sample.newLeads.map(({ id }) => id);
  await store.write(async (unit) => {
    scheduleAssignment(unit, newLeads, "sample");
    // The sample's managers have published before: nothing stands between a visitor and trying it.
    const managers = sample.people.filter(({ role }) => role === "manager");
    await unit.publishers.put(...managers.map(({ id }) => readyPublisher(id, unit.now)));
  });
}

function toChanges(kind: RecordKind, rows: readonly { id: string }[]): Change[] {
  return rows.map(({ id, ...set }) => ({ kind, id, create: true, set }) as Change);
}
