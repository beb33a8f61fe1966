// Colleagues with one address or phone between them.
import type { Pass } from "../context.ts";
import type { Work } from "../upsert.ts";

/** An e-mail or phone belongs to one colleague only: whoever comes second is stored without it, and it is told. */
export async function keepUnique(pass: Pass, works: readonly Work[]): Promise<void> {
  const people = await pass.unit.people.find({});
  for (const field of ["email", "phone"] as const) {
    const holders = new Map<unknown, string>(people.map((person) => [person[field], person.id]));
    for (const work of works) settle(pass, { work, field, holders });
  }
}

type Claim = { work: Work; field: "email" | "phone"; holders: Map<unknown, string> };

function settle(pass: Pass, { work, field, holders }: Claim): void {
  const value = work.draft.set[field];
  if (typeof value !== "string") return;
  const holder = holders.get(value);
  if (holder !== undefined && holder !== work.known?.id) leaveOut(pass, work, { field, value });
  else holders.set(value, work.known?.id ?? work.draft.key);
}

function leaveOut(
  { file, tally }: Pass,
  { draft }: Work,
  { field, value }: { field: "email" | "phone"; value: string },
): void {
  delete draft.set[field];
  draft.original[field] = value;
  const column = file.columns.find((each) => each.record === field)?.column ?? field;
  tally.notes.push({
    ...{ code: "taken_value", column, value, line: draft.line },
    params: { field },
  });
}
