// Which source wins over which: the orders of a contract and whatever follows from them.
import type { Contract, Order } from "./contract.ts";

/** "rep > crm > import" as orders; nothing when it is written otherwise. */
export function parseOrders(text: string): Order[] | undefined {
  const names = text.split(">").map((name) => name.trim());
  if (names.length < 2 || names.some((name) => !/^[\p{L}\p{N}][\p{L}\p{N}:._-]*$/u.test(name))) {
    return undefined;
  }
  return names.slice(1).map((under, index) => ({ over: names[index] ?? "", under }));
}

/** Orders as they are written, chained where one follows on the other. */
export function writeOrders(orders: readonly Order[]): string[] {
  const chains: string[][] = [];
  for (const { over, under } of orders) {
    const chain = chains.find((each) => each.at(-1) === over);
    if (chain) chain.push(under);
    else chains.push([over, under]);
  }
  return chains.map((chain) => chain.join(" > "));
}

/** Whether one source's value wins over another's, in one step or several. */
export function outranks(
  { precedence }: Pick<Contract, "precedence">,
  over: string,
  under: string,
) {
  return below(precedence, over).has(under);
}

/** A source that, in one step or several, wins over itself. */
export function findCycle(orders: readonly Order[]): string | undefined {
  return orders.find(({ over }) => below(orders, over).has(over))?.over;
}

function below(orders: readonly Order[], from: string): Set<string> {
  const found = new Set<string>();
  const open = [from];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const { over, under } of orders) {
      if (over !== name || found.has(under)) continue;
      found.add(under);
      open.push(under);
    }
  }
  return found;
}
