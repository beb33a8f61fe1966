// `bench fit`: every open lead against every rep, in flat arrays, beside the same work on objects with explanations.
import { cpus } from "node:os";
import { decideLead } from "../src/core/leads/assigning/decide.ts";
import { setRow, setValue, setWeight, setWeights } from "../src/core/leads/engine/fit-table.ts";
import type { LeadFacts } from "../src/core/leads/gathering/facts.ts";
import { defaultWeights } from "../src/core/leads/weighing/weights.ts";
import { divide } from "./fit/divide.ts";
import { fitOnObjects } from "./fit/objects.ts";
import { createSituation, type Situation } from "./fit/situation.ts";
import { measure, measureCpu, type Times } from "./fit/stopwatch.ts";
import { createTeam } from "./fit/team.ts";

const size = { leads: 10_000, reps: 200 };
const wide = { leads: 500, reps: 1_000 };
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
  const { decisionMs, firstDecisionMs } = measureDecisions();
  note("dividing 10,000 leads among 200 reps with capacities");
  const batch = divide(situation);
  return {
    name: "fit",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: { ...changes, decisionMs, firstDecisionMs, batch },
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
  "A decision measures every factor of every rep from facts (20 closed deals each), ranks all, keeps everybody's values and explains whoever gets the lead. decisionMs: the leads after a team's first, each another one; firstDecisionMs: nothing of the team was computed before. Both are processor time of all threads, collecting garbage included: it counts where other programs run beside this one.",
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

/** From the facts as assignment gathers them: the first of a team, and those after it, each of another lead. */
function measureDecisions(): Record<"decisionMs" | "firstDecisionMs", Times> {
  const teams = Array.from({ length: rounds }, () => createTeam(wide));
  const decide = ({ leads, team }: (typeof teams)[number], lead: number) =>
    decideLead(leads[lead] as LeadFacts, team, defaultWeights);
  const firstDecisionMs = measureCpu(rounds, (round) => decide(teams[round] as Team, 0));
  const team = teams[rounds - 1] as Team;
  return {
    firstDecisionMs,
    decisionMs: measureCpu(wide.leads - 1, (lead) => decide(team, lead + 1)),
  };
}

type Team = ReturnType<typeof createTeam>;

/** What only reading the same memory takes. */
function readAll({ table }: Situation): number {
  let sum = 0;
  for (const plane of table.planes)
    for (let at = 0; at < plane.length; at += 1) sum += plane[at] as number;
  return sum;
}
