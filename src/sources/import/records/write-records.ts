// One batch of rows into records, in one transaction.
import type { RecordKind } from "../../../core/model.ts";
import { fillAccounts } from "./accounts.ts";
import { settleContacts } from "./contacts.ts";
import type { Pass } from "./context.ts";
import type { Interpreted } from "./interpret.ts";
import { adoptKnown } from "./matching/adopt.ts";
import { promoteManagers } from "./matching/managers.ts";
import { resolveReferences } from "./matching/references.ts";
import { keepUnique } from "./matching/unique.ts";
import { type Draft, type Stored, upsert } from "./upsert.ts";

/** Stores rows that are records of one kind; what became of them is in the pass's tally. */
export async function writeRecords(
  pass: Pass,
  kind: RecordKind,
  rows: readonly Interpreted[],
): Promise<void> {
  const directory = await resolveReferences(pass, rows);
  if (kind === "lead") {
    await fillAccounts(pass, rows);
    await settleContacts(pass, rows);
    for (const row of rows) settleStatus(row);
  }
  if (kind === "person") for (const row of rows) refuseOperator(pass, row);
  const stored = await upsert(pass, {
    kind,
    drafts: rows,
    adopt: (strangers) => adoptKnown(pass, kind, strangers),
    ...(kind === "person" ? { settle: (works) => keepUnique(pass, works) } : {}),
  });
  if (kind === "person") await promoteManagers(pass, rows, directory);
  for (const row of rows) count(pass, row, stored.get(row));
  await tellBatch(pass, kind, stored);
}

/** A lead that somebody works is no new one, and one in work that nobody owns lies in the pool. */
function settleStatus({ set }: Interpreted): void {
  const isOpen = set.status === undefined || set.status === "new" || set.status === "offered";
  if (set.ownerId && isOpen) set.status = "accepted";
  if (!set.ownerId && (set.status === "accepted" || set.status === "offered")) set.status = "pool";
}

function count({ tally }: Pass, row: Interpreted, stored: Stored | undefined): void {
  const notes = row.notes.map((note) => ({ ...note, line: row.line }));
  tally.notes.push(...notes);
  if (stored && "id" in stored) {
    tally.stored += 1;
    return;
  }
  const { code = "invalid", message = "", field = null } = stored?.refusal ?? {};
  const known = code === "forbidden" || code === "contract" ? code : "invalid";
  tally.rejections.push({ line: row.line, code: known, params: { message }, column: field });
}

/** Who holds the terminal makes operators; a file somebody dropped into the chat does not. */
function refuseOperator({ context, file }: Pass, { set, original, notes, raw }: Interpreted): void {
  if (set.role !== "operator" || context.by.kind !== "person") return;
  delete set.role;
  original.role = raw.role ?? "operator";
  const column = file.columns.find(({ field }) => field === "role")?.column ?? "role";
  notes.push({ code: "refused_value", column, value: original.role, params: { field: "role" } });
}

/** Leads that came in now, are new and nobody's: somebody has to assign them. */
async function tellBatch(
  { unit, context }: Pass,
  kind: RecordKind,
  stored: ReadonlyMap<Draft, Stored>,
): Promise<void> {
  if (kind !== "lead" || !context.onBatch) return;
  const leadIds: string[] = [];
  for (const [{ set }, outcome] of stored) {
    const isOpen = (set.status ?? "new") === "new" && !set.ownerId;
    if ("id" in outcome && outcome.isNew && isOpen) leadIds.push(outcome.id);
  }
  await context.onBatch(unit, { leadIds });
}
