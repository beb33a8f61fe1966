// A batch of leads to reps at once: as many as capacity allows, and of all such ways one with the highest sum of fits.
import { createMoves, type Moves, rejoin } from "./moves.ts";
import { createSearch, findPath, type Search } from "./shortest-path.ts";

/** What the solver looks at: costs of pairs and of places; lower is better, none is negative. */
export type Batch = {
  leads: number;
  reps: number;
  /** `lead * reps + rep`: the cost of giving a lead to a rep; Infinity where a hard limit forbids it. */
  costs: Float64Array;
  /**
   * Cost of a rep's next place when `taken` of this batch are theirs already: their load counts more with every lead.
   * Must not fall as `taken` grows, else the answer is not optimal. Infinity: no place is left.
   */
  placeCost(rep: number, taken: number): number;
  /** At least as much as any pair and its place cost together. */
  highest: number;
};

/**
 * The rep of each lead, -1 for those nobody has a place for. Exact: minimum-cost flow by successive shortest paths
 * (Ahuja, Magnanti and Orlin, Network Flows, 1993, section 9.7) on a graph of reps rather than of leads: leads of one
 * rep differ, on a path, only by the cheapest of them to move. A lead more costs one search over the reps.
 */
export function assignBatch(batch: Batch): Int32Array {
  const { leads, reps } = batch;
  const { costs, width } = withNobody(batch);
  const search = createSearch(width);
  const moves = createMoves(costs, width);
  const repOf = new Int32Array(leads).fill(-1);
  const taken = new Int32Array(width);
  const leave = new Float64Array(width);
  for (let rep = 0; rep < reps; rep += 1) leave[rep] = batch.placeCost(rep, 0);
  for (let lead = 0; lead < leads; lead += 1) {
    const enter = costs.subarray(lead * width, (lead + 1) * width);
    const end = findPath(search, { enter, steps: moves.cost, leave });
    shift({ repOf, moves, search }, { lead, end });
    taken[end] = (taken[end] ?? 0) + 1;
    if (end < reps) leave[end] = batch.placeCost(end, taken[end] ?? 0);
  }
  return repOf.map((rep) => (rep === reps ? -1 : rep));
}

/**
 * One more rep, Nobody, with a place for everybody, dearer than the longest chain of moves that a place for one more
 * lead could cost: so a lead is Nobody's only when it must be, and then the right one.
 */
function withNobody({ leads, reps, costs, highest }: Batch): {
  costs: Float64Array;
  width: number;
} {
  const width = reps + 1;
  const wider = new Float64Array(leads * width).fill(highest * (width + 1) + 1);
  for (let lead = 0; lead < leads; lead += 1)
    wider.set(costs.subarray(lead * reps, (lead + 1) * reps), lead * width);
  return { costs: wider, width };
}

type State = { repOf: Int32Array; moves: Moves; search: Search };

/** Along the path each rep hands its cheapest lead to the next; the new lead comes in at its beginning. */
function shift(
  { repOf, moves, search }: State,
  { lead, end }: { lead: number; end: number },
): void {
  let to = end;
  for (let from = search.before[to] ?? -1; from >= 0; from = search.before[to] ?? -1) {
    const moved = moves.cheapest[from * moves.reps + to] ?? -1;
    repOf[moved] = to;
    rejoin(moves, { lead: moved, from, to });
    to = from;
  }
  repOf[lead] = to;
  rejoin(moves, { lead, from: -1, to });
}
