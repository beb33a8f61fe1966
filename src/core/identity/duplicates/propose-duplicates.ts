// Doubles found are put to whoever may decide: a few at once, the rest on the days after.
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { mayMerge, ownersOf } from "../may-merge.ts";
import { isKeptApart, type MergeProposal, mergeProposalCard } from "../propose-merge.ts";

export type ProposeServices = { workdays: Workdays };

export const proposeJob = "duplicates.propose";

/** Proposals that wait for their day. */
export type ProposePayload = { proposals: MergeProposal[]; askedBy: string | null };

/** Cards about doubles one person gets a day at most; an import may bring hundreds. */
const perDay = 3;
const dayMs = 86_400_000;
/** A double splits a customer's history and has two colleagues write to them; it is no deadline. */
const worth = 0.5;

/** Offers each proposal to its decider. What exceeds a person's day is queued for the next. */
export async function proposeMerges(
  unit: Unit,
  { workdays }: ProposeServices,
  { proposals, askedBy }: ProposePayload,
): Promise<void> {
  const people = await unit.people.find({});
  const teams = await unit.teams.find({});
  const told = new Map<string, number>();
  const later: MergeProposal[] = [];
  for (const proposal of proposals) {
    if (await isKeptApart(unit, proposal)) continue;
    const owners = [...(await ownersOf(unit, idsOf(proposal))).values()].flat();
    const candidates = toCandidates(owners, { people, teams, askedBy });
    const person = await findDecider(unit, candidates, proposal);
    if (!person) continue;
    const count = told.get(person.id) ?? 0;
    told.set(person.id, count + 1);
    if (count >= perDay) later.push(proposal);
    else await offer(unit, workdays, { person, proposal });
  }
  queue(unit, { proposals: later, askedBy });
}

/** The job of a later day. */
export async function proposeLater(
  payload: ProposePayload,
  services: ProposeServices,
): Promise<(unit: Unit) => Promise<void>> {
  return (unit) => proposeMerges(unit, services, payload);
}

async function offer(
  unit: Unit,
  workdays: Workdays,
  { person, proposal }: { person: Person; proposal: MergeProposal },
): Promise<void> {
  const card = await mergeProposalCard(unit, person, proposal);
  if (card) await offerNudge(unit, workdays, { person, kind: "health", value: worth, card });
}

function queue(unit: Unit, payload: ProposePayload): void {
  const [first] = payload.proposals;
  if (!first) return;
  const runAt = unit.now + dayMs;
  const key = `${proposeJob}:${first.keptId}+${first.mergedId}:${runAt}`;
  unit.schedule({ kind: proposeJob, key, runAt, payload });
}

const idsOf = ({ kind, keptId, mergedId }: MergeProposal) => ({ kind, ids: [keptId, mergedId] });

type Known = {
  people: readonly Person[];
  teams: Parameters<typeof managerOf>[2];
  askedBy: string | null;
};

/** The owners, then their managers, then whoever brought the records in, then any manager. */
function toCandidates(ownerIds: readonly string[], { people, teams, askedBy }: Known): Person[] {
  const personOf = new Map(people.map((person) => [person.id, person]));
  const owners = ownerIds.flatMap((id) => personOf.get(id) ?? []);
  const above = owners.flatMap((owner) => managerOf(owner, people, teams) ?? []);
  const asker = personOf.get(askedBy ?? "");
  const managers = people.filter(({ role }) => role === "manager");
  const all = [...owners, ...above, ...(asker ? [asker] : []), ...managers];
  return [...new Set(all)].filter(({ active }) => active);
}

async function findDecider(
  unit: Unit,
  candidates: readonly Person[],
  proposal: MergeProposal,
): Promise<Person | undefined> {
  for (const person of candidates) if (await mayMerge(unit, person, idsOf(proposal))) return person;
  return undefined;
}
