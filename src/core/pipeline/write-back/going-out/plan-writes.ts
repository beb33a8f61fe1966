// Looks at what stands in the CRM before anything is written: what waits, decided field by field. Looking first is also
// what makes sending again harmless: what stands there already is not written twice.
import { groupBy } from "../../../group-by.ts";
import type { Reader } from "../../../ports.ts";
import type { CrmRecord } from "../connector.ts";
import { decideField, type FieldDecision } from "../decide-field.ts";
import { isFlapping } from "../flips.ts";
import {
  type CrmConnection,
  type CrmKind,
  type MappedField,
  type MappedKind,
  sourcesOf,
} from "../mapping.ts";
import { type CrmSeen, type CrmWrite, type FieldChange, seenId } from "../stored.ts";
import { asSeen, type Directory, fromCrm, toCrm } from "../values.ts";

/** Why something cannot be written at all. */
export type Obstacle = "gone" | "unmapped" | "no_user" | "no_word" | "flapping";

/** One field of one record, as it was decided. */
export type PlannedField = {
  decision: FieldDecision | Obstacle;
  to: string;
  ours: unknown;
  theirs: unknown;
  /** What goes out, in the CRM's words. */
  value: unknown;
};

/** One record with everything that waits for it. */
export type PlannedRecord = {
  kind: CrmKind;
  object: string;
  recordId: string;
  /** Undefined: the CRM does not have it. */
  crmId: string | undefined;
  rows: CrmWrite[];
  fields: Record<string, PlannedField>;
};

type Looking = {
  read: Pick<Reader, "externalIds" | "crmSeen">;
  directory: Directory;
  now: number;
};

/** Decides about rows of one connection. */
export async function planWrites(
  rows: readonly CrmWrite[],
  connection: CrmConnection,
  looking: Looking,
): Promise<PlannedRecord[]> {
  const planned: PlannedRecord[] = [];
  for (const [kind, ofKind] of groupBy(rows, (row) => row.kind)) {
    planned.push(...(await planKind(ofKind, { connection, kind, looking })));
  }
  return planned;
}

type Kind = { connection: CrmConnection; kind: CrmKind; looking: Looking };

async function planKind(rows: readonly CrmWrite[], of: Kind): Promise<PlannedRecord[]> {
  const { connection, kind, looking } = of;
  const mapped = connection.mapping.records[kind];
  const byRecord = groupBy(rows, ({ recordId }) => recordId);
  if (!mapped) return [...byRecord].map(([id, list]) => unmapped(kind, id, list));
  const idOf = await crmIdsOf([...byRecord.keys()], of, mapped);
  const object = mapped.object;
  const fields = Object.values(mapped.fields).map(({ to }) => to);
  const ids = [...new Set(idOf.values())];
  const there = ids.length > 0 ? await connection.connector.read({ object, fields, ids }) : [];
  const byId = new Map(there.map((record) => [record.id, record]));
  const id = [...byRecord.keys()].map((recordId) => seenId(connection.name, kind, recordId));
  const seen = new Map((await looking.read.crmSeen.find({ id })).map((row) => [row.recordId, row]));
  return [...byRecord].map(([recordId, list]) => {
    const crmId = idOf.get(recordId);
    const record = crmId === undefined ? undefined : byId.get(crmId);
    const about = { mapped, record, seen: seen.get(recordId), looking };
    return { kind, object, recordId, crmId, rows: list, fields: planFields(list, about) };
  });
}

function unmapped(kind: CrmKind, recordId: string, rows: CrmWrite[]): PlannedRecord {
  const fields = Object.keys(mergeRows(rows).fields).map((field) => [
    field,
    { decision: "unmapped", to: "", ours: null, theirs: null, value: null },
  ]);
  return {
    ...{ kind, object: "", recordId, crmId: undefined, rows },
    fields: Object.fromEntries(fields),
  };
}

async function crmIdsOf(recordId: string[], of: Kind, mapped: MappedKind) {
  const { connection, kind, looking } = of;
  const source = sourcesOf(connection.name, mapped);
  const links = await looking.read.externalIds.find({ kind, recordId, source });
  return new Map(links.map((link) => [link.recordId, link.externalId]));
}

/** Several changes of one record are one: from before the first to after the last. */
function mergeRows(rows: readonly CrmWrite[]): {
  fields: Record<string, FieldChange>;
  isDecided: boolean;
  at: number;
} {
  const fields: Record<string, FieldChange> = {};
  for (const { change } of rows) {
    for (const [field, { from, to }] of Object.entries(change.fields)) {
      const earlier = fields[field];
      fields[field] = { from: earlier ? earlier.from : from, to };
    }
  }
  return {
    fields,
    isDecided: rows.some(({ change }) => change.isDecided),
    at: Math.max(...rows.map(({ createdAt }) => createdAt)),
  };
}

type About = {
  mapped: MappedKind;
  record: CrmRecord | undefined;
  seen: CrmSeen | undefined;
  looking: Looking;
};

function planFields(rows: readonly CrmWrite[], about: About): Record<string, PlannedField> {
  const merged = mergeRows(rows);
  const entries = Object.entries(merged.fields).map(([name, change]): [string, PlannedField] => {
    const field = about.mapped.fields[name];
    if (!field) {
      const ours = change.to;
      return [name, { decision: "unmapped", to: "", ours, theirs: null, value: null }];
    }
    return [name, planField(name, field, { ...about, change, merged })];
  });
  return Object.fromEntries(entries);
}

type Deciding = About & { change: FieldChange; merged: { isDecided: boolean; at: number } };

function planField(name: string, field: MappedField, deciding: Deciding): PlannedField {
  const { record, seen, looking, change, merged } = deciding;
  const { directory, now } = looking;
  const ours = asSeen(field, change.to, directory);
  const theirs = fromCrm(field, record?.values[field.to], directory);
  const value = toCrm(field, change.to, directory);
  const planned = { to: field.to, ours, theirs, value: value ?? null };
  const obstacle = obstacleOf(field, { record, value });
  if (obstacle || !record) return { ...planned, decision: obstacle ?? "gone" };
  const decision = decideField({
    ...{ field, ours, theirs, isDecided: merged.isDecided },
    seen: seen?.values[name],
    from: asSeen(field, change.from, directory),
    isTheirsNewer: record.changedAt !== null && record.changedAt > merged.at,
  });
  const isLeftAlone = decision !== "same" && !merged.isDecided;
  if (isLeftAlone && isFlapping(seen?.flips[name], now))
    return { ...planned, decision: "flapping" };
  return { ...planned, decision };
}

function obstacleOf(
  { as }: MappedField,
  { record, value }: { record: CrmRecord | undefined; value: unknown },
): Obstacle | undefined {
  if (!record) return "gone";
  if (value !== undefined) return undefined;
  return as === "owner" ? "no_user" : "no_word";
}
