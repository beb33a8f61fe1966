// One line out of several, by the seed, and never one that was said before.
import type { CustomerState } from "./model.ts";

/** A line not yet said, or undefined when all were. The same state draws the same line. */
export function chooseLine(
  { seed, turn, said }: Pick<CustomerState, "seed" | "turn" | "said">,
  lines: readonly string[],
): string | undefined {
  const left = lines.filter((line) => !said.includes(line));
  return left[mix(seed, turn, left.length) % Math.max(1, left.length)];
}

/** A well-mixed whole number from three (the finaliser of MurmurHash3, Appleby 2011). */
function mix(seed: number, turn: number, count: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(turn + 1, 0xc2b2ae35) ^ count;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
