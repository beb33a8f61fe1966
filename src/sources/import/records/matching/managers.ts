// Who must be a manager, since others report to them.
import type { Person } from "../../../../core/model.ts";
import { applyChanges } from "../apply.ts";
import type { Pass } from "../context.ts";
import type { Interpreted } from "../interpret.ts";
import type { Directory } from "./directory.ts";

/** Makes people whom others report to managers, once, where the file has no column that says otherwise. */
export async function promoteManagers(
  pass: Pass,
  rows: readonly Interpreted[],
  directory: Directory,
): Promise<void> {
  if (pass.file.columns.some(({ field }) => field === "role")) return;
  const lines = new Map<string, number>();
  for (const { set, line } of rows) {
    if (typeof set.managerId === "string") lines.set(set.managerId, line);
  }
  const reps = [...lines.keys()]
    .map((id) => directory.person(id))
    .filter((person): person is Person => person?.role === "rep");
  const done = await promotedBefore(pass, reps);
  for (const person of reps) {
    if (!done.has(person.id)) await promote(pass, person, lines.get(person.id) ?? 1);
  }
}

/** Whoever this source once made a manager and is none now was changed by somebody who knows better. */
async function promotedBefore({ unit, context }: Pass, reps: readonly Person[]) {
  if (reps.length === 0) return new Set<string>();
  const values = await unit.fieldValues.find({
    kind: "person",
    recordId: reps.map(({ id }) => id),
    field: "role",
    source: context.source,
  });
  const manager = values.filter(({ value }) => value === "manager");
  return new Set(manager.map(({ recordId }) => recordId));
}

async function promote(pass: Pass, { id, name }: Person, line: number): Promise<void> {
  const set = { role: "manager" };
  await applyChanges(pass, [{ kind: "person", id, isNew: false, set, original: {}, line }]);
  const column = pass.file.columns.find(({ field }) => field === "manager")?.column ?? "";
  pass.tally.notes.push({ code: "promoted_by_reference", column, value: name, line });
}
