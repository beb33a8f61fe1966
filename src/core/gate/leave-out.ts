// What a bulk write brings against a contract: values that stay beside the record, and those let in but told.
import { byName } from "../by-name.ts";
import type { Contract } from "../pipeline/contracts/contract.ts";
import type { Breach } from "../pipeline/contracts/find-breaches.ts";
import type { Standings } from "../pipeline/contracts/standing.ts";
import { type Drift, driftCodes } from "../pipeline/contracts/stored.ts";
import type { Unit } from "../ports.ts";
import { recordDefaults } from "../records/defaults.ts";
import type { Change, ChangeBatch, Draft } from "./gate.ts";

/** Values that must not stand. What a stage asks for is told, and the move let in: it happened, elsewhere. */
const keptOut: ReadonlySet<string> = new Set(["not_listed", "invalid", "placeholder", "outranked"]);

/** What says nothing without its field: a deal that is not won has no day on which it was. */
const companions: Partial<Record<string, readonly string[]>> = byName({
  stage: ["status", "closedAt"],
  amount: ["currency"],
  budget: ["currency"],
});

/** The draft without the values that must not stand. */
export function leaveOut(draft: Draft, breaches: readonly Breach[]): Draft {
  if (breaches.length === 0) return draft;
  const out = new Set(
    breaches
      .filter(({ code }) => keptOut.has(code))
      .flatMap(({ contract: { field } }) => [field, ...(companions[field] ?? [])]),
  );
  if (out.size === 0) return draft;
  const { change, before } = draft;
  const defaults: Record<string, unknown> = recordDefaults[change.kind];
  const after = { ...draft.after };
  for (const field of out) after[field] = (before ?? defaults)[field] ?? null;
  const { original = {} } = change;
  const originals = Object.entries(original).filter(([field]) => !out.has(field));
  return {
    ...draft,
    after,
    change: { ...change, original: Object.fromEntries(originals) } as Change,
    fields: draft.fields.filter((field) => !out.has(field)),
  };
}

type Drifting = {
  unit: Unit;
  batch: ChangeBatch;
  draft: Draft;
  standings: Standings;
  contracts: readonly Contract[];
};

/** What to tell of a bulk write: what it breaks, and what it rightly replaced of somebody's own words. */
export function driftsOf(drifting: Drifting, breaches: readonly Breach[]): Drift[] {
  const { draft, standings, contracts } = drifting;
  if (breaches.length === 0 && !draft.before) return [];
  const told = toldOf(breaches);
  const broken = new Set(breaches.map(({ contract }) => contract.field));
  const replaced = contracts.filter(
    ({ field }) =>
      draft.before !== undefined &&
      draft.fields.includes(field) &&
      !broken.has(field) &&
      (standings.get(field)?.writer?.role ?? null) !== null,
  );
  return [
    ...told.flatMap(({ contract: { id, field }, code: broken }) => {
      const code = driftCodes.find((each) => each === broken);
      return code ? [toDrift(drifting, { contract: id, field, code })] : [];
    }),
    ...replaced.map(({ id, field }) =>
      toDrift(drifting, { contract: id, field, code: "replaced" }),
    ),
  ];
}

/** One breach per field; a move that was kept out left nothing out. */
function toldOf(breaches: readonly Breach[]): Breach[] {
  const stays = breaches.some(
    ({ contract, code }) => contract.field === "stage" && keptOut.has(code),
  );
  const first = new Map<string, Breach>();
  for (const breach of breaches) {
    const { field } = breach.contract;
    if ((keptOut.has(breach.code) || !stays) && !first.has(field)) first.set(field, breach);
  }
  return [...first.values()];
}

function toDrift(
  { unit, batch, draft, standings }: Drifting,
  what: Pick<Drift, "contract" | "field" | "code">,
): Drift {
  const { change, before, after } = draft;
  const isAsked = what.code === "missing" || what.code === "no_evidence";
  return {
    // The same source says the same field again: its latest word is the drift.
    id: `${change.id}:${what.field}:${batch.source}`,
    ...{ kind: change.kind, recordId: change.id, ...what },
    // Of a move that brought too little: where it moved to.
    value: (isAsked ? after.stage : after[what.field]) ?? null,
    standing: before?.[what.field] ?? null,
    source: batch.source,
    standingSource: standings.get(what.field)?.source ?? null,
    batchId: batch.batchId ?? null,
    at: unit.now,
  };
}
