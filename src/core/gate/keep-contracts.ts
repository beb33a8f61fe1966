// Data contracts at the gate. What a person or a program says against a contract is refused. What comes in bulk from
// outside is never lost: a value that must not stand is kept beside the record as drift, the rest goes in.
import type { FieldValue } from "../facts.ts";
import { groupBy } from "../group-by.ts";
import type { RecordKind, Role } from "../model.ts";
import { type Contract, statusFrom } from "../pipeline/contracts/contract.ts";
import { type ContractFiles, contractsInForce } from "../pipeline/contracts/contracts-in-force.ts";
import { evidenceOf } from "../pipeline/contracts/evidence.ts";
import { type Breach, findBreaches, isKept } from "../pipeline/contracts/find-breaches.ts";
import { sayForOperator } from "../pipeline/contracts/say-for-operator.ts";
import { type Standings, toStandings } from "../pipeline/contracts/standing.ts";
import type { Drift } from "../pipeline/contracts/stored.ts";
import { nameIn, personWriter, systemWriter, type Writer } from "../pipeline/contracts/writer.ts";
import type { Unit } from "../ports.ts";
import type { Change, ChangeBatch, Draft, Refusal } from "./gate.ts";
import { driftsOf, leaveOut } from "./leave-out.ts";

/** The contracts of one batch. */
export type Keeper = {
  fieldOwner: (kind: RecordKind, field: string) => Role | undefined;
  /** The draft as the contracts let it be, or why they do not. */
  keep(draft: Draft): Draft | Omit<Refusal, "index">;
  drifts: Drift[];
};

type Rows = ReadonlyMap<string, Record<string, unknown>>;

const nobodyKeeps: Keeper = { fieldOwner: () => undefined, keep: (draft) => draft, drifts: [] };

/** Reads what judging a batch needs. What Ringside decides itself was decided by a use case, and is not judged. */
export async function openKeeper(
  unit: Unit,
  batch: ChangeBatch,
  { files, known }: { files: Pick<ContractFiles, "latest"> | undefined; known: Rows },
): Promise<Keeper> {
  if (!files || batch.by.kind === "ringside") return nobodyKeeps;
  const filed = await files.latest();
  const touched = filed.some(({ contract: { kind, field } }) =>
    batch.changes.some((change) => change.kind === kind && touches(change, field)),
  );
  if (!touched) return nobodyKeeps;
  const byKind = new Map<string, Contract[]>();
  for (const { contract } of await contractsInForce(unit, filed)) {
    byKind.set(contract.kind, [...(byKind.get(contract.kind) ?? []), contract]);
  }
  const standings = await readStandings(unit, batch, { byKind, known });
  const drifts: Drift[] = [];
  return {
    drifts,
    fieldOwner: (kind, field) =>
      byKind.get(kind)?.find((contract) => contract.field === field)?.owner,
    keep(draft) {
      const contracts = byKind.get(draft.change.kind);
      if (!contracts) return draft;
      const kept = standings.get(draft.change.id) ?? new Map();
      return keepDraft({ unit, batch, contracts, standings: kept, drifts }, draft);
    },
  };
}

const touches = ({ set, unknownUntil = {} }: Change, field: string) =>
  Object.hasOwn(set, field) || Object.hasOwn(unknownUntil, field);

type Keeping = {
  unit: Unit;
  batch: ChangeBatch;
  contracts: readonly Contract[];
  standings: Standings;
  drifts: Drift[];
};

function keepDraft(keeping: Keeping, draft: Draft): Draft | Omit<Refusal, "index"> {
  const { batch, contracts, standings, unit, drifts } = keeping;
  const isBulk = batch.via === "import" || batch.via === "source";
  const { change, before, after, fields } = draft;
  const writer = writerOfBatch(batch);
  const breaches = findBreaches(contracts, {
    ...{ before, after, writer, standings, now: unit.now },
    // A record that comes in whole brings its history with it: no stage was moved here.
    fields: isBulk && !before ? fields.filter((field) => field !== "stage") : fields,
    evidence: evidenceOf(change.evidence),
    unknownUntil: change.unknownUntil ?? {},
  });
  if (!isBulk && breaches.length > 0) return toRefusal(breaches);
  if (isBulk) {
    drifts.push(...driftsOf({ unit, batch, draft, standings, contracts }, breaches));
  }
  const rest = leaveOut(draft, breaches);
  return { ...rest, ...statusesOf(rest, { contracts, writer, standings }) };
}

/** Who writes, in the words of contracts: a file is a file, whoever dropped it. */
function writerOfBatch({ by, via, source }: ChangeBatch): Writer {
  if (by.kind === "person" && via !== "import") return personWriter(by.person.role);
  return systemWriter(by.kind === "key" && !source.startsWith("api") ? `api:${source}` : source);
}

function toRefusal(breaches: readonly Breach[]): Omit<Refusal, "index"> {
  const message = breaches.map(sayForOperator).join(" ");
  return {
    code: "contract",
    field: breaches[0]?.contract.field ?? null,
    message,
    breaches: [...breaches],
  };
}

type Counting = { contracts: readonly Contract[]; writer: Writer; standings: Standings };

/**
 * What each value counts as, and what was said again: a person who repeats a value makes it theirs, so an estimate
 * becomes verified, and what was old is fresh.
 */
function statusesOf({ change, after, fields }: Draft, { contracts, writer, standings }: Counting) {
  const said = contracts.filter(
    ({ field }) => Object.hasOwn(change.set, field) && after[field] !== null,
  );
  const confirmed = said.filter(
    (contract) =>
      !fields.includes(contract.field) &&
      change.create !== true &&
      mayConfirm(contract, writer, standings),
  );
  const counted = [...said.filter(({ field }) => fields.includes(field)), ...confirmed];
  const statuses = Object.fromEntries(
    counted.map((one) => [one.field, statusFrom(one, nameIn(one, writer) ?? "")]),
  );
  return { statuses, confirmed: confirmed.map(({ field }) => field) };
}

/** Whose word could replace a value can repeat it; contributors confirm what they own. */
function mayConfirm(contract: Contract, writer: Writer, standings: Standings): boolean {
  const { role } = writer;
  if (role === null || (role === "contributor" && contract.owner !== role)) return false;
  const standing = standings.get(contract.field);
  return (
    nameIn(contract, writer) !== undefined && !(standing && isKept(contract, standing, writer))
  );
}

type Reading = { byKind: ReadonlyMap<string, readonly Contract[]>; known: Rows };

/** Standings of the records that this batch changes in a golden field. */
async function readStandings(
  unit: Unit,
  batch: ChangeBatch,
  { byKind, known }: Reading,
): Promise<Map<string, Standings>> {
  const standings = new Map<string, Standings>();
  // A file repeats most of what is known; a person who repeats a value means something by it.
  const isBulk = batch.via === "import" || batch.via === "source";
  const isGolden = (change: Change, contracts: readonly Contract[]) =>
    contracts.some(({ field }) => touches(change, field)) &&
    (!isBulk || differs(change, contracts, known));
  for (const [kind, contracts] of byKind) {
    const changed = batch.changes.filter(
      (change) => change.kind === kind && !change.create && isGolden(change, contracts),
    );
    if (changed.length === 0) continue;
    const read = { kind, recordId: [...new Set(changed.map(({ id }) => id))] };
    for (const [id, known] of await readKind(unit, read, contracts)) standings.set(id, known);
  }
  return standings;
}

async function readKind(
  unit: Unit,
  records: { kind: string; recordId: string[] },
  contracts: readonly Contract[],
): Promise<[string, Standings][]> {
  const field = contracts.map((contract) => contract.field);
  const values = await unit.fieldValues.find({ ...records, field });
  const roles = await readRoles(unit, values);
  return [...groupBy(values, ({ recordId }) => recordId)].map(([id, list]) => [
    id,
    toStandings(list, roles),
  ]);
}

function differs(change: Change, contracts: readonly Contract[], known: Rows): boolean {
  const before = known.get(change.id);
  const set: Record<string, unknown> = change.set;
  return contracts.some(
    ({ field }) => touches(change, field) && (set[field] ?? null) !== (before?.[field] ?? null),
  );
}

async function readRoles(unit: Unit, values: readonly FieldValue[]): Promise<Map<string, Role>> {
  const id = [...new Set(values.flatMap(({ actorId }) => actorId ?? []))];
  const people = id.length > 0 ? await unit.people.find({ id }) : [];
  return new Map(people.map((person) => [person.id, person.role]));
}
