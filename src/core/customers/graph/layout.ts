// Where nodes stand: the customer in the middle, what hangs on something further out in its direction.

export type Placed = { x: number; y: number };
type Hung = { id: string; parent: string | null };

const fullTurn = 2 * Math.PI;
/** Leaves of one parent stand in rows behind each other: side by side they would be a thin, wide fan. */
const rows = 3;
const rowDepth = 0.4;

/**
 * A radial tree: each node's share of the circle is its share of the leaves. Radius 1 per level, starting at the top.
 * (Eades, "Drawing free trees", 1992, without its convexity limit: the tree is at most three levels deep.)
 */
export function layOut(nodes: readonly Hung[]): Map<string, Placed> {
  const children = new Map<string | null, string[]>();
  for (const { id, parent } of nodes) {
    const known = children.get(parent);
    if (known) known.push(id);
    else children.set(parent, [id]);
  }
  const weights = new Map<string, number>();
  for (const id of children.get(null) ?? []) weigh(id, children, weights);
  const placed = new Map<string, Placed>();
  for (const id of children.get(null) ?? []) {
    placed.set(id, { x: 0, y: 0 });
    place(id, { from: -fullTurn / 4, turn: fullTurn, depth: 1 }, { children, weights, placed });
  }
  return placed;
}

type Tree = {
  children: ReadonlyMap<string | null, string[]>;
  weights: ReadonlyMap<string, number>;
  placed: Map<string, Placed>;
};
type Sector = { from: number; turn: number; depth: number };

function weigh(id: string, children: Tree["children"], weights: Map<string, number>): number {
  const below = (children.get(id) ?? []).reduce(
    (sum, child) => sum + weigh(child, children, weights),
    0,
  );
  // A square root, so that one busy person does not press everybody else into a corner.
  const weight = Math.max(1, Math.sqrt(below));
  weights.set(id, weight);
  return weight;
}

function place(id: string, { from, turn, depth }: Sector, tree: Tree): void {
  const below = tree.children.get(id) ?? [];
  const weightOf = (child: string) => tree.weights.get(child) ?? 1;
  const all = below.reduce((sum, child) => sum + weightOf(child), 0);
  let start = from;
  for (const [index, child] of below.entries()) {
    const share = (turn * weightOf(child)) / all;
    const isLeaf = !tree.children.has(child);
    const radius = depth + (isLeaf && depth > 1 ? (index % rows) * rowDepth : 0);
    const angle = start + share / 2;
    tree.placed.set(child, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
    place(child, { from: start, turn: share, depth: depth + 1 }, tree);
    start += share;
  }
}
