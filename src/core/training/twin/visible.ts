// What a manager may see of somebody's skills: only what was shared or agreed to, and nothing in the first 30 days.
import { dayMs } from "../../durations.ts";
import type { Consent } from "../../facts.ts";
import { groupBy } from "../../group-by.ts";
import type { Person } from "../../model.ts";
import type { Purpose } from "../../people/consent.ts";
import { createOrg, type Org } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader } from "../../ports.ts";
import type { PracticeReport } from "../report/practice-report.ts";
import type { SkillEvidence } from "./skill-evidence.ts";

/** The days that are a person's own. */
export const ownMs = 30 * dayMs;

/** What others may see of one person. */
export type Visible = {
  person: Person;
  /** Nobody sees anything before; null while there is no evidence at all. */
  from: number | null;
  evidence: SkillEvidence[];
  /** Reports that are shared, whether or not their time has come. Newest first. */
  shared: PracticeReport[];
  consents: ReadonlySet<string>;
};

/** What it takes to know what others may see. */
export type VisibleRead = Pick<Reader, "skillEvidence" | "practiceReports" | "calls" | "consents">;

/**
 * The evidence on these people that others may see. The 30 days run from the first evidence that is kept, not from the
 * consent: a consent alone gives nobody anything to get used to. Practice counts when its report is shared, a call
 * when its rep let their manager see it; neither without its consent. What is drawn from work in the CRM is never shown.
 */
export async function visibleOf(
  read: VisibleRead,
  people: readonly Person[],
  now: number,
): Promise<Visible[]> {
  const personId = people.map(({ id }) => id);
  const evidence = groupBy(await read.skillEvidence.find({ personId }), byPerson);
  const reports = await read.practiceReports.find({ personId, sharedAt: { gte: 0 } });
  const shared = groupBy(reports, byPerson);
  const calls = await read.calls.find({ personId, consentedAt: { gte: 0 } });
  const sharedCalls = new Set(calls.map(({ id }) => id));
  const consents = groupBy(await read.consents.find({ personId, withdrawnAt: null }), byPerson);
  return people.map((person) =>
    toVisible({
      ...{ person, now, sharedCalls, evidence: evidence.get(person.id) ?? [] },
      ...{ shared: shared.get(person.id) ?? [], consents: consents.get(person.id) ?? [] },
    }),
  );
}

const byPerson = ({ personId }: { personId: string }) => personId;

type Kept = {
  person: Person;
  now: number;
  evidence: SkillEvidence[];
  shared: PracticeReport[];
  sharedCalls: ReadonlySet<string>;
  consents: Consent[];
};

function toVisible({ person, now, evidence, shared, sharedCalls, consents }: Kept): Visible {
  const agreed = new Set(consents.map(({ purpose }) => purpose));
  const first = Math.min(...evidence.map(({ at }) => at));
  const from = evidence.length > 0 ? first + ownMs : null;
  const sharedIds = new Set(shared.map(({ id }) => id));
  const isShown: Record<SkillEvidence["source"], (sourceId: string) => boolean> = {
    practice: (id) => agreed.has("practice" satisfies Purpose) && sharedIds.has(id),
    call: (id) => agreed.has("calls" satisfies Purpose) && sharedCalls.has(id),
    crm: () => false,
  };
  const isTime = from !== null && now >= from;
  return {
    ...{ person, from, consents: agreed, shared: shared.toSorted((a, b) => b.at - a.at) },
    evidence: evidence.filter(({ source, sourceId }) => isTime && isShown[source](sourceId)),
  };
}

/** The reps under a manager, by name. */
export async function repsUnder(
  read: Pick<Reader, "people" | "teams">,
  manager: Person,
): Promise<Person[]> {
  const { people, org } = await readOrg(read);
  return people
    .filter((one) => isTheirRep(one, manager, org))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function isTheirRep(one: Person, manager: Person, org: Org): boolean {
  const isRep = one.active && one.role === "rep" && one.id !== manager.id;
  return isRep && may(manager, "skills.read", { ownerIds: [one.id], shared: true }, org);
}

/** Everybody who may look at what this person shares. */
export async function managersOver(
  read: Pick<Reader, "people" | "teams">,
  person: Person,
): Promise<Person[]> {
  const { people, org } = await readOrg(read);
  const subject = { ownerIds: [person.id], shared: true };
  return people.filter((one) => one.id !== person.id && may(one, "skills.read", subject, org));
}

async function readOrg(read: Pick<Reader, "people" | "teams">) {
  const people = await read.people.find({ active: true });
  return { people, org: createOrg(people, await read.teams.find({})) };
}
