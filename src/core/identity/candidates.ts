// Which contacts and accounts carry a name. A name that several carry says nothing.
import type { ExternalId } from "../facts.ts";
import type { Reader } from "../ports.ts";
import { isAccountName, isLearned } from "./names.ts";
import { type CustomerIdentity, keyOf, type Name, type Visitor, valuesByKind } from "./visitor.ts";

export type Candidate = { contactId: string; identity: CustomerIdentity };

export type Candidates = {
  /** The contacts these names lead to, each once, by its strongest name. */
  contactsOf(names: readonly CustomerIdentity[]): Candidate[];
  accountOf(names: readonly CustomerIdentity[]): string | null;
  /** Visitors that stand for a name themselves, by their key. */
  learned: ReadonlyMap<string, Visitor>;
};

type Reads = Pick<Reader, "contacts" | "accounts" | "externalIds" | "visitors">;
type Index = Map<string, Set<string>>;

/** Looks all names up at once: a few questions to the database, however many names. */
export async function findCandidates(
  read: Reads,
  names: readonly CustomerIdentity[],
  done: ReadonlyMap<string, Visitor>,
): Promise<Candidates> {
  const people: Index = new Map();
  const accounts: Index = new Map();
  await addCarriers(read, names, people);
  await addDomains(read, names, accounts);
  await addExternalIds(read, names, { people, accounts });
  const learned = await readLearned(read, names, done);
  for (const name of names.filter(isLearned)) {
    const contactId = learned.get(learnedKey(name))?.contactId;
    if (contactId) add(people, name, contactId);
  }
  return {
    learned,
    contactsOf: (own) => {
      const found = new Map<string, Candidate>();
      for (const identity of [...own].sort(byStrength)) {
        const contactId = onlyOne(people, identity);
        if (contactId && !found.has(contactId)) found.set(contactId, { contactId, identity });
      }
      return [...found.values()];
    },
    accountOf: (own) => {
      const ids = new Set(own.filter(isAccountName).map((name) => onlyOne(accounts, name)));
      ids.delete(undefined);
      return ids.size === 1 ? ([...ids][0] ?? null) : null;
    },
  };
}

/** The key of the visitor that stands for a learned name: another cookie is its own. */
export function learnedKey(name: Name): string {
  return name.kind === "visitor" ? name.value : keyOf(name);
}

/** What was said of the person directly counts before what was learned; a phone may be a switchboard's. */
const strength = ["contact", "email"];
const rank = ({ kind }: Name) => {
  if (kind === "phone") return strength.length + 1;
  const place = strength.indexOf(kind);
  return place < 0 ? strength.length : place;
};
const byStrength = (one: Name, other: Name) => rank(one) - rank(other);

async function addCarriers(read: Reads, names: readonly Name[], people: Index): Promise<void> {
  const values = valuesByKind(names);
  const of = (kind: string) => values.get(kind) ?? [];
  const asked = [...of("contact"), ...of("email"), ...of("phone")];
  if (asked.length === 0) return;
  for (const { id } of await findIn(read.contacts, "id", of("contact")))
    add(people, { kind: "contact", value: id }, id);
  for (const { id, email } of await findIn(read.contacts, "email", of("email")))
    add(people, { kind: "email", value: email ?? "" }, id);
  for (const { id, phone } of await findIn(read.contacts, "phone", of("phone")))
    add(people, { kind: "phone", value: phone ?? "" }, id);
}

async function addDomains(read: Reads, names: readonly Name[], accounts: Index): Promise<void> {
  const domains = valuesByKind(names).get("domain") ?? [];
  for (const { id, domain } of await findIn(read.accounts, "domain", domains))
    add(accounts, { kind: "domain", value: domain ?? "" }, id);
}

/** `hubspot.contact` 84 is what the import from HubSpot calls its contact 84. */
async function addExternalIds(
  read: Reads,
  names: readonly Name[],
  { people, accounts }: { people: Index; accounts: Index },
): Promise<void> {
  const outside = names.filter(({ kind }) => kind.includes("."));
  const values = outside.map(({ value }) => value);
  const rows = await findIn(read.externalIds, "externalId", values);
  const known = new Map<string, ExternalId[]>();
  for (const row of rows) known.set(row.externalId, [...(known.get(row.externalId) ?? []), row]);
  for (const name of outside) {
    const kind = isAccountName(name) ? "account" : "contact";
    const index = kind === "account" ? accounts : people;
    (known.get(name.value) ?? [])
      .filter((row) => row.kind === kind && isOf(row.source, name))
      .forEach(({ recordId }) => {
        add(index, name, recordId);
      });
  }
}

function isOf(source: string, { kind }: Name): boolean {
  const system = kind.split(".")[0] ?? "";
  return source === system || source.toLowerCase().endsWith(`:${system}`);
}

async function readLearned(
  read: Reads,
  names: readonly Name[],
  done: ReadonlyMap<string, Visitor>,
): Promise<Map<string, Visitor>> {
  const keys = names.filter(isLearned).map(learnedKey);
  const rows = await findIn(read.visitors, "id", keys);
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const key of keys) {
    const newer = done.get(key);
    if (newer) known.set(key, newer);
  }
  return known;
}

async function findIn<Row, Field extends string>(
  table: { find(where: Record<Field, string[]>): Promise<Row[]> },
  field: Field,
  values: readonly string[],
): Promise<Row[]> {
  if (values.length === 0) return [];
  return table.find({ [field]: [...new Set(values)] } as Record<Field, string[]>);
}

function add(index: Index, name: Name, id: string): void {
  const ids = index.get(keyOf(name));
  if (ids) ids.add(id);
  else index.set(keyOf(name), new Set([id]));
}

function onlyOne(index: Index, name: Name): string | undefined {
  const ids = index.get(keyOf(name));
  return ids?.size === 1 ? [...ids][0] : undefined;
}
