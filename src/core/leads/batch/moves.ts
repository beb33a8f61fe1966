// For every two reps the cheapest lead of the first to give to the second, kept right as leads change hands.

export type Moves = {
  reps: number;
  /** `from * reps + to`: what it costs more (or, negative, less) that the cheapest lead moves. Infinity: none can. */
  cost: Float64Array;
  /** Which lead that is; -1 where none can. */
  cheapest: Int32Array;
  /** The leads of each rep. */
  held: number[][];
  /** `lead * reps + rep`: the cost of a pair. */
  pairs: Float64Array;
};

/** No lead is with anybody yet; `pairs` holds the fit of lead i and rep j at i × `reps` + j. */
export function createMoves(pairs: Float64Array, reps: number): Moves {
  return {
    reps,
    pairs,
    cost: new Float64Array(reps * reps).fill(Number.POSITIVE_INFINITY),
    cheapest: new Int32Array(reps * reps).fill(-1),
    held: Array.from({ length: reps }, () => []),
  };
}

/** A lead changes hands; `from` is -1 for one that comes in. */
export function rejoin(
  moves: Moves,
  { lead, from, to }: { lead: number; from: number; to: number },
): void {
  if (from >= 0) drop(moves, lead, from);
  moves.held[to]?.push(lead);
  for (let next = 0; next < moves.reps; next += 1) offer(moves, { lead, from: to, to: next });
}

/** Where the lead was the cheapest to move, another is now. */
function drop(moves: Moves, lead: number, from: number): void {
  const { reps, held, cheapest, cost } = moves;
  const rest = (held[from] ?? []).filter((other) => other !== lead);
  held[from] = rest;
  for (let to = 0; to < reps; to += 1) {
    const at = from * reps + to;
    if (cheapest[at] !== lead) continue;
    cheapest[at] = -1;
    cost[at] = Number.POSITIVE_INFINITY;
    for (const other of rest) offer(moves, { lead: other, from, to });
  }
}

function offer(
  { reps, pairs, cost, cheapest }: Moves,
  { lead, from, to }: { lead: number; from: number; to: number },
): void {
  if (from === to) return;
  const at = from * reps + to;
  const change = (pairs[lead * reps + to] as number) - (pairs[lead * reps + from] as number);
  if (change >= (cost[at] as number)) return;
  cost[at] = change;
  cheapest[at] = lead;
}
