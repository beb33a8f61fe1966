// Which of our records each record of a CRM is: by its id, else by what names one alone, else a new one.
import type { ExternalId } from "../../facts.ts";
import type { Unit } from "../../ports.ts";
import type { CrmRecord } from "./connector.ts";
import { sourcesOf } from "./mapping.ts";
import type { Paging } from "./take-page.ts";
import { fromCrm, isUnread } from "./values.ts";

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
  const source = `crm:${connection.name}`;
  const id = unit.newId("externalId");
  return { id, kind, recordId, source, externalId: record.id, createdAt: unit.now };
}

/** Contacts by e-mail, accounts by domain: one of ours, and one of theirs in the page, else it is nobody's. */
async function findNamed(
  unit: Unit,
  paging: Paging,
  open: readonly CrmRecord[],
): Promise<Map<string, string>> {
  const { kind } = paging;
  if (open.length === 0 || (kind !== "contact" && kind !== "account")) return new Map();
  const names = new Map(open.map((record) => [record.id, nameOf(record, paging)]));
  const given = [...new Set([...names.values()].flatMap((name) => name ?? []))];
  const rows =
    kind === "contact"
      ? (await unit.contacts.find({ email: given })).map(({ id, email }) => ({ id, name: email }))
      : (await unit.accounts.find({ domain: given })).map(({ id, domain }) => ({
          id,
          name: domain,
        }));
  const named = new Map<string, string>();
  for (const [crmId, name] of names) {
    const ours = rows.filter((row) => row.name === name);
    const theirs = [...names.values()].filter((one) => one === name);
    const [only] = ours;
    if (name && only && ours.length === 1 && theirs.length === 1) named.set(crmId, only.id);
  }
  return named;
}

function nameOf(record: CrmRecord, { kind, mapped, directory }: Paging): string | undefined {
  const field = mapped.fields[kind === "contact" ? "email" : "domain"];
  const value = field ? fromCrm(field, record.values[field.to], directory) : null;
  return typeof value === "string" ? value.toLowerCase() : undefined;
}

/** Whether it may be made, and has what a record of its kind cannot be without. */
function isRecord(record: CrmRecord, { kind, mapped, directory }: Paging): boolean {
  if (!mapped.create) return false;
  const required = { account: "name", contact: "email", lead: "title", deal: "name" }[kind];
  const field = mapped.fields[required];
  const value = field ? fromCrm(field, record.values[field.to], directory) : null;
  return value !== null && !isUnread(value);
}
