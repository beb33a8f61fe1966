// A run of touches that are each alone in their moment, taken together: first what each hits, then whose each is, then
// where their blocks lie, and only then what becomes of them. Finding a customer among many waits for memory, and a
// processor waits for several of them at once when nothing else stands between (measured: bench chains).
import type { Touch } from "../../model.ts";
import { type Scope, scopes } from "./customers.ts";
import type { CustomerOf, Engine } from "./engine.ts";
import { takeHits } from "./moment.ts";
import { collectHits, type Hits } from "./pattern-index.ts";
import { longestRun } from "./run-lines.ts";

type Part = { touches: readonly Touch[]; start: number; end: number };

/** Takes the touches from `start` to before `end`, no two of which happened at the same moment. */
export function takeRun(
  engine: Engine,
  { touches, start, end }: Part,
  customerOf: CustomerOf,
): void {
  for (let from = start; from < end; from += longestRun) {
    const to = Math.min(end, from + longestRun);
    engine.run.lines = 0;
    engine.list.length = 0;
    for (let place = from; place < to; place += 1) {
      look(engine, touches[place] as Touch, customerOf);
    }
    findAll(engine);
    takeLines(engine);
  }
}

/** What a touch hits, and whose it is where it hits something. */
function look(engine: Engine, touch: Touch, customerOf: CustomerOf): void {
  const patterns = engine.types.get(touch.type);
  if (!patterns) return;
  const { guardHits, stepHits, run, list } = engine;
  collectHits(patterns.guards, touch.props, guardHits);
  collectHits(patterns.steps, touch.props, stepHits);
  for (let scope = 0; scope < scopes.length; scope += 1) {
    const guards = guardHits[scope] as Hits;
    const steps = stepHits[scope] as Hits;
    if (guards.count + steps.count === 0) continue;
    const { lines } = run;
    const before = list.length;
    list.takeOut(guards);
    run.guardsTo[lines] = list.length;
    list.takeOut(steps);
    const id = customerOf(touch, scopes[scope] as Scope);
    if (id === null) {
      list.length = before;
      continue;
    }
    run.stepsTo[lines] = list.length;
    run.ids[lines] = id;
    run.ats[lines] = touch.at;
    run.scopes[lines] = scope;
    run.lines = lines + 1;
  }
}

/** Nothing but looking up, one after the other: the processor looks ahead. */
function findAll({ run, customers, blocks, deadlines }: Engine): void {
  customers.findAll(run);
  blocks.bringNear(run.customers, run.lines);
  deadlines.bringNear(run.customers, run.lines);
}

function takeLines(engine: Engine): void {
  const { run } = engine;
  let from = 0;
  for (let line = 0; line < run.lines; line += 1) {
    const guardsTo = run.guardsTo[line] as number;
    const to = run.stepsTo[line] as number;
    takeHits(engine, {
      customer: run.customers[line] as number,
      at: run.ats[line] as number,
      from,
      guardsTo,
      to,
    });
    from = to;
  }
}
