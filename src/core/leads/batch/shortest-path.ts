// The cheapest way for one more lead into the graph of reps: Dijkstra's search on costs made non-negative by potentials.

/** Kept between searches: potentials hold what earlier searches learned (Johnson, 1977). */
export type Search = {
  reps: number;
  /** Per rep, and last for leaving the graph. */
  potential: Float64Array;
  distance: Float64Array;
  isDone: Uint8Array;
  /** The rep before each on the cheapest way to it; -1 where the way begins. */
  before: Int32Array;
};

/** Costs of the graph as it is now; Infinity where there is no way. */
export type Graph = {
  enter: Float64Array;
  /** `from * reps + to`. */
  steps: Float64Array;
  leave: Float64Array;
};

/** One search may be used again and again: its arrays are kept. */
export function createSearch(reps: number): Search {
  return {
    reps,
    potential: new Float64Array(reps + 1),
    distance: new Float64Array(reps + 1),
    isDone: new Uint8Array(reps),
    before: new Int32Array(reps),
  };
}

/** The rep at whom the cheapest way ends, -1 when there is none; the way itself is in `before`. */
export function findPath(search: Search, graph: Graph): number {
  const { reps, distance, potential, isDone, before } = search;
  isDone.fill(0);
  before.fill(-1);
  const start = startPotential(search, graph);
  for (let rep = 0; rep < reps; rep += 1)
    distance[rep] = (graph.enter[rep] as number) + start - (potential[rep] as number);
  let [end, shortest] = [-1, Number.POSITIVE_INFINITY];
  for (let rep = nearest(search); rep >= 0; rep = nearest(search)) {
    const here = distance[rep] as number;
    if (here >= shortest) break;
    isDone[rep] = 1;
    const out =
      here +
      (graph.leave[rep] as number) +
      (potential[rep] as number) -
      (potential[reps] as number);
    if (out < shortest) [end, shortest] = [rep, out];
    relax(search, graph, rep);
  }
  if (end >= 0) learn(search, shortest);
  return end;
}

/** As small as leaves every way in at a cost of 0 or more. */
function startPotential({ reps, potential }: Search, { enter }: Graph): number {
  let start = Number.NEGATIVE_INFINITY;
  for (let rep = 0; rep < reps; rep += 1)
    start = Math.max(start, (potential[rep] as number) - (enter[rep] as number));
  return start;
}

function nearest({ reps, distance, isDone }: Search): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let rep = 0; rep < reps; rep += 1) {
    if (isDone[rep] === 1 || (distance[rep] as number) >= least) continue;
    best = rep;
    least = distance[rep] as number;
  }
  return best;
}

function relax(
  { reps, distance, potential, isDone, before }: Search,
  graph: Graph,
  from: number,
): void {
  const { steps } = graph;
  const base = (distance[from] as number) + (potential[from] as number);
  const row = from * reps;
  for (let to = 0; to < reps; to += 1) {
    if (isDone[to] === 1) continue;
    const there = base + (steps[row + to] as number) - (potential[to] as number);
    if (there >= (distance[to] as number)) continue;
    distance[to] = there;
    before[to] = from;
  }
}

/** Raises potentials by what was learned, so that costs stay non-negative after the way has been used. */
function learn({ reps, distance, potential }: Search, shortest: number): void {
  for (let rep = 0; rep < reps; rep += 1)
    potential[rep] = (potential[rep] as number) + Math.min(distance[rep] as number, shortest);
  potential[reps] = (potential[reps] as number) + shortest;
}
