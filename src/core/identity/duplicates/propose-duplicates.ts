// Doubles found are put to whoever may decide: a few at once, the rest on the days after.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { mayMerge, ownersOf } from "../may-merge.ts";
import { type MergeProposal, mergeProposalCard } from "../propose-merge.ts";

export type ProposeServices = { workdays: Workdays };

export const proposeJob = "duplicates.propose";

/** Proposals that wait for their day. */
export type ProposePayload = { proposals: MergeProposal[]; askedBy: string | null };

/** Cards about doubles one person gets a day at most; an import may bring hundreds. */
const perDay = 3;
/** A double splits a customer's history and has two colleagues write to them; it is no deadline. */
const worth = 0.5;

/** Offers each proposal to its decider. What exceeds a person's day is queued for the next. */
export async function proposeMerges(
  unit: Unit,
  services: ProposeServices,
  { proposals, askedBy }: ProposePayload,
): Promise<void> {
  const known = { people: await unit.people.find({}), teams: await unit.teams.find({}), askedBy };
  const told = new Map<string, number>();
  const later: MergeProposal[] = [];
  for (const proposal of proposals) {
    const person = await findDecider(unit, proposal, known);
    if (!person) continue;
    const count = told.get(person.id) ?? 0;
    if (count >= perDay) later.push(proposal);
    else if (await offer(unit, services, { person, proposal })) told.set(person.id, count + 1);
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

/** Whether there was anything to offer: not where they were kept apart, or one of them is gone. */
async function offer(
  unit: Unit,
  { workdays }: ProposeServices,
  { person, proposal }: { person: Person; proposal: MergeProposal },
): Promise<boolean> {
  const card = await mergeProposalCard(unit, person, proposal);
  if (!card) return false;
  await offerNudge(unit, workdays, { person, kind: "health", value: worth, card });
  return true;
}

function queue(unit: Unit, payload: ProposePayload): void {
  const [first] = payload.proposals;
  if (!first) return;
  const runAt = unit.now + dayMs;
  const key = `${proposeJob}:${first.keptId}+${first.mergedId}:${runAt}`;
  unit.schedule({ kind: proposeJob, key, runAt, payload });
}

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

/** Whoever of the candidates may write both. */
async function findDecider(
  unit: Unit,
  { kind, keptId, mergedId }: MergeProposal,
  known: Known,
): Promise<Person | undefined> {
  const both = { kind, ids: [keptId, mergedId] };
  const ownerIds = [...(await ownersOf(unit, both)).values()].flat();
  for (const person of toCandidates(ownerIds, known)) {
    if (await mayMerge(unit, person, both)) return person;
  }
  return undefined;
}
