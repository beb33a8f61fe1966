// The matcher of chains: rules in, touches in, matches out. What a match is decides docs/chains.md; the tests compare it
// with a search through all sets. Touches come in order of `at`, ties by id (arrivals.ts puts late ones in their place).
import type { Touch } from "../../model.ts";
import type { Rule } from "../rules/rule.ts";
import { completeAbsences } from "./absences.ts";
import { type Customer, type Scope, scopes } from "./customers.ts";
import { type ChainMatch, type CustomerOf, createEngine, type Engine } from "./engine.ts";
import { type Merge, merge } from "./merge.ts";
import { endOfMoment, takeMoment, takeOwn } from "./moment.ts";
import { takeRun } from "./run.ts";
import { loadBlocks, restore, type SavedBlock, saveBlocks, snapshot } from "./snapshot.ts";

export type Matcher = {
  /** Takes touches of any customers, in order; gives the matches they complete. */
  take(touches: readonly Touch[]): ChainMatch[];
  /** Takes touches of one customer as theirs, in order, with the clock at `clock` after them. */
  takeFor(customer: Customer, past: { touches: readonly Touch[]; clock: number }): ChainMatch[];
  /** The clock passes to `clock`: gives the absences that are complete. */
  passTo(clock: number): ChainMatch[];
  /** The scopes in which a touch some rule asks for is of somebody. */
  scopesOf(touch: Touch): Scope[];
  /** Whose absences are complete at `clock`; each is named once, so take for them then. */
  dueBy(clock: number): Customer[];
  /** A visitor becomes a contact: their history counts together from then on. */
  merge(merge: Merge): ChainMatch[];
  /** What is half finished for a customer, to put back later. */
  save(customer: Customer): SavedBlock[];
  load(customer: Customer, blocks: readonly SavedBlock[]): void;
  /** Everything half finished, as bytes: for a restart, or for a matcher of other rules. */
  snapshot(): Uint8Array<ArrayBuffer>;
  size(): { customers: number; bytes: number };
};

/**
 * Makes a matcher. With `from`, a snapshot, rules that match as one of its rules did go on where that one stood.
 * Throws Refused (`snapshot_unreadable`) for bytes of another version: read the touches again then.
 */
export function createMatcher(
  rules: readonly Rule[],
  { customerOf = ownCustomer, from }: { customerOf?: CustomerOf; from?: Uint8Array } = {},
): Matcher {
  const engine = createEngine(rules);
  if (from) restore(engine, from);
  const numberOf = ({ scope, id }: Customer) => engine.customers.numberOf(scope, id);
  return {
    take: (touches) => gather(engine, () => takeAll({ engine, customerOf }, touches)),
    takeFor: (customer, { touches, clock }) =>
      gather(engine, () => {
        takeOwn(engine, { customer, touches });
        completeAbsences(engine, { customer: numberOf(customer), until: clock });
      }),
    passTo: (clock) =>
      gather(engine, () => {
        for (const customer of dueBy(engine, clock)) {
          completeAbsences(engine, { customer, until: clock });
        }
      }),
    scopesOf: (touch) =>
      engine.types.has(touch.type) ? scopes.filter((scope) => customerOf(touch, scope)) : [],
    dueBy: (clock) => dueBy(engine, clock).map((each) => engine.customers.all[each] as Customer),
    merge: (parts) => gather(engine, () => merge(engine, parts)),
    save: (customer) => saveBlocks(engine, numberOf(customer)),
    load: (customer, blocks) => loadBlocks(engine, { customer: numberOf(customer), blocks }),
    snapshot: () => snapshot(engine),
    size: () => {
      const customers = engine.customers.all.length;
      return { customers, bytes: engine.blocks.bytes(customers) };
    },
  };
}

/** As the touch itself says: its account; its contact, or the visitor. */
function ownCustomer(touch: Touch, scope: Scope): string | null {
  return scope === "account" ? touch.accountId : (touch.contactId ?? touch.anonymousId);
}

function gather(engine: Engine, work: () => void): ChainMatch[] {
  const matches: ChainMatch[] = [];
  engine.emit = (match) => matches.push(match);
  work();
  return matches;
}

type Feed = { engine: Engine; customerOf: CustomerOf };

function takeAll({ engine, customerOf }: Feed, touches: readonly Touch[]): void {
  let start = 0;
  for (let place = 0, end = 0; place < touches.length; place = end) {
    end = endOfMoment(touches, place);
    if (end === place + 1) continue;
    takeRun(engine, { touches, start, end: place }, customerOf);
    takeTied({ engine, customerOf }, touches.slice(place, end));
    start = end;
  }
  takeRun(engine, { touches, start, end: touches.length }, customerOf);
}

/** What happens at the same moment to different customers has nothing to do with each other. */
function takeTied({ engine, customerOf }: Feed, tied: readonly Touch[]): void {
  const concerning = tied.filter(({ type }) => engine.types.has(type));
  for (const [scope, name] of scopes.entries()) {
    const byCustomer = new Map<string, Touch[]>();
    for (const touch of concerning) {
      const id = customerOf(touch, name);
      if (id !== null) byCustomer.set(id, [...(byCustomer.get(id) ?? []), touch]);
    }
    for (const [id, touches] of byCustomer) {
      const customer = engine.customers.numberOf(name, id);
      takeMoment(engine, { scope, customer, touches, start: 0, end: touches.length });
    }
  }
}

function dueBy({ deadlines }: Engine, clock: number): number[] {
  const due = new Set<number>();
  while (deadlines.next !== undefined && deadlines.next <= clock) {
    const customer = deadlines.take();
    if (customer !== undefined && deadlines.of(customer) <= clock) due.add(customer);
  }
  return [...due];
}
