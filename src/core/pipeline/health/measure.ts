// Health of the records of a scope: every observation counted, and what there is to fix, in portions.
import { groupBy } from "../../group-by.ts";
import type { Contract } from "../contracts/contract.ts";
import { type Gathering, gatherSubjects } from "./gather.ts";
import { observe } from "./observe.ts";
import { byWeight, type Fix, toFix } from "./problems.ts";
import { learnStays } from "./stays.ts";
import { type Cell, createTally } from "./tally.ts";

/** Deals whose stages are learned from: the latest won. */
const mostWon = 1_000;
/** Kept while looking; the heaviest are shown. */
const mostFixes = 200;

type Measuring = Gathering & {
  now: number;
  /** Contracts whose fields somebody could fix; none: nothing is looked for. */
  fixable?: readonly Contract[];
};

export type Measured = { records: number; cells: Cell[]; fixes: Fix[]; toFix: number };

/** Reads and counts. */
export async function measureHealth(measuring: Measuring): Promise<Measured> {
  const { read, contracts, now, fixable = [] } = measuring;
  const byKind = groupBy(contracts, ({ kind }) => kind);
  const people = await read.people.find({ active: true });
  const judging = {
    now,
    stays: await readStays(measuring),
    activeIds: new Set(people.map(({ id }) => id)),
  };
  const tally = createTally();
  const fixes: Fix[] = [];
  let [records, found] = [0, 0];
  for await (const subjects of gatherSubjects(measuring)) {
    records += subjects.length;
    for (const subject of subjects) {
      tally.add(
        subject,
        observe(subject, { ...judging, contracts: byKind.get(subject.kind) ?? [] }),
      );
      const fix = toFix(subject, fixable, now);
      if (fix) fixes.push(fix);
    }
    found += fixes.length;
    fixes.sort(byWeight).splice(mostFixes);
    found -= fixes.length;
  }
  return { records, cells: tally.cells(), fixes, toFix: found + fixes.length };
}

/** How long won deals stayed in each stage, from the latest of them. */
export async function readStays({ read }: Pick<Measuring, "read">) {
  const latest = { order: { by: "updatedAt", descending: true }, limit: mostWon } as const;
  const won = await read.deals.find({ status: "won" }, latest);
  return learnStays(await read.stageChanges.find({ dealId: won.map(({ id }) => id) }));
}
