// From "the account it names" to an account's id. What is not found stays empty, with what was written beside it.
import { toNameKey } from "../../../../core/records/names.ts";
import { parseEmail } from "../../values/email.ts";
import { isMasked } from "../../values/masked.ts";
import { applyChanges, type RecordChange } from "../apply.ts";
import type { Pass } from "../context.ts";
import type { Fields, Interpreted, Wanted } from "../interpret.ts";
import { ownKindOf } from "../own-kind.ts";
import { personDefaults } from "../person-defaults.ts";
import { type Directory, loadDirectory } from "./directory.ts";

/** Sets every reference of these rows, making the records that may be made on the way. */
export async function resolveReferences(
  pass: Pass,
  rows: readonly Interpreted[],
): Promise<Directory> {
  const wanted = rows.flatMap((row) => row.wanted);
  const directory = await loadDirectory(pass.unit, wanted, pass.context.sources);
  await createMissing(pass, rows, directory);
  for (const row of rows)
    for (const each of row.wanted) setReference(pass, { row, each, directory });
  return directory;
}

type Made = RecordChange & { name: string; column: string };

async function createMissing(
  pass: Pass,
  rows: readonly Interpreted[],
  directory: Directory,
): Promise<void> {
  const made = new Map<string, Made>();
  for (const row of rows) {
    for (const each of row.wanted) {
      const named = nameToCreate(pass, each, directory);
      if (named)
        addMissing(made, `${each.to} ${toNameKey(named.text)}`, { pass, row, each, named });
    }
  }
  const refused = await applyChanges(pass, [...made.values()]);
  for (const change of made.values()) {
    if (refused.has(change)) continue;
    const { kind, id, line, name, column } = change;
    directory.add(kind, name, id);
    const params = { to: kind };
    pass.tally.notes.push({ code: "created_by_reference", column, value: name, line, params });
  }
}

type Missing = {
  pass: Pass;
  row: Interpreted;
  each: Wanted;
  named: { text: string; column: string };
};

/** Several rows name the same one; who is somebody's manager is one, whatever else names them. */
function addMissing(made: Map<string, Made>, key: string, { pass, row, each, named }: Missing) {
  const known = made.get(key);
  if (known && each.field === "manager") known.set.role = "manager";
  const { text: name, column } = named;
  if (!known) made.set(key, { ...newRecord(pass, row, { each, name }), column });
}

/** A name that nobody has yet and that may be given; nothing otherwise. */
function nameToCreate(pass: Pass, each: Wanted, directory: Directory) {
  const isOwnKind = each.to === ownKindOf(pass.file);
  if (!each.create || (isOwnKind && !pass.isLast)) return undefined;
  if (each.candidates.some((candidate) => directory.find(each.to, candidate) !== "none")) {
    return undefined;
  }
  return each.candidates.find(({ text, isId }) => !isId && isName(text));
}

function isName(text: string): boolean {
  return toNameKey(text) !== "" && !isMasked(text, "name") && !text.startsWith("#");
}

function newRecord(
  pass: Pass,
  row: Interpreted,
  { each, name }: { each: Wanted; name: string },
): RecordChange & { name: string } {
  const id = pass.unit.newId(each.to);
  const set = {
    ...(each.to === "person" ? personDefaults(pass.context.by) : {}),
    ...(each.to === "account" ? known(row.account) : {}),
    ...firstFields(each, name),
  };
  return { kind: each.to, id, isNew: true, set, original: {}, line: row.line, name };
}

function firstFields({ to, field }: Wanted, name: string): Fields {
  if (to !== "person" && to !== "contact") return { name };
  const email = name.includes("@") ? parseEmail(name) : undefined;
  if (to === "contact") return email ? { email } : { name };
  const role = field === "manager" ? "manager" : "rep";
  return email ? { name: email.split("@")[0], email, role } : { name, role };
}

function known(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

type Setting = { row: Interpreted; each: Wanted; directory: Directory };

function setReference(pass: Pass, { row, each, directory }: Setting): void {
  const { to, record, candidates } = each;
  const all = candidates.map((candidate) => directory.find(to, candidate));
  const found = all.find((one) => typeof one === "object");
  if (found) {
    row.set[record] = found.id;
    return;
  }
  if (to === ownKindOf(pass.file) && !pass.isLast) {
    // It may stand further down, or in the next file.
    pass.tally.isPending = true;
    return;
  }
  const { text, column } = candidates.find(({ isId }) => !isId) ?? candidates[0] ?? nobody;
  row.set[record] = null;
  row.original[record] = text;
  const isVisitor = pass.file.kind === "touches" && each.field === "contact";
  const code = isVisitor ? "unknown_visitor" : problemOf(text, all.includes("ambiguous"));
  row.notes.push({ code, column, value: text, params: { to } });
}

const nobody = { text: "", column: "", isId: false };

function problemOf(text: string, isAmbiguous: boolean) {
  if (isMasked(text, text.includes("@") ? "email" : "name")) return "masked_value";
  return isAmbiguous ? "ambiguous_reference" : "unresolved_reference";
}
