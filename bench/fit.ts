// `bench fit`: every open lead against every rep, in flat arrays, beside the same work on objects with explanations.
import { cpus } from "node:os";
import {
  bestOf,
  setRow,
  setValue,
  setWeight,
  setWeights,
} from "../src/core/leads/engine/fit-table.ts";
import { divide } from "./fit/divide.ts";
import { fitOnObjects, rankOnObjects } from "./fit/objects.ts";
import { createSituation, type Situation } from "./fit/situation.ts";
import { measure, type Times } from "./fit/stopwatch.ts";

const size = { leads: 10_000, reps: 200 };
const wide = { leads: 200, reps: 1_000 };
const rounds = 15;

/** Times in milliseconds. `ratios`: how many times cheaper than the peer or than the full pass, in this run. */
export async function benchFit(note: (line: string) => void): Promise<object> {
  note(`filling ${size.leads} leads x ${size.reps} reps x 12 factors`);
  const situation = createSituation(size);
  const changes = measureChanges(situation);
  const { fullMs, weightMs, loadMs, touchMs } = changes;
  const readMs = measure(rounds, () => readAll(situation));
  note("the same on objects");
  const objectsMs = measure(3, () => fitOnObjects(situation));
  note("one decision with its explanation, 1,000 reps");
  const decisionMs = measureDecision();
  note("dividing 10,000 leads among 200 reps with capacities");
  const batch = divide(situation);
  return {
    name: "fit",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: { ...changes, decisionMs, batch },
    peers: { objectsMs, readMs },
    ratios: {
      overObjects: objectsMs.p50 / fullMs.p50,
      overRead: readMs.p50 / fullMs.p50,
      weightOverFull: fullMs.p50 / weightMs.p50,
      loadOverFull: fullMs.p50 / loadMs.p50,
      touchOverFull: fullMs.p50 / touchMs.p50,
    },
    notes,
  };
}

const notes = [
  "Ten factors vary by pair, two (load, speed) by the rep alone; objects compute all twelve for every pair, with reasons.",
  "read: every byte of the ten planes of pairs summed one by one, as plain as it gets.",
  "A load is one addition for the rep, since it is the same for every lead.",
  "A decision ranks all reps with their twelve contributions and reasons, as a frozen assignment needs.",
  "Dividing: gap is the sum of fits lost against the optimum, in percent, by greedy (best pair first) and first come.",
];

function measureChanges({ table, weights, row }: Situation): Record<Change, Times> {
  const { reps } = table;
  const fullMs = measure(rounds, () => setWeights(table, weights));
  const weightMs = measure(rounds, (round) => setWeight(table, round % 10, round % 3));
  setWeights(table, weights);
  const loadMs = measure(20_000, (round) =>
    setValue(table, { factor: 10, rep: round % reps, percent: round % 101 }),
  );
  const touchMs = measure(2_000, (round) =>
    setRow(table, { factor: round % 10, lead: round, percents: row }),
  );
  return { fullMs, weightMs, loadMs, touchMs };
}

type Change = "fullMs" | "weightMs" | "loadMs" | "touchMs";

function measureDecision(): Times {
  const { leads, reps } = wide;
  const situation = createSituation({ leads, reps });
  return measure(300, (round) => {
    bestOf(situation.table, round % leads);
    rankOnObjects(situation, round % leads);
  });
}

/** What only reading the same memory takes. */
function readAll({ table }: Situation): number {
  let sum = 0;
  for (const plane of table.planes)
    for (let at = 0; at < plane.length; at += 1) sum += plane[at] as number;
  return sum;
}
