// What a person decides where both sides changed: ours is written, or theirs is taken in.
import { NotFound } from "../../errors.ts";
import type { Unit } from "../../ports.ts";
import { recordTables } from "../../records/record-tables.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { takeIn } from "./coming-in/take-in.ts";
import { newWrite, putWrites } from "./going-out/queue-writes.ts";
import type { CrmServices } from "./services.ts";
import { type CrmWrite, seenId } from "./stored.ts";

type Params = Ask["params"];

/** Writes what stands here by now over what stands there: it may have changed since the card came. */
export function keepOurs({ person, params }: Ask): Effect {
  return async (unit) => {
    const { crm } = readingOf(person).texts;
    const { write, field } = await openConflict(unit, params);
    if (!write) return { toast: crm.answeredBefore };
    const { connector, kind, recordId } = write;
    const record = await unit[recordTables[kind]].get(recordId);
    const to = (record as Record<string, unknown> | undefined)?.[field] ?? null;
    const from = write.change.fields[field]?.from ?? null;
    const decided = {
      fields: { [field]: { from, to } },
      actorId: person.id,
      isDecided: true,
    } as const;
    await closeField(unit, write, field);
    await putWrites(unit, [newWrite(unit, { connector, kind, recordId, change: decided })]);
    return { toast: crm.answered };
  };
}

/** Takes in what stands there, as it was when last seen. */
export function takeTheirs(services: CrmServices, { person, params }: Ask): Effect {
  return async (unit) => {
    const { crm } = readingOf(person).texts;
    const { write, field } = await openConflict(unit, params);
    const connection = services.crm.find(({ name }) => name === params.connector);
    if (!write || !connection) return { toast: crm.answeredBefore };
    const { connector, kind, recordId } = write;
    const seen = await unit.crmSeen.get(seenId(connector, kind, recordId));
    const set = { [field]: seen?.values[field] ?? null };
    await closeField(unit, write, field);
    await takeIn(unit, services, {
      connection,
      kind,
      changes: [{ recordId, set }],
      writesBack: false,
    });
    return { toast: crm.answered };
  };
}

async function openConflict(
  unit: Pick<Unit, "crmWrites">,
  { writeId, field }: Params,
): Promise<{ write: CrmWrite | undefined; field: string }> {
  const write = await unit.crmWrites.get(writeId ?? "");
  if (!write || !field) throw new NotFound("gone", `No write ${writeId} to decide about.`);
  const isOpen = write.state === "conflict" && Object.hasOwn(write.change.fields, field);
  return { write: isOpen ? write : undefined, field };
}

/** What was decided is asked no more; the other fields of the same change may still be. */
async function closeField(unit: Unit, write: CrmWrite, field: string): Promise<void> {
  const rest = Object.entries(write.change.fields).filter(([name]) => name !== field);
  const state = rest.length === 0 ? "written" : "conflict";
  const change = { ...write.change, fields: Object.fromEntries(rest) };
  await unit.crmWrites.put({ ...write, change, state, writtenAt: unit.now });
}
