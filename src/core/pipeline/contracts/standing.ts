// What is known about the golden fields of a record beside their values: who said them, how sure, on what evidence.
import type { FieldValue } from "../../facts.ts";
import type { Role } from "../../model.ts";
import type { EvidenceKind } from "./contract.ts";
import { evidenceOf } from "./evidence.ts";
import { type Writer, writerOf } from "./writer.ts";

export type Standing = {
  /** Nobody, where a value is there of which nothing is known. */
  writer: Writer | null;
  source: string | null;
  status: "stated" | "estimated" | "verified";
  at: number | null;
  evidence: readonly EvidenceKind[];
  /** Somebody said after the last value that it is not known before then. */
  unknownUntil: number | null;
};

const nothing: Standing = {
  ...{ writer: null, source: null, status: "stated", at: null, evidence: [], unknownUntil: null },
};

/** Field -> standing, of one record. */
export type Standings = ReadonlyMap<string, Standing>;

/** Reads the values of one record, whatever their order. */
export function toStandings(
  values: readonly FieldValue[],
  roleOf: ReadonlyMap<string, Role>,
): Standings {
  const standings = new Map<string, Standing>();
  // Ids rise with time.
  for (const value of values.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const { field, status, source, at, evidence, until = null } = value;
    if (status === "unresolved") continue;
    if (status === "unknown") {
      standings.set(field, { ...(standings.get(field) ?? nothing), unknownUntil: until });
      continue;
    }
    standings.set(field, {
      ...{ writer: writerOf(value, roleOf), source, status, at },
      ...{ evidence: evidenceOf(evidence), unknownUntil: null },
    });
  }
  return standings;
}
