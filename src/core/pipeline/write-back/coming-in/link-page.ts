// Which of our records each record of a CRM is: by its id, else by what names one alone, else a new one.
import type { ExternalId } from "../../../facts.ts";
import type { Unit } from "../../../ports.ts";
import { toNameKey } from "../../../records/names.ts";
import { madeHere } from "../../updates/from-lead/made-here.ts";
import type { CrmRecord } from "../connector.ts";
import { toCrmSource } from "../crm-source.ts";
import { sourcesOf } from "../mapping.ts";
import { fromCrm, isUnread } from "../values.ts";
import type { Paging } from "./take-page.ts";

/** A record there and ours; `row` where the link itself is new. */
export type CrmLink = {
  record: CrmRecord;
  recordId: string;
  isNew: boolean;
  row: ExternalId | undefined;
};

/** Links a page. What is new there becomes ours where the mapping lets it, and brings what makes it a record. */
export async function linkPage(
  unit: Unit,
  paging: Paging,
): Promise<{ links: CrmLink[]; unknown: number }> {
  const { connection, kind, mapped, page } = paging;
  const externalId = page.records.map(({ id }) => id);
  const source = sourcesOf(connection.name, mapped);
  const known = await unit.externalIds.find({ kind, source, externalId });
  const byId = new Map(known.map((row) => [row.externalId, row.recordId]));
  const open = page.records.filter(({ id }) => !byId.has(id));
  const named = await findNamed(unit, paging, open);
  const links = page.records.flatMap((record): CrmLink[] => {
    const linked = byId.get(record.id);
    if (linked) return [{ record, recordId: linked, isNew: false, row: undefined }];
    const ours = named.get(record.id);
    if (!ours && !isRecord(record, paging)) return [];
    const recordId = ours ?? unit.newId(kind);
    return [{ record, recordId, isNew: !ours, row: toRow(unit, paging, { record, recordId }) }];
  });
  return { links, unknown: page.records.length - links.length };
}

function toRow(
  unit: Unit,
  { connection, kind }: Paging,
  { record, recordId }: { record: CrmRecord; recordId: string },
): ExternalId {
  const source = toCrmSource(connection.name);
  const id = unit.newId("externalId");
  return { id, kind, recordId, source, externalId: record.id, createdAt: unit.now };
}

/** What names a record certainly enough, where one of ours and one of theirs in the page are called so. */
const names = { account: "domain", contact: "email", lead: null, deal: "name" } as const;

/** Contacts by e-mail, accounts by domain, deals made of a lead here by name; else it is nobody's. */
async function findNamed(
  unit: Unit,
  paging: Paging,
  open: readonly CrmRecord[],
): Promise<Map<string, string>> {
  if (open.length === 0 || names[paging.kind] === null) return new Map();
  const theirs = new Map(open.map((record) => [record.id, nameOf(record, paging)]));
  const given = [...new Set([...theirs.values()].flatMap((name) => name ?? []))];
  const ours = await findOurs(unit, paging, given);
  const named = new Map<string, string>();
  for (const [crmId, name] of theirs) {
    const [only, another] = ours.filter((row) => row.name === name);
    const isOne = [...theirs.values()].filter((one) => one === name).length === 1;
    if (name && only && !another && isOne) named.set(crmId, only.id);
  }
  return named;
}

type Named = { id: string; name: string | null };

async function findOurs(unit: Unit, { kind }: Paging, given: string[]): Promise<Named[]> {
  if (kind === "contact") {
    const rows = await unit.contacts.find({ email: given });
    return rows.map(({ id, email }) => ({ id, name: email }));
  }
  if (kind === "account") {
    const rows = await unit.accounts.find({ domain: given });
    return rows.map(({ id, domain }) => ({ id, name: domain }));
  }
  const made = await madeHere(unit);
  const deals = made.size > 0 ? await unit.deals.find({ id: [...made.values()] }) : [];
  return deals.map(({ id, name }) => ({ id, name: toNameKey(name) }));
}

function nameOf(record: CrmRecord, { kind, mapped, directory }: Paging): string | undefined {
  const field = mapped.fields[names[kind] ?? ""];
  const value = field ? fromCrm(field, record.values[field.to], directory) : null;
  if (typeof value !== "string") return undefined;
  return kind === "deal" ? toNameKey(value) : value.toLowerCase();
}

/** Whether it may be made, and has what a record of its kind cannot be without. */
function isRecord(record: CrmRecord, { kind, mapped, directory }: Paging): boolean {
  if (!mapped.create) return false;
  const required = { account: "name", contact: "email", lead: "title", deal: "name" }[kind];
  const field = mapped.fields[required];
  const value = field ? fromCrm(field, record.values[field.to], directory) : null;
  return value !== null && !isUnread(value);
}
