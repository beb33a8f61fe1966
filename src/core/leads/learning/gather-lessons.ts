// What assignments taught: how the leads ended, and whom managers preferred in disputes. Reads only.
import type { Reader } from "../../ports.ts";
import type { Assignment, Share } from "../assigning/assignment.ts";
import { factors } from "../factors.ts";
import { sharesOf } from "../fit.ts";
import type { Edge, Lesson } from "./learn-weights.ts";

/** Outcomes looked back on, the latest. */
const mostLessons = 5_000;

type Candidate = { shares: readonly Share[] };

/** Leads that were accepted and have ended, by the values that were frozen when they were given out. */
export async function gatherLessons(read: Reader): Promise<Lesson[]> {
  const accepted = await read.assignments.find(
    { state: "accepted" },
    { order: { by: "decidedAt", descending: true }, limit: mostLessons },
  );
  const ended = await endedLeads(
    read,
    accepted.map(({ leadId }) => leadId),
  );
  return accepted.flatMap((assignment) => {
    const won = ended.get(assignment.leadId);
    if (won === undefined) return [];
    const candidates = candidatesOf(assignment);
    return {
      ...{
        decidedAt: assignment.decidedAt,
        won,
        edge: edgeOver({ shares: assignment.contributions }, candidates),
      },
      usual: meanOf(candidates, "won_deals"),
    };
  });
}

/** Disputed leads that a manager gave to somebody else. */
export async function gatherPreferred(read: Reader): Promise<Edge[]> {
  const disputes = await read.disputes.find({ decision: "given" });
  const disputed = await read.assignments.find({
    id: disputes.map(({ assignmentId }) => assignmentId),
  });
  const given = await read.assignments.find({ leadId: disputed.map(({ leadId }) => leadId) });
  return disputed.flatMap((had) => {
    const next = given
      .filter(
        ({ leadId, decidedAt, authorId }) =>
          leadId === had.leadId && authorId !== null && decidedAt > had.decidedAt,
      )
      .sort((a, b) => a.decidedAt - b.decidedAt)[0];
    const preferred = had.alternatives.find(({ repId }) => repId === next?.repId);
    if (!preferred) return [];
    const shares = sharesOf(preferred.values, had.contributions);
    return [edgeOver({ shares }, [{ shares: had.contributions }])];
  });
}

async function endedLeads(read: Reader, ids: string[]): Promise<Map<string, boolean>> {
  const leads = await read.leads.find({ id: ids });
  const deals = await read.deals.find({ leadId: ids, status: ["won", "lost"] });
  return new Map([
    ...leads.flatMap(({ id, outcome }) => (outcome ? [[id, outcome === "won"] as const] : [])),
    ...deals.map(({ leadId, status }) => [leadId ?? "", status === "won"] as const),
  ]);
}

function candidatesOf({ contributions, alternatives }: Assignment): Candidate[] {
  const others = alternatives.filter(({ blockedBy }) => blockedBy === null);
  return [
    { shares: contributions },
    ...others.map(({ values }) => ({ shares: sharesOf(values, contributions) })),
  ];
}

function edgeOver(one: Candidate, others: readonly Candidate[]): Edge {
  return Object.fromEntries(
    factors.map(({ id }) => [id, shareOf(one.shares, id) - meanOf(others, id)]),
  );
}

function meanOf(candidates: readonly Candidate[], factor: string): number {
  const sum = candidates.reduce((total, each) => total + shareOf(each.shares, factor), 0);
  return sum / Math.max(1, candidates.length);
}

/** A factor that did not exist yet when the lead was given out was neutral for everybody. */
function shareOf(shares: readonly Share[], factor: string): number {
  return (shares.find((each) => each.factor === factor)?.value ?? 50) / 100;
}
