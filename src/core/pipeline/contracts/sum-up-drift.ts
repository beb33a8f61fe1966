// Drift as figures: what changed elsewhere, by field and source.
import { groupBy } from "../../group-by.ts";
import type { Drift, DriftCode } from "./stored.ts";

/** How often one source went against one contract in one way, and when last. */
export type DriftCount = {
  contract: string;
  source: string;
  code: DriftCode;
  count: number;
  lastAt: number;
};

/** Most frequent first; equal ones by name. */
export function sumUpDrift(drifts: readonly Drift[]): DriftCount[] {
  const groups = groupBy(drifts, ({ contract, source, code }) => `${contract} ${source} ${code}`);
  const counts = [...groups.values()].flatMap((group): DriftCount[] => {
    const [first] = group;
    if (!first) return [];
    const { contract, source, code } = first;
    const lastAt = group.reduce((last, { at }) => Math.max(last, at), 0);
    return [{ contract, source, code, count: group.length, lastAt }];
  });
  const name = ({ contract, source, code }: DriftCount) => `${contract} ${source} ${code}`;
  return counts.sort((one, other) => other.count - one.count || (name(one) < name(other) ? -1 : 1));
}
