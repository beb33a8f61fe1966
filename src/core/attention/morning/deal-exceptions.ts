// Open deals that need a manager: too long in their stage, or closing this month with something wrong in their fields.
import type { Deal, Person, Stage } from "../../model.ts";
import { localTime } from "../../people/working-time.ts";
import type { Contract } from "../../pipeline/contracts/contract.ts";
import { gatherSubjects } from "../../pipeline/health/gather.ts";
import { contractsOf, type HealthServices } from "../../pipeline/health/in-chat/services.ts";
import { readStays } from "../../pipeline/health/measure.ts";
import type { Subject } from "../../pipeline/health/metric.ts";
import { type Problem, toFix } from "../../pipeline/health/problems.ts";
import { dealSubjects } from "../../pipeline/subjects.ts";
import { nameIn, type Team } from "./team.ts";

type About = { label: string; owner: string };
/** A deal that is longer in its stage than nine of ten that were won. */
export type StuckDeal = About & { stage: string; ms: number; usualMs: number };
/** A deal that closes this month with something wrong in its golden fields, worst first. */
export type BrokenDeal = About & { closeDate: number; problems: Problem[] };

export type DealExceptions = { stuck: StuckDeal[]; broken: BrokenDeal[] };

type Judging = {
  now: number;
  manager: Person;
  contracts: readonly Contract[];
  stays: ReadonlyMap<Stage, number>;
};

/** Looks at every open deal of a team. */
export async function dealExceptions(
  services: HealthServices,
  team: Team,
): Promise<DealExceptions> {
  const { read } = services.store;
  const contracts = await contractsOf(services);
  const { manager } = team;
  const judging: Judging = {
    ...{ now: services.clock(), manager, stays: await readStays({ read }) },
    contracts: contracts.filter(({ kind }) => kind === "deal"),
  };
  const found: DealExceptions = { stuck: [], broken: [] };
  for await (const subjects of openDeals(services, team, contracts)) {
    const labelled = await dealSubjects(read, subjects.map(toDeal));
    for (const [index, subject] of subjects.entries()) {
      const label = labelled[index]?.label ?? subject.name;
      const about = { label, owner: nameIn(team, subject.ownerId) };
      found.stuck.push(...stuckOf(subject, about, judging));
      found.broken.push(...brokenOf(subject, about, judging));
    }
  }
  return {
    stuck: found.stuck.sort((one, other) => other.ms / other.usualMs - one.ms / one.usualMs),
    broken: found.broken.sort((one, other) => one.closeDate - other.closeDate),
  };
}

const toDeal = ({ record }: Subject): Deal => record as unknown as Deal;

/** Deals come first from health's reader; what comes after them is not looked at. */
async function* openDeals(
  { store: { read }, pause }: HealthServices,
  { ids, manager }: Team,
  contracts: readonly Contract[],
): AsyncGenerator<Subject[]> {
  const scope = { ownerIds: [...ids, manager.id], withUnowned: false };
  for await (const subjects of gatherSubjects({ read, contracts, scope, pause })) {
    if (subjects.some(({ kind }) => kind !== "deal")) return;
    yield subjects;
  }
}

function stuckOf(subject: Subject, about: About, { now, stays }: Judging): StuckDeal[] {
  const { stage } = toDeal(subject);
  const usualMs = stays.get(stage);
  const ms = now - (subject.stageSince ?? now);
  return usualMs === undefined || ms <= usualMs ? [] : [{ ...about, stage, ms, usualMs }];
}

function brokenOf(subject: Subject, about: About, judging: Judging): BrokenDeal[] {
  const { closeDate } = toDeal(subject);
  const { now, manager, contracts } = judging;
  const month = (at: number) => localTime(at, manager.timeZone).day.slice(0, 7);
  if (closeDate === null || month(closeDate) !== month(now)) return [];
  const wrong = toFix(subject, contracts, now);
  return wrong ? [{ ...about, closeDate, problems: wrong.problems }] : [];
}
