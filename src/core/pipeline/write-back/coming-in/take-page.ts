// One page of records read in a CRM: linked to ours, compared with what was last seen, and what changed taken in.
import { scheduleAssignment } from "../../../leads/assigning/schedule-assignment.ts";
import type { Unit } from "../../../ports.ts";
import { recordTables } from "../../../records/record-tables.ts";
import { tellFlapping } from "../cards.ts";
import type { CrmPage, CrmRecord } from "../connector.ts";
import { isFlapping, noteFlip } from "../flips.ts";
import { newWrite, putWrites } from "../going-out/queue-writes.ts";
import type { CrmConnection, CrmKind, MappedField, MappedKind } from "../mapping.ts";
import type { CrmServices } from "../services.ts";
import { type CrmSeen, type CrmWrite, type SyncCounts, seenId } from "../stored.ts";
import { asSeen, type Directory, fromCrm, isSame, isUnread } from "../values.ts";
import { type CrmLink, linkPage } from "./link-page.ts";
import { type TakenIn, takeIn } from "./take-in.ts";

export type Paging = {
  connection: CrmConnection;
  kind: CrmKind;
  mapped: MappedKind;
  page: CrmPage;
  directory: Directory;
  /** Everything there is, not what is new: nobody is assigned what was there before. */
  isFirst: boolean;
};

/** Takes a page in; returns what became of its records. */
export async function takePage(
  unit: Unit,
  services: CrmServices,
  paging: Paging,
): Promise<SyncCounts> {
  const { connection, kind, page, isFirst } = paging;
  const { links, unknown } = await linkPage(unit, paging);
  const compared = await comparePage(unit, paging, links);
  const changes = compared.flatMap(({ taken }) => (taken ? [taken] : []));
  const lost = new Set(
    await takeIn(unit, services, { connection, kind, changes, writesBack: !isFirst }),
  );
  const kept = links.filter(({ isNew, recordId }) => !(isNew && lost.has(recordId)));
  const keptIds = new Set(kept.map(({ recordId }) => recordId));
  await unit.externalIds.put(...kept.flatMap(({ row }) => (row ? [row] : [])));
  await unit.crmSeen.put(
    ...compared.filter(({ seen }) => keptIds.has(seen.recordId)).map(({ seen }) => seen),
  );
  await putWrites(
    unit,
    compared.flatMap(({ write }) => (write ? [write] : [])),
  );
  for (const { flapping } of compared) await tellAll(unit, services, { paging, flapping });
  const created = kept.filter(({ isNew }) => isNew).map(({ recordId }) => recordId);
  if (kind === "lead" && !isFirst) await assignNew(unit, created);
  return {
    read: page.records.length,
    linked: kept.length,
    created: created.length,
    changed: changes.length - links.filter(({ isNew }) => isNew).length,
    unknown: unknown + links.length - kept.length,
  };
}

async function assignNew(unit: Unit, ids: string[]): Promise<void> {
  const open = (await unit.leads.find({ id: ids })).filter(({ ownerId }) => ownerId === null);
  scheduleAssignment(
    unit,
    open.map(({ id }) => id),
    `crm:${open[0]?.id}`,
  );
}

type Flapping = {
  name: string;
  field: MappedField;
  ours: unknown;
  theirs: unknown;
  recordId: string;
};

async function tellAll(
  unit: Unit,
  services: CrmServices,
  { paging, flapping }: { paging: Paging; flapping: Flapping[] },
): Promise<void> {
  const { connection, kind, mapped } = paging;
  for (const { name, field, ours, theirs, recordId } of flapping) {
    const planned = { decision: "flapping", to: field.to, ours, theirs, value: null } as const;
    const record = {
      kind,
      object: mapped.object,
      recordId,
      crmId: undefined,
      rows: [],
      fields: {},
    };
    const end = { state: "flapping" } as const;
    await tellFlapping(unit, services, { connection, record, field: { name, planned, end } });
  }
}

type Compared = {
  seen: CrmSeen;
  taken: TakenIn | undefined;
  write: CrmWrite | undefined;
  flapping: Flapping[];
};

async function comparePage(
  unit: Unit,
  paging: Paging,
  links: readonly CrmLink[],
): Promise<Compared[]> {
  const { connection, kind } = paging;
  const recordIds = links.map(({ recordId }) => recordId);
  const ids = recordIds.map((recordId) => seenId(connection.name, kind, recordId));
  const seen = new Map((await unit.crmSeen.find({ id: ids })).map((row) => [row.recordId, row]));
  const rows = await unit[recordTables[kind]].find({ id: recordIds });
  const ours = new Map(rows.map((row): [string, object] => [row.id, row]));
  const waiting = {
    connector: connection.name,
    kind,
    recordId: recordIds,
    state: "queued",
  } as const;
  const queued = await unit.crmWrites.find(waiting);
  const waits = new Set(
    queued.flatMap(({ recordId, change }) =>
      Object.keys(change.fields).map((field) => `${recordId}.${field}`),
    ),
  );
  return links.map((link) =>
    compareRecord(unit, {
      ...paging,
      link,
      waits,
      seen: seen.get(link.recordId),
      ours: ours.get(link.recordId),
    }),
  );
}

type Comparing = Paging & {
  link: CrmLink;
  seen: CrmSeen | undefined;
  ours: object | undefined;
  /** Fields that wait to be written: sending them decides. */
  waits: ReadonlySet<string>;
};

function compareRecord(unit: Unit, comparing: Comparing): Compared {
  const { connection, kind, mapped, link, waits } = comparing;
  const { recordId } = link;
  const fields = Object.entries(mapped.fields)
    .filter(([name]) => !waits.has(`${recordId}.${name}`))
    .map(([name, field]) => ({ name, field, ...compareField(unit, comparing, { name, field }) }));
  const having = (verdict: Verdict["verdict"]) => fields.filter((one) => one.verdict === verdict);
  const taken = having("take").map(({ name, theirs }) => [name, theirs]);
  const back = having("back").map(({ name, ours, theirs }) => [name, { from: theirs, to: ours }]);
  const change = { fields: Object.fromEntries(back), actorId: null, isDecided: true } as const;
  const about = { connector: connection.name, kind, recordId };
  return {
    seen: { ...about, ...seenNow(unit, comparing, fields), updatedAt: unit.now },
    taken: toTaken(link, Object.fromEntries(taken)),
    write: back.length > 0 ? newWrite(unit, { ...about, change }) : undefined,
    flapping: having("flapping").map((one) => ({ ...one, recordId })),
  };
}

type ComparedField = Verdict & { name: string };

/** What is seen now; a field that turned, if it was seen before, turned inwards. */
function seenNow(
  unit: Unit,
  { connection, kind, link, seen }: Comparing,
  fields: readonly ComparedField[],
): Pick<CrmSeen, "id" | "values" | "flips"> {
  const turned = fields.filter(({ verdict }) => verdict === "take" || verdict === "back");
  const flips = turned.map(({ name }) => [name, noteFlip(seen?.flips[name], "in", unit.now)]);
  return {
    id: seenId(connection.name, kind, link.recordId),
    values: {
      ...seen?.values,
      ...Object.fromEntries(fields.map(({ name, theirs }) => [name, theirs])),
    },
    flips: { ...seen?.flips, ...(seen ? Object.fromEntries(flips) : {}) },
  };
}

function toTaken({ recordId, isNew }: CrmLink, set: Record<string, unknown>): TakenIn | undefined {
  if (isNew) return { recordId, set, create: true };
  return Object.keys(set).length > 0 ? { recordId, set } : undefined;
}

type Verdict = { verdict: "same" | "take" | "back" | "flapping"; ours: unknown; theirs: unknown };

function compareField(
  unit: Unit,
  { link, directory, seen, ours: record }: Comparing,
  { name, field }: { name: string; field: MappedField },
): Verdict {
  const theirs = fromCrm(field, rawOf(link.record, field), directory);
  const raw = (record as Record<string, unknown> | undefined)?.[name] ?? null;
  const ours = asSeen(field, raw, directory);
  const before = seen?.values[name];
  const isKnown = before === undefined ? theirs === null : isSame(before, theirs);
  if (isKnown || isSame(ours, theirs) || isUnread(theirs)) return { verdict: "same", ours, theirs };
  if (isFlapping(seen?.flips[name], unit.now)) return { verdict: "flapping", ours, theirs };
  const isBack = field.wins === "ours" && field.write && raw !== null && !link.isNew;
  return { verdict: isBack ? "back" : "take", ours: raw, theirs };
}

const rawOf = ({ values }: CrmRecord, { to }: MappedField) => values[to];
