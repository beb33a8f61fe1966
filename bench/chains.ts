// `bench chains`: touches a second at 10, 100 and 1,000 rules, what a customer costs, how long a restart takes; and rule
// engines and SQLite in the same run, on the same rules.
import { cpus } from "node:os";
import type { Touch } from "../src/core/model.ts";
import { measureLookup, type Pass, runFlood, runOurs } from "./chains/ours.ts";
import { createJsonRules, createZen, type Peer } from "./chains/peers.ts";
import { createRequery } from "./chains/sqlite.ts";
import { type Rate, Stopwatch } from "./chains/stopwatch.ts";
import { measureTouchToAction } from "./chains/touch-to-action.ts";
import { createBatches, createFlood, createRules, customers } from "./chains/workload.ts";

const touches = 1_000_000;
const rounds = 3;
const ruleCounts = [10, 100, 1_000];
/** The rules peers are compared at. */
const compared = 100;

type Note = (line: string) => void;

export async function benchChains(note: Note): Promise<object> {
  const ours: Record<string, Pass> = {};
  for (const count of ruleCounts) {
    note(`${count} rules, ${touches} touches, ${rounds} times`);
    ours[`rules${count}`] = medianPass(
      Array.from({ length: rounds }, () => runOurs(createRules(count), createBatches(touches))),
    );
  }
  note("a flood of first steps");
  const rules = createRules(compared);
  const flood = runFlood(rules, createFlood(rules, touches));
  note("peers");
  const peers = {
    zenEngine: await medianOf(() => measurePeer(createZen(rules), 10_000)),
    jsonRulesEngine: await medianOf(() => measurePeer(createJsonRules(rules), 1_000)),
    sqliteRequery: await medianOf(async () => measureRequery()),
  };
  note("from a touch to the action on disk");
  const action = await measureTouchToAction();
  const own = ours[`rules${compared}`]?.rate.perSecond ?? 0;
  const over = Object.entries(peers).map(
    ([name, { perSecond }]) => [name, Math.round((own / perSecond) * 10) / 10] as const,
  );
  return {
    name: "chains",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: { ...ours, flood, lookupNs: measureLookup(), ...action },
    peers,
    ratios: Object.fromEntries(over),
    notes,
  };
}

const notes = [
  `${touches} touches of ${customers} customers, of whom a fifth do most, in batches of 1,000 new objects; one thread. Rules: two to four steps, half in order, a third with unless, a fifth with an absence, a fifth per account.`,
  "perSecond: touches in a second of the clock. perCpuSecond: in a second of the processor, all threads together; it counts where other programs run beside this one. Ratios compare perSecond, at 100 rules; median of three.",
  "patternsPerTouch: the patterns of all rules a touch is of. Cost grows with them, not with the rules.",
  "zen-engine and json-rules-engine only answer which patterns a touch is of: no history, windows, order or counts. They run on fewer touches. SQLite is in memory and asks only the rules of the touch's type, without unless, absence, order and cooldown; it holds 200,000 touches before.",
  "lookupNs: processor time to find one customer by id in a Map of as many, which every touch that meets a pattern would need once or twice (ours looks them up a run at a time, src/core/journey/chains/id-table.ts): a measure of how busy the machine was.",
  "actionP99Ms: from a touch handed to the log until its match and action are committed (synchronous=FULL), at 2,000 touches a second and 100 rules, with 100 reps and 1,000 customers whose chains are complete all the time; library search left out. It waits for the processor like everybody: on a busy machine it says how busy.",
  "restoreMs: from the bytes of a snapshot to a matcher that goes on. flood: touches that only begin sequences; perSecond of each tenth of a million.",
];

async function measurePeer(peer: Peer, count: number): Promise<Rate> {
  const sample = [...createBatches(count)].flat();
  // Warm first, and in flights of 64: zen-engine works on threads of its own.
  await runFlights(peer, sample.slice(0, Math.ceil(count / 10)));
  const watch = new Stopwatch();
  const stop = watch.start();
  await runFlights(peer, sample);
  stop();
  peer.close();
  return watch.rate(count);
}

async function runFlights(peer: Peer, sample: readonly Touch[]): Promise<void> {
  for (let first = 0; first < sample.length; first += 64) {
    await Promise.all(sample.slice(first, first + 64).map((touch) => peer.concerned(touch)));
  }
}

function measureRequery(): Rate {
  const before = 200_000;
  const asked = 5_000;
  const requery = createRequery(createRules(compared));
  const stream = [...createBatches(before + asked)].flat();
  requery.fill(stream.slice(0, before));
  const watch = new Stopwatch();
  const stop = watch.start();
  for (const touch of stream.slice(before)) requery.take(touch);
  stop();
  requery.close();
  return watch.rate(asked);
}

async function medianOf(measure: () => Promise<Rate>): Promise<Rate> {
  const rates: Rate[] = [];
  for (let round = 0; round < rounds; round += 1) rates.push(await measure());
  return rates.sort((one, other) => one.perSecond - other.perSecond)[rounds >> 1] as Rate;
}

function medianPass(passes: Pass[]): Pass {
  const sorted = passes.sort((one, other) => one.rate.perSecond - other.rate.perSecond);
  return sorted[passes.length >> 1] as Pass;
}
