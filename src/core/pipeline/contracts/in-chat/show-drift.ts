// What outside systems changed against the contracts, or in place of what people said, for managers: by field and source.
import { note, sentence } from "../../../blocks.ts";
import { type Block, type Card, type Inline, text } from "../../../card.ts";
import { dayMs } from "../../../durations.ts";
import { Refused } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import { createOrg, readOrg } from "../../../people/org.ts";
import { may } from "../../../people/permissions.ts";
import type { Reader } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import type { Contract } from "../contract.ts";
import { nameOfContract, saySource, sayStage } from "../say-contract.ts";
import type { Drift } from "../stored.ts";
import { type DriftCount, sumUpDrift } from "../sum-up-drift.ts";
import { systemWriter } from "../writer.ts";
import { readableContracts } from "./known-contracts.ts";
import type { ContractServices } from "./services.ts";

const windowMs = 30 * dayMs;
/** Lines of the table, and drifts said one by one. */
const [mostRows, mostNamed] = [15, 8];
/** The latest, looked through for those of the reader's own people. */
const mostLooked = 2_000;

/** Posts the report. */
export async function showDrift(services: ContractServices, { person }: Ask): Promise<Effect> {
  if (!may(person, "contracts.publish", {}, createOrg([], []))) {
    throw new Refused("forbidden", `${person.role} may not read drift.`);
  }
  const { store, clock } = services;
  const { known } = await readableContracts(services, person);
  const contracts = new Map(known.map(({ contract }) => [contract.id, contract]));
  const recent = await store.read.drifts.find(
    { at: { gte: clock() - windowMs } },
    { order: { by: "at", descending: true }, limit: mostLooked },
  );
  const names = await nameRecords(store.read, person, recent);
  return async (unit) => {
    const reading = readingOf(person);
    const { drift } = reading.texts.contracts;
    const key = `drift:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title: drift.title, summary: drift.title },
      ...{
        tone: recent.length > 0 ? "warn" : "good",
        subtitle: drift.subtitle({ count: recent.length }),
      },
      blocks:
        recent.length === 0
          ? [sentence(drift.none)]
          : blocksOf(recent, { contracts, names }, reading),
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Known = { contracts: ReadonlyMap<string, Contract>; names: ReadonlyMap<string, string> };

function blocksOf(recent: readonly Drift[], known: Known, reading: Reading): Block[] {
  const { drift } = reading.texts.contracts;
  const rows = sumUpDrift(recent)
    .slice(0, mostRows)
    .map((count) => toRow(count, known, reading));
  const seen = recent.filter(({ recordId }) => known.names.has(recordId));
  const others = recent.length - seen.length;
  return [
    { t: "table", columns: drift.columns, rows, numeric: [3] },
    ...(seen.length > 0
      ? [
          {
            ...{ t: "more" as const, title: drift.latest },
            blocks: seen.slice(0, mostNamed).map((one) => sentence(sayOne(one, known, reading))),
          },
        ]
      : []),
    ...(others > 0 ? [sentence(drift.others({ count: others }))] : []),
    note(drift.how),
  ];
}

function toRow(
  { contract: id, source, code, count }: DriftCount,
  { contracts }: Known,
  reading: Reading,
): Inline[][] {
  const contract = contracts.get(id);
  const { drift } = reading.texts.contracts;
  return [
    contract ? nameOfContract(contract, reading) : id,
    sayWhere(source, reading),
    drift.codes[code] ?? code,
    reading.format.number(count),
  ].map((said) => [text(said)]);
}

/** "import:sales" as people know it: the kind, then its own name. */
function sayWhere(source: string, reading: Reading): string {
  const kind = saySource(systemWriter(source).names.at(-1) ?? source, reading);
  const own = source.includes(":") ? source.slice(source.indexOf(":") + 1) : source;
  return own === "" || own === kind ? kind : `${kind} · ${own}`;
}

function sayOne(one: Drift, { contracts, names }: Known, reading: Reading): string {
  const contract = contracts.get(one.contract);
  return reading.texts.contracts.drift.one({
    record: names.get(one.recordId) ?? "–",
    field: contract ? nameOfContract(contract, reading) : one.contract,
    said: sayValue(one.value, contract, reading),
    holds: sayValue(one.standing, contract, reading),
  });
}

function sayValue(value: unknown, contract: Contract | undefined, reading: Reading): string {
  if (value === null || value === undefined || value === "") return reading.texts.common.unknown;
  if (typeof value !== "number") return sayStage(String(value).slice(0, 100), reading);
  return contract?.type === "date" ? reading.format.day(value) : reading.format.number(value);
}

type Named = { name: string; ownerId: string | null };

/** Names of the records whose owner is one of the reader's people; the others stay unnamed. */
async function nameRecords(
  read: Reader,
  person: Person,
  drifts: readonly Drift[],
): Promise<ReadonlyMap<string, string>> {
  const org = await readOrg(read);
  const idsOf = (kind: string) =>
    drifts.filter((one) => one.kind === kind).map(({ recordId }) => recordId);
  const named = new Map<string, Named>();
  for (const { id, name, ownerId } of await read.deals.find({ id: idsOf("deal") }))
    named.set(id, { name, ownerId });
  for (const { id, title, ownerId } of await read.leads.find({ id: idsOf("lead") }))
    named.set(id, { name: title, ownerId });
  for (const { id, name, ownerId } of await read.accounts.find({ id: idsOf("account") }))
    named.set(id, { name, ownerId });
  for (const [id, contact] of await nameContacts(read, idsOf("contact"))) named.set(id, contact);
  const isTheirs = ({ ownerId }: Named) =>
    ownerId !== null && may(person, "deal.read", { ownerIds: [ownerId] }, org);
  return new Map(
    [...named].filter(([, one]) => isTheirs(one)).map(([id, { name }]) => [id, name] as const),
  );
}

/** A contact is theirs whose account it is. */
async function nameContacts(read: Reader, ids: string[]): Promise<[string, Named][]> {
  const contacts = await read.contacts.find({ id: ids });
  const accountIds = contacts.flatMap(({ accountId }) => accountId ?? []);
  const accounts = await read.accounts.find({ id: accountIds });
  const ownerOf = new Map(accounts.map(({ id, ownerId }) => [id, ownerId]));
  return contacts.map(({ id, name, accountId }) => [
    id,
    { name: name ?? "–", ownerId: ownerOf.get(accountId ?? "") ?? null },
  ]);
}
