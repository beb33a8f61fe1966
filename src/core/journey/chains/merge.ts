// A visitor becomes a contact. Half-finished sets of two histories cannot be added up (who looked first?), so the
// history both have together is read again, quietly: it can lead to matches from now on, never to any before.
import type { Touch } from "../../model.ts";
import { completeAbsences } from "./absences.ts";
import { never } from "./blocks.ts";
import type { Customer } from "./customers.ts";
import { noDeadline } from "./deadlines.ts";
import type { Engine } from "./engine.ts";
import { takeOwn } from "./moment.ts";

/** Who becomes whom and when, and what both did before `at`, in order. */
export type Merge = { from: Customer; into: Customer; at: number; history: readonly Touch[] };

/** Puts one history in the place of two. What either matched before stays matched: only later touches count. */
export function merge(engine: Engine, { from, into, at, history }: Merge): void {
  const { blocks, customers } = engine;
  const numbers = [from, into].map(({ scope, id }) => customers.numberOf(scope, id));
  const matchedAt = new Map<number, number>();
  for (const number of numbers) {
    completeAbsences(engine, { customer: number, until: at - 1 });
    blocks.each(number, (chain, block) => {
      const last = Math.max(matchedAt.get(chain) ?? never, blocks.values[block] as number);
      if (last !== never) matchedAt.set(chain, last);
    });
    blocks.remove(number);
    engine.deadlines.set({ at: noDeadline, customer: number });
  }
  const number = numbers[1] as number;
  for (const [chain, last] of matchedAt) {
    const block = blocks.add(number, chain);
    blocks.values[block] = last;
  }
  engine.quietBefore = at;
  takeOwn(engine, { customer: into, touches: history });
  engine.quietBefore = never;
}
