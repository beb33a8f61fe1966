// What a contract means for the data as it is today: whom it asks, what is old, whose word stands.
import type { Stage } from "../../model.ts";
import type { Contract } from "./contract.ts";
import { findAsked, isKept } from "./find-breaches.ts";
import type { Standing } from "./standing.ts";
import type { Drift } from "./stored.ts";
import { isKnown } from "./validate.ts";
import { systemWriter } from "./writer.ts";

/** A record with what is known about the field in question. */
export type Measured = { record: Record<string, unknown>; standing: Standing | undefined };

/** Counts over some records. */
export type Measure = { records: number; asked: number; stale: number; overruled: number };

/** Measures one contract; `drifts` are those of its field. */
export function measureContract(
  contract: Contract,
  measured: readonly Measured[],
  { drifts, now }: { drifts: readonly Drift[]; now: number },
): Measure {
  const standingOf = new Map(measured.map(({ record, standing }) => [record.id, standing]));
  const overruled = drifts.filter(({ recordId, source, code }) => {
    const standing = standingOf.get(recordId);
    return code === "outranked" && standing && isKept(contract, standing, systemWriter(source));
  });
  return {
    records: measured.length,
    asked: measured.filter((one) => isAskedNow(contract, one, now)).length,
    stale: measured.filter((one) => isStale(contract, one, now)).length,
    overruled: overruled.length,
  };
}

function isAskedNow(contract: Contract, { record, standing }: Measured, now: number): boolean {
  if (contract.kind !== "deal") return false;
  const breaches = findAsked([contract], {
    ...{ after: record, stage: record.stage as Stage, now, evidence: [], unknownUntil: {} },
    standings: new Map(standing ? [[contract.field, standing]] : []),
  });
  return breaches.some(({ code }) => code === "missing");
}

/** Old: said, or at least last seen with the record, before the contract's time. */
function isStale(contract: Contract, { record, standing }: Measured, now: number): boolean {
  if (contract.freshMs === null || !isKnown(contract, record[contract.field])) return false;
  return (standing?.at ?? Number(record.updatedAt)) < now - contract.freshMs;
}
