// What is half finished, as bytes: a header that names rules and customers, then their blocks as 64-bit numbers. Rules
// are known again by what they match, so a reload keeps whatever a changed rule file left as it was.
import { Refused } from "../../errors.ts";
import { dueOf } from "./absences.ts";
import type { Chain } from "./chain.ts";
import type { Customer } from "./customers.ts";
import { noDeadline } from "./deadlines.ts";
import type { Engine } from "./engine.ts";

const version = 1;

/** One customer's block of one chain, by what the chain matches. */
export type SavedBlock = { chain: number; values: Float64Array };

type Header = {
  version: number;
  chains: { key: string; size: number }[];
  customers: Customer[];
};

/** A customer's blocks, to put back into the same matcher. */
export function saveBlocks({ blocks, chains }: Engine, customer: number): SavedBlock[] {
  const saved: SavedBlock[] = [];
  blocks.each(customer, (chain, block) => {
    const { size } = chains[chain] as Chain;
    saved.push({ chain, values: blocks.values.slice(block, block + size) });
  });
  return saved;
}

/** Puts a customer back to what was saved. */
export function loadBlocks(
  engine: Engine,
  { customer, blocks: saved }: { customer: number; blocks: readonly SavedBlock[] },
): void {
  engine.blocks.remove(customer);
  engine.deadlines.set({ at: noDeadline, customer });
  for (const { chain, values } of saved) putBlock(engine, { customer, chain, values, from: 0 });
}

/** The numbers of the block begin at `from`. */
function putBlock(
  engine: Engine,
  { customer, chain, values, from }: SavedBlock & { customer: number; from: number },
): void {
  const block = engine.blocks.add(customer, chain);
  const { size } = engine.chains[chain] as Chain;
  // A loop: for a few numbers it is faster than set and subarray.
  for (let cell = 0; cell < size; cell += 1) {
    engine.blocks.values[block + cell] = values[from + cell] as number;
  }
  const at = dueOf(engine, engine.chains[chain] as Chain, block);
  if (at !== noDeadline) engine.deadlines.add({ at, customer });
}

/** All blocks of all customers. */
export function snapshot({ blocks, chains, customers }: Engine): Uint8Array<ArrayBuffer> {
  const header: Header = {
    version,
    chains: chains.map(({ key, size }) => ({ key, size })),
    customers: customers.all,
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = Math.ceil((4 + text.length) / 8) * 8;
  let count = 0;
  for (const customer of customers.all.keys()) {
    blocks.each(customer, (chain) => {
      count += 2 + (chains[chain] as Chain).size;
    });
  }
  const bytes = new Uint8Array(start + 8 * count);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  const numbers = new Float64Array(bytes.buffer, start);
  let at = 0;
  for (const customer of customers.all.keys()) {
    blocks.each(customer, (chain, block) => {
      const { size } = chains[chain] as Chain;
      numbers[at] = customer;
      numbers[at + 1] = chain;
      at += 2;
      for (let cell = 0; cell < size; cell += 1) {
        numbers[at + cell] = blocks.values[block + cell] as number;
      }
      at += size;
    });
  }
  return bytes;
}

/** Fills an empty engine from a snapshot; blocks of rules it does not have are left out. */
export function restore(engine: Engine, bytes: Uint8Array): void {
  const { header, numbers } = open(bytes);
  engine.blocks.reserve(numbers.length);
  const places = new Map(engine.chains.map(({ key, index }) => [key, index]));
  const chains = header.chains.map(({ key }) => places.get(key));
  const known = header.customers.map(({ scope, id }) => engine.customers.numberOf(scope, id));
  for (let at = 0; at < numbers.length; ) {
    const customer = known[numbers[at] as number] as number;
    const chain = chains[numbers[at + 1] as number];
    const size = header.chains[numbers[at + 1] as number]?.size ?? 0;
    const from = at + 2;
    if (chain !== undefined) putBlock(engine, { customer, chain, values: numbers, from });
    at += 2 + size;
  }
}

function open(bytes: Uint8Array): { header: Header; numbers: Float64Array } {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(4, 4 + length));
    const header = JSON.parse(text) as Header;
    if (header.version !== version) throw new Error(`version ${header.version}`);
    const start = Math.ceil((4 + length) / 8) * 8;
    // Copied, for numbers lie at multiples of eight bytes and a slice of a file need not.
    return { header, numbers: new Float64Array(bytes.slice(start).buffer) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `The saved state of the rules cannot be read (${why}): read the touches again.`;
    throw new Refused("snapshot_unreadable", message);
  }
}
