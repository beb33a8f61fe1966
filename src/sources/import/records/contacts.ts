// The people beside leads: each row's contact, found by e-mail or phone or made, and completed.
import { toNameKey } from "../../../core/records/names.ts";
import { applyChanges, type RecordChange } from "./apply.ts";
import type { Pass } from "./context.ts";
import { fillRecords, type Mention } from "./fill.ts";
import type { Fields, Interpreted } from "./interpret.ts";
import { findIn } from "./matching/find-in.ts";
import { findClaimed, findKnown } from "./matching/known.ts";

/** Sets the contact of each lead that says who it is and names none by id. */
export async function settleContacts(pass: Pass, rows: readonly Interpreted[]): Promise<void> {
  const wanting = rows.filter(({ set, contact }) => !set.contactId && isSomebody(contact));
  if (wanting.length === 0) return;
  const places = await placeRows(pass, wanting);
  const old = await fillOld(pass, places);
  const made = places.flatMap(({ made }) => made ?? []);
  const refused = await applyChanges(pass, [...new Set(made), ...old]);
  const stored = places.filter((place) => !place.made || !refused.has(place.made));
  for (const { row, id } of stored) row.set.contactId = id;
  await link(pass, stored);
}

type Place = {
  row: Interpreted;
  id: string;
  isLinked: boolean;
  /** The contact as it is, or the change that makes it. */
  current?: Fields;
  made?: RecordChange;
};

function isSomebody({ name, email, phone }: Fields): boolean {
  return [name, email, phone].some((value) => typeof value === "string");
}

const keyOf = ({ key }: Interpreted) => `lead:${key}`;

/** Which contact each row means: its own of last time, one of the same e-mail or phone, or a new one. */
async function placeRows(pass: Pass, rows: readonly Interpreted[]): Promise<Place[]> {
  const { unit, context } = pass;
  const keys = rows.map(keyOf);
  const known = await findKnown(unit, { kind: "contact", source: context.source, keys });
  const marks = await loadMarks(pass, rows);
  return rows.map((row): Place => {
    const own = known.get(keyOf(row));
    const { id: ownId, current } = own ?? {};
    if (ownId && current) return { row, id: ownId, current, isLinked: true };
    const wanted = fieldsOf(row);
    if (ownId) return { row, id: ownId, made: newContact(ownId, row), isLinked: true };
    const same = marks.find(wanted);
    if (same?.made) mergeInto(same.made, wanted);
    if (same) return { row, ...same, isLinked: false };
    const id = unit.newId("contact");
    const made = newContact(id, row);
    marks.add(wanted, { id, made });
    return { row, id, made, isLinked: false };
  });
}

function newContact(id: string, row: Interpreted): RecordChange {
  return { kind: "contact", id, isNew: true, set: fieldsOf(row), original: {}, line: row.line };
}

function fieldsOf({ contact, set }: Interpreted): Fields {
  return { ...contact, ...(set.accountId ? { accountId: set.accountId } : {}) };
}

function mergeInto({ set }: RecordChange, wanted: Fields): void {
  for (const [field, value] of Object.entries(wanted)) set[field] ??= value;
}

type Marked = { id: string; current?: Fields; made?: RecordChange };

async function loadMarks({ unit }: Pass, rows: readonly Interpreted[]) {
  const all = (field: string) =>
    rows.map(({ contact }) => contact[field]).filter((value) => typeof value === "string");
  const index = new Map<string, Marked>();

  const add = (fields: Fields, marked: Marked): void => {
    for (const mark of marksOf(fields)) if (!index.has(mark)) index.set(mark, marked);
  };
  const byEmail = await findIn(unit.contacts, "email", { values: all("email") });
  const byPhone = await findIn(unit.contacts, "phone", { values: all("phone") });
  for (const contact of [...byEmail, ...byPhone]) {
    add(contact, { id: contact.id, current: contact });
  }
  return {
    add,
    find: (fields: Fields) =>
      marksOf(fields)
        .map((mark) => index.get(mark))
        .find((marked) => marked && !contradicts(fields, marked.current ?? marked.made?.set ?? {})),
  };
}

function marksOf({ email, phone }: Fields): string[] {
  return [email ? `email:${email}` : "", phone ? `phone:${phone}` : ""].filter(
    (mark) => mark !== "",
  );
}

/** Colleagues share a switchboard: the same phone with another e-mail or name is somebody else. */
function contradicts(fields: Fields, other: Fields): boolean {
  if (fields.email && fields.email === other.email) return false;
  if (fields.email && other.email) return true;
  const names = [fields.name, other.name].map((name) => toNameKey(String(name ?? "")));
  return names[0] !== "" && names[1] !== "" && names[0] !== names[1];
}

async function fillOld(pass: Pass, places: readonly Place[]): Promise<RecordChange[]> {
  const ids = places.flatMap(({ id, current }) => (current ? [id] : []));
  const { source } = pass.context;
  const claims = await findClaimed(pass.unit, { kind: "contact", source, ids });
  const mentions = places.flatMap(({ row, id, current, isLinked }): Mention[] => {
    const isOnly = isLinked && claims.get(id) === 1;
    return current ? [{ id, current, set: fieldsOf(row), line: row.line, isOnly }] : [];
  });
  return fillRecords(pass, "contact", mentions);
}

async function link({ unit, context }: Pass, places: readonly Place[]): Promise<void> {
  await unit.externalIds.put(
    ...places
      .filter(({ isLinked }) => !isLinked)
      .map(({ row, id }) => ({
        id: unit.newId("externalId"),
        kind: "contact",
        recordId: id,
        source: context.source,
        externalId: keyOf(row),
        createdAt: unit.now,
      })),
  );
}
