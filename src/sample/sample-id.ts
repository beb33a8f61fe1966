// Ids of sample records: the prefixes of core, and a key instead of time and chance.
import { type IdKind, idPrefixes } from "../core/ids.ts";

/** The id of one sample record, such as `per_sample_ana`. */
export function sampleId(kind: IdKind, key: string): string {
  return `${idPrefixes[kind]}_sample_${key}`;
}

/** Like `sampleId` with a number as key, padded so that ids sort as the numbers do. */
export function numberedId(kind: IdKind, number: number): string {
  return sampleId(kind, String(number).padStart(5, "0"));
}
