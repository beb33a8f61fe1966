// What people are told about single changes: refused, changed on both sides, or undone again and again.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note } from "../../blocks.ts";
import { type Block, type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { PlannedRecord } from "./going-out/plan-writes.ts";
import type { EndedField } from "./going-out/settle-writes.ts";
import { keepersOf } from "./line-card.ts";
import type { CrmConnection, CrmKind } from "./mapping.ts";
import { nameOf } from "./name-of.ts";
import { sayValue } from "./say-value.ts";
import type { CrmServices } from "./services.ts";

export type Told = { connection: CrmConnection; record: PlannedRecord; field: EndedField };

type Services = Pick<CrmServices, "workdays">;

/** Whoever set it sees which field it was and what the CRM said. */
export async function tellRefused(unit: Unit, { workdays }: Services, told: Told): Promise<void> {
  const { field, record } = told;
  if (field.end.state !== "refused") return;
  const { said, why } = field.end;
  for (const person of await settersOf(unit, record)) {
    const reading = readingOf(person);
    const { crm } = reading.texts;
    const label = told.connection.connector.label;
    const reason = said ?? crm.why[why]?.({ name: label }) ?? why;
    const items = [{ label: crm.said({ name: label }), value: [text(reason)] }];
    const card = await renderTold(unit, told, {
      reading,
      key: `crm:refused:${record.rows.at(-1)?.id}:${field.name}`,
      title: (what) => crm.refusedTitle({ name: label, field: what }),
      items,
      after: [note(crm.refusedHint({ name: label }))],
    });
    await offerNudge(unit, workdays, { person, kind: "crm", value: 0.9, card });
  }
}

/** Both sides changed it, and the mapping says to ask: two buttons. */
export async function askWhich(unit: Unit, { workdays }: Services, told: Told): Promise<void> {
  const { connection, record, field } = told;
  for (const person of await settersOf(unit, record)) {
    const reading = readingOf(person);
    const { crm } = reading.texts;
    const { label } = connection.connector;
    const key = `crm:ask:${connection.name}:${record.recordId}:${field.name}`;
    const params = {
      connector: connection.name,
      writeId: record.rows.at(-1)?.id ?? "",
      field: field.name,
    };
    const button = (action: string) =>
      unit.arm({ action, params, personId: person.id, cardKey: key });
    const actions = [
      { id: "crm.ours", label: crm.keepOurs, ref: button("crm.ours"), style: "primary" as const },
      { id: "crm.theirs", label: crm.takeTheirs({ name: label }), ref: button("crm.theirs") },
    ];
    const card = await renderTold(unit, told, {
      ...{ reading, key, items: [] },
      title: (what) => crm.askTitle({ field: what }),
      after: [{ t: "actions", actions }],
    });
    await offerNudge(unit, workdays, { person, kind: "crm", value: 0.9, card });
  }
}

/** Two systems undo each other: neither is written any more until it is quiet for an hour. */
export async function tellFlapping(unit: Unit, { workdays }: Services, told: Told): Promise<void> {
  const { connection, record, field } = told;
  for (const person of await keepersOf(unit)) {
    const reading = readingOf(person);
    const { crm } = reading.texts;
    const { label } = connection.connector;
    const card = await renderTold(unit, told, {
      reading,
      key: `crm:flapping:${connection.name}:${record.recordId}:${field.name}`,
      title: (what) => crm.flappingTitle({ name: label, field: what }),
      items: [],
      after: [note(crm.flappingHint)],
    });
    await offerNudge(unit, workdays, { person, kind: "crm", value: 0.8, card });
  }
}

type Rendering = {
  reading: Reading;
  key: string;
  title: (field: string) => string;
  items: Extract<Block, { t: "fields" }>["items"];
  after: Block[];
};

async function renderTold(unit: Unit, told: Told, rendering: Rendering): Promise<Card> {
  const { connection, record, field } = told;
  const { reading, key, items, after } = rendering;
  const { crm } = reading.texts;
  const { label } = connection.connector;
  const customer = await nameOf(unit, record.kind, record.recordId);
  const title = rendering.title(crm.fields[field.name] ?? field.name);
  const say = (value: unknown) => sayValue(unit, reading, { field: field.name, value });
  return {
    key,
    title,
    subtitle: customer,
    tone: "warn",
    summary: title,
    blocks: [
      {
        t: "fields",
        items: [
          { label: crm.ours, value: [text(await say(field.planned.ours))] },
          { label: crm.theirs({ name: label }), value: [text(await say(field.planned.theirs))] },
          ...items,
        ],
      },
      ...after,
    ],
  };
}

/** Whoever made the last of these changes; else whose record it is; else whoever keeps Ringside. */
async function settersOf(unit: Unit, { rows, kind, recordId }: PlannedRecord): Promise<Person[]> {
  const actor = rows.findLast(({ change }) => change.actorId !== null)?.change.actorId;
  const personId = actor ?? (await ownerOf(unit, kind, recordId));
  const person = personId ? await unit.people.get(personId) : undefined;
  return person?.active ? [person] : keepersOf(unit);
}

async function ownerOf(unit: Unit, kind: CrmKind, recordId: string): Promise<string | null> {
  if (kind === "lead") return (await unit.leads.get(recordId))?.ownerId ?? null;
  if (kind === "deal") return (await unit.deals.get(recordId))?.ownerId ?? null;
  return null;
}
