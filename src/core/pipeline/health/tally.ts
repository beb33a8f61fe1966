// Observations counted: by field, person, team, region; the same cells answer every question.
import type { Person, Team } from "../../model.ts";
import type { Count, Metric, Observation, Subject } from "./metric.ts";
import { sliceOf } from "./person-lines.ts";

/** One count, and what it is of. */
export type Cell = Count & {
  metric: Metric;
  field: string;
  ownerId: string | null;
  region: string | null;
};

/** Counts as observations come in. */
export type Tally = {
  add(subject: Pick<Subject, "ownerId" | "region">, observations: readonly Observation[]): void;
  cells(): Cell[];
};

/** Holds one cell per owner, region, metric and field, never the observations. */
export function createTally(): Tally {
  const owners = new Map<string, Map<string, Cell>>();
  return {
    add({ ownerId, region }, observations) {
      const whose = `${ownerId ?? ""}\t${region ?? ""}`;
      const own = owners.get(whose) ?? new Map<string, Cell>();
      owners.set(whose, own);
      for (const { metric, field, kept } of observations) {
        const key = metric + field;
        const cell = own.get(key) ?? { metric, field, ownerId, region, kept: 0, total: 0 };
        own.set(key, cell);
        cell.total += 1;
        if (kept) cell.kept += 1;
      }
    },
    cells: () => [...owners.values()].flatMap((own) => [...own.values()]),
  };
}

/** Adds cells up under the name each is given; several names, or none. */
export function sumBy(
  cells: readonly Cell[],
  nameOf: (cell: Cell) => readonly string[],
): Map<string, Count> {
  const sums = new Map<string, Count>();
  for (const cell of cells) {
    for (const name of nameOf(cell)) {
      const sum = sums.get(name) ?? { kept: 0, total: 0 };
      sums.set(name, { kept: sum.kept + cell.kept, total: sum.total + cell.total });
    }
  }
  return sums;
}

/** The slices a cell lies in: everything, its field, its owner, the owner's teams up to the root, its region. */
export function slicesOf(
  people: readonly Person[],
  teams: readonly Team[],
): (cell: Cell) => string[] {
  const teamOf = new Map(people.map(({ id, teamId }) => [id, teamId]));
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const known = new Map<string | null, string[]>();
  const ofOwner = (ownerId: string | null): string[] => {
    const before = known.get(ownerId);
    if (before) return before;
    const above: string[] = [];
    for (let id = teamOf.get(ownerId ?? "") ?? null; id && !above.includes(`team:${id}`); ) {
      above.push(`team:${id}`);
      id = parentOf.get(id) ?? null;
    }
    const slices = [sliceOf(ownerId), ...above];
    known.set(ownerId, slices);
    return slices;
  };
  return ({ ownerId, field, region }) => [
    ...["all", `field:${field}`, ...ofOwner(ownerId)],
    ...(region === null ? [] : [`region:${region}`]),
  ];
}
