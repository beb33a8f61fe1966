// Changes through the gate. A value it will not have is left out and told, so that the rest of the row gets in.
import type { Change, Refusal } from "../../../core/gate/gate.ts";
import type { RecordKind } from "../../../core/model.ts";
import { recordDefaults } from "../../../core/records/defaults.ts";
import type { Pass } from "./context.ts";
import type { Fields } from "./interpret.ts";

export type RecordChange = {
  kind: RecordKind;
  id: string;
  isNew: boolean;
  set: Fields;
  original: Record<string, string>;
  line: number;
  /** Originals that were kept before of values that could not be: once is enough. */
  told?: Record<string, string>;
};

// More values of one row than this are not refused one after another.
const maxAttempts = 6;

/** Applies changes; returns those that could not be made at all, with why. */
export async function applyChanges(
  pass: Pass,
  changes: readonly RecordChange[],
): Promise<Map<RecordChange, Refusal>> {
  const refused = new Map<RecordChange, Refusal>();
  let pending = changes;
  for (let attempt = 1; pending.length > 0; attempt += 1) {
    const outcomes = (await apply(pass, pending)).flatMap((refusal) => {
      const change = pending[refusal.index];
      return change ? [{ change, refusal }] : [];
    });
    const again = outcomes.filter(
      ({ change, refusal }) => attempt < maxAttempts && leaveOut(pass, change, refusal),
    );
    for (const { change, refusal } of outcomes) refused.set(change, refusal);
    for (const { change } of again) refused.delete(change);
    pending = again.map(({ change }) => change).filter(saysSomething);
  }
  return refused;
}

function saysSomething({ isNew, set, original }: RecordChange): boolean {
  return isNew || Object.keys(set).length + Object.keys(original).length > 0;
}

function apply({ context, unit, file }: Pass, changes: readonly RecordChange[]) {
  return context.gate.apply(unit, {
    by: context.by,
    via: "import",
    source: context.source,
    batchId: context.batchId,
    changes: changes.map(({ kind, id, isNew, set, original, line }) => {
      const evidence = { file: file.name, line };
      // Values were checked against the record's own schema, field by field (mapping/compile.ts).
      return { kind, id, create: isNew, set, original, evidence } as Change;
    }),
  });
}

/** Takes the refused value out of the change; false where the record cannot do without it. */
function leaveOut({ file, tally }: Pass, change: RecordChange, { code, field }: Refusal): boolean {
  if (code === "forbidden" || field === null || !(field in change.set)) return false;
  const hasDefault = Object.hasOwn(recordDefaults[change.kind], field);
  if (change.isNew && !hasDefault) return false;
  const value = String(change.set[field]);
  const original = change.original[field] ?? value;
  delete change.set[field];
  delete change.original[field];
  if (change.told?.[field] !== original) change.original[field] = original;
  const column = file.columns.find(({ record }) => record === field)?.column ?? field;
  const params = { field };
  tally.notes.push({ code: "refused_value", column, value: original, params, line: change.line });
  return true;
}
