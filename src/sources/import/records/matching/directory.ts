// Who or what a row means by "Acme" or "Moses Frase": by external id, e-mail or phone, or exact name key.
import type { Person, RecordKind } from "../../../../core/model.ts";
import type { Reader } from "../../../../core/ports.ts";
import { toNameKey } from "../../../../core/records/names.ts";
import { parseEmail } from "../../values/email.ts";
import { parsePhone } from "../../values/phone.ts";
import type { Wanted } from "../interpret.ts";
import { findIn } from "./find-in.ts";

/** The tables a directory looks into; both a reader and a unit have them. */
export type Lookup = Pick<
  Reader,
  "externalIds" | "accounts" | "contacts" | "products" | "people" | "teams"
>;

type Found = { id: string } | "none" | "ambiguous";

export type Directory = {
  find(to: RecordKind, candidate: { text: string; isId: boolean }): Found;
  /** Makes a record known that was just created. */
  add(to: RecordKind, name: string, id: string): void;
  /** Who is meant, where people were asked for. */
  person(id: string): Person | undefined;
};

/** Looks up everything a batch of rows refers to, in one query per table. */
export async function loadDirectory(
  read: Lookup,
  wanted: readonly Wanted[],
  sources: readonly string[],
): Promise<Directory> {
  const texts = groupTexts(wanted);
  const byId = new Map<string, Map<string, Found>>();
  const byName = new Map<string, Map<string, Set<string>>>();
  const people = texts.has("person") ? await read.people.find({}) : [];
  for (const [to, names] of texts) {
    byId.set(to, await findByExternalId(read, { to, names, sources }));
    byName.set(to, new Map());
    for (const [name, id] of await findByName(read, { to, names, people })) addName(to, name, id);
  }

  function addName(to: string, name: string, id: string): void {
    const ids = byName.get(to)?.get(name) ?? new Set();
    byName.get(to)?.set(name, ids.add(id));
  }

  const findNamed = (to: RecordKind, text: string): Found => {
    const names = namesOf(to, text);
    const found = names.map((name) => [...(byName.get(to)?.get(name) ?? [])]);
    const [id, another] = found.find((ids) => ids.length > 0) ?? [];
    if (another) return "ambiguous";
    return id ? { id } : "none";
  };

  return {
    find(to, { text, isId }) {
      const known = byId.get(to)?.get(text);
      if (known) return known;
      return isId ? "none" : findNamed(to, text);
    },
    add: (to, name, id) => {
      for (const key of namesOf(to, name)) addName(to, key, id);
    },
    person: (id) => people.find((person) => person.id === id),
  };
}

function groupTexts(wanted: readonly Wanted[]): Map<RecordKind, Set<string>> {
  const texts = new Map<RecordKind, Set<string>>();
  for (const { to, candidates } of wanted) {
    const known = texts.get(to) ?? new Set();
    for (const { text } of candidates) known.add(text);
    texts.set(to, known);
  }
  return texts;
}

type Query = { to: RecordKind; names: ReadonlySet<string>; sources: readonly string[] };

/** Our own source knows best; where only others know the id, they have to agree. */
async function findByExternalId(
  read: Lookup,
  { to, names, sources }: Query,
): Promise<Map<string, Found>> {
  const rows = await findIn(read.externalIds, "externalId", {
    values: [...names],
    where: { source: [...sources], kind: to },
  });
  const found = new Map<string, Found>();
  for (const { externalId, recordId, source } of rows) {
    const known = found.get(externalId);
    const agrees = known === undefined || (known as { id?: string }).id === recordId;
    if (source === sources[0] || agrees) found.set(externalId, { id: recordId });
    else if (!isOwn(rows, externalId, sources[0])) found.set(externalId, "ambiguous");
  }
  return found;
}

function isOwn(
  rows: readonly { externalId: string; source: string }[],
  externalId: string,
  source: string | undefined,
): boolean {
  return rows.some((row) => row.externalId === externalId && row.source === source);
}

/** What a text may be called by, the surest first. */
function namesOf(to: RecordKind, text: string): string[] {
  const reachable = to === "person" || to === "contact";
  const email = reachable && text.includes("@") ? parseEmail(text) : undefined;
  if (email) return [`email:${email}`];
  const phone = reachable && /\d{6}/.test(text) ? parsePhone(text) : undefined;
  if (phone) return [`phone:${phone}`];
  // A contact's name identifies nobody: there are many of each.
  return to === "contact" ? [] : [toNameKey(text)];
}

type Names = [name: string, id: string][];

async function findByName(
  read: Lookup,
  { to, names, people }: { to: RecordKind; names: ReadonlySet<string>; people: Person[] },
): Promise<Names> {
  const keys = [...names].flatMap((text) => namesOf(to, text));
  if (to === "account" || to === "product") {
    const query = { values: keys };
    const rows =
      to === "account"
        ? await findIn(read.accounts, "nameKey", query)
        : await findIn(read.products, "nameKey", query);
    return rows.map(({ nameKey, id }) => [nameKey, id]);
  }
  if (to === "person") return people.flatMap(namesOfPerson);
  if (to === "contact") return findContacts(read, keys);
  if (to === "team") {
    return (await read.teams.find({})).map(({ name, id }) => [toNameKey(name), id]);
  }
  return [];
}

function namesOfPerson({ id, name, email, phone }: Person): Names {
  const names = [toNameKey(name), ...(email ? [`email:${email}`] : [])];
  return [...names, ...(phone ? [`phone:${phone}`] : [])].map((each) => [each, id]);
}

async function findContacts(read: Lookup, keys: string[]): Promise<Names> {
  const of = (prefix: string) =>
    keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  const byEmail = await findIn(read.contacts, "email", { values: of("email:") });
  const byPhone = await findIn(read.contacts, "phone", { values: of("phone:") });
  return [
    ...byEmail.map(({ email, id }): [string, string] => [`email:${email}`, id]),
    ...byPhone.map(({ phone, id }): [string, string] => [`phone:${phone}`, id]),
  ];
}
