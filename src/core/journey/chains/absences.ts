// What a chain waited for in vain: matches that come when time passes, not when a touch does.
import { never } from "./blocks.ts";
import type { Chain } from "./chain.ts";
import { noDeadline } from "./deadlines.ts";
import type { ChainMatch, Engine } from "./engine.ts";

type Matched = Omit<ChainMatch, "rule" | "customer"> & {
  chain: Chain;
  customer: number;
  block: number;
};

/** Says a match, and lets what led to it count no longer. */
export function match(engine: Engine, { chain, customer, block, at, from, to }: Matched): void {
  const { id } = engine.customers.all[customer] as { id: string };
  engine.emit({ rule: chain.rule, customer: id, at, from, to });
  engine.blocks.clear(block, chain.size);
  engine.blocks.values[block] = at;
}

/** Matches what a customer's chains waited for in vain up to `until`. */
export function completeAbsences(
  engine: Engine,
  { customer, until }: { customer: number; until: number },
): void {
  if (engine.deadlines.of(customer) > until) return;
  let next = noDeadline;
  engine.blocks.each(customer, (index, block) => {
    const chain = engine.chains[index] as Chain;
    const at = dueOf(engine, chain, block);
    if (at > until) next = Math.min(next, at);
    else {
      const [to = 0, from = 0] = engine.blocks.values.subarray(block + chain.pendingAt);
      match(engine, { chain, customer, block, at, from, to });
    }
  });
  engine.deadlines.set({ at: next, customer });
}

/** When the absence a block waits for is complete; no deadline when it waits for none. */
export function dueOf({ blocks }: Engine, { rule, pendingAt }: Chain, block: number): number {
  const to = rule.absent ? (blocks.values[block + pendingAt] as number) : never;
  return rule.absent && to !== never ? to + rule.absent.forMs : noDeadline;
}
