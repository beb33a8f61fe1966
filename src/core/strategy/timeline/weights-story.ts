// From a version of the weights to its first effects: what was decided with it, who moved, who accepted, who was called.
import { hourMs } from "../../durations.ts";
import type { WeightVersion } from "../../facts.ts";
import { groupBy } from "../../group-by.ts";
import type { Assignment } from "../../leads/assigning/assignment.ts";
import { customerName } from "../../leads/gathering/customer.ts";
import { type Move, replay } from "../../leads/weighing/replay.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { EventLog, Reader } from "../../ports.ts";
import { type Origin, originOf } from "./origin.ts";

/** How long after a change its timeline looks: three days, in which the first people have met it. */
export const windowMs = 72 * hourMs;

/** So many of so many, and when the first of them was. */
export type Reached = { count: number; of: number; firstAt: number | null };

export type WeightsStory = {
  version: WeightVersion;
  before: WeightVersion | undefined;
  author: string | undefined;
  origin: Origin | undefined;
  /** Leads given out with it by fit, within the window. */
  decided: Reached;
  /** Those of them that the weights before would have given to somebody else. */
  moves: Move[];
  /** Of those answered by now. */
  accepted: Reached;
  /** Still waiting for an answer. */
  waiting: number;
  /** Of those accepted, whom somebody of ours called, wrote to or met since. */
  contacted: Reached;
  /** What became of the leads of the version before, as far as it is known. */
  earlier: { accepted: number; of: number };
  /** What the reader calls the people and leads of `moves`; of others' teams nothing. */
  names: ReadonlyMap<string, string>;
};

/** Assignments looked at: enough for three days of any team. */
const mostAssignments = 2_000;
const ours = ["call.made", "email.sent", "message.sent", "meeting.held"];

type Reads = { read: Reader; events: Pick<EventLog, "ofContacts">; now: number };

/** Reads it, for one manager. */
export async function weightsStory(
  { read, events, now }: Reads,
  reader: Person,
  version: WeightVersion,
): Promise<WeightsStory> {
  const from = version.publishedAt ?? version.createdAt;
  const to = Math.min(now, from + windowMs);
  const before = await read.weightVersions.get(version.basedOnId ?? "");
  const decided = await decidedWith(read, version.id, { from, to });
  const answered = decided.filter(isAnswered);
  const accepted = answered.filter(({ state }) => state === "accepted");
  const moves = before
    ? replay(
        decided.map((assignment) => ({ assignment, worth: 1 })),
        before.weights,
        version.weights,
      ).moves
    : [];
  const earlier = before
    ? await read.assignments.find(byFit(before.id), { limit: mostAssignments })
    : [];
  const over = earlier.filter(isAnswered);
  return {
    ...{ version, before, moves },
    author: (await read.people.get(version.authorId ?? ""))?.name,
    origin: await originOf(read, { becomes: "weights", targetId: version.id }),
    decided: reached(
      decided.map(({ decidedAt }) => decidedAt),
      decided.length,
    ),
    accepted: reached(
      accepted.map(({ closedAt }) => closedAt ?? to),
      answered.length,
    ),
    waiting: decided.filter(({ state }) => state === "offered").length,
    contacted: await contactedOf({ read, events }, accepted, { from, to }),
    earlier: {
      accepted: over.filter(({ state }) => state === "accepted").length,
      of: over.length,
    },
    names: await namesFor(read, reader, moves),
  };
}

const byFit = (weightVersionId: string) => ({ weightVersionId, authorId: null });

/** Accepted, declined or run out; what was taken back says nothing. */
function isAnswered({ state }: Assignment): boolean {
  return state !== "offered" && state !== "withdrawn";
}

type Span = { from: number; to: number };

/** The latest assignment of each lead, the first decided first. */
async function decidedWith(read: Reader, versionId: string, { from, to }: Span) {
  const all = await read.assignments.find(
    { ...byFit(versionId), decidedAt: { gte: from, lte: to } },
    { order: { by: "decidedAt" }, limit: mostAssignments },
  );
  const latest = groupBy(all, ({ leadId }) => leadId);
  return [...latest.values()].flatMap((each) => each.at(-1) ?? []);
}

function reached(times: readonly number[], of: number): Reached {
  const firstAt = times.length === 0 ? null : Math.min(...times);
  return { count: times.length, of, firstAt };
}

async function contactedOf(
  { read, events }: Pick<Reads, "read" | "events">,
  accepted: readonly Assignment[],
  { from, to }: Span,
): Promise<Reached> {
  const leads = await read.leads.find({ id: accepted.map(({ leadId }) => leadId) });
  const contactOf = new Map(leads.map(({ id, contactId }) => [id, contactId]));
  const contactIds = [...new Set(leads.flatMap(({ contactId }) => contactId ?? []))];
  const touches = await events.ofContacts(contactIds, { from, to, types: ours });
  const byContact = groupBy(touches, ({ contactId }) => contactId);
  const firsts = accepted.flatMap(({ leadId, decidedAt }) => {
    const theirs = byContact.get(contactOf.get(leadId) ?? null) ?? [];
    const times = theirs.filter(({ at }) => at >= decidedAt).map(({ at }) => at);
    return times.length > 0 ? [Math.min(...times)] : [];
  });
  return reached(firsts, accepted.length);
}

/** A manager reads the names of leads that one of theirs got or would have got. */
async function namesFor(read: Reader, reader: Person, moves: readonly Move[]) {
  const people = await read.people.find({});
  const org = createOrg(people, await read.teams.find({}));
  const theirs = moves.filter(({ fromId, toId }) =>
    may(reader, "lead.read", { ownerIds: [fromId, toId] }, org),
  );
  const leads = await read.leads.find({ id: theirs.map(({ leadId }) => leadId) });
  const accounts = await read.accounts.find({ id: leads.flatMap((one) => one.accountId ?? []) });
  const contacts = await read.contacts.find({ id: leads.flatMap((one) => one.contactId ?? []) });
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
  const named = new Set(theirs.flatMap(({ fromId, toId }) => [fromId, toId]));
  return new Map([
    ...people.filter(({ id }) => named.has(id)).map(({ id, name }) => [id, name] as const),
    ...leads.map((lead) => {
      const account = accountOf.get(lead.accountId ?? "") ?? null;
      const contact = contactOf.get(lead.contactId ?? "") ?? null;
      return [lead.id, customerName({ lead, account, contact })] as const;
    }),
  ]);
}
