// How far back a path model looks: as far as helps it foretell steps it has not seen, and no further.
import { bitsOf, learnPaths, type PathModel, type Step } from "./path-model.ts";

/** Longest memory that is tried. */
const mostOrder = 5;
/** The part of history, in time, that the others are tried on. */
const heldOut = 0.3;
/** A longer memory has to save this many bits a step: less is chance, and harder to explain. */
const worthwhileBits = 0.01;

/** Mean surprise of the steps of paths, in bits. */
function meanBits(model: PathModel, paths: readonly (readonly Step[])[]): number {
  let [sum, steps] = [0, 0];
  for (const path of paths) {
    for (const bits of bitsOfPath(model, path)) {
      sum += bits;
      steps += 1;
    }
  }
  return steps === 0 ? 0 : sum / steps;
}

/** The surprise of every step of a path, in bits. */
export function bitsOfPath(model: PathModel, path: readonly Step[]): number[] {
  // Only as much of the past as the model looks at.
  return path.map((step, index) =>
    bitsOf(model.chanceOf(path.slice(Math.max(0, index - model.order), index), step)),
  );
}

/** A model and how well each memory did on later paths. */
export type Learnt = { model: PathModel; bitsByOrder: number[] };

/**
 * Learns from paths in the order in which they began; the order is chosen on the latest of them alone. `pause` lets
 * others work in between.
 */
export async function learnBestOrder(
  paths: readonly (readonly Step[])[],
  pause: () => Promise<void>,
): Promise<Learnt> {
  const split = Math.floor(paths.length * (1 - heldOut));
  const [earlier, later] = [paths.slice(0, split), paths.slice(split)];
  const bitsByOrder: number[] = [];
  let best = 0;
  for (let order = 0; order <= mostOrder; order += 1) {
    bitsByOrder.push(meanBits(learnPaths(earlier, order), later));
    const saved = (bitsByOrder[best] ?? 0) - (bitsByOrder[order] ?? 0);
    if (saved >= worthwhileBits) best = order;
    await pause();
  }
  return { model: learnPaths(paths, best), bitsByOrder };
}
