// From names to contacts: which visitors can be linked now, and to whom.
import type { Reader } from "../ports.ts";
import { type Candidates, findCandidates, learnedKey } from "./candidates.ts";
import { isLearned } from "./names.ts";
import {
  type CustomerIdentity,
  type LinkReason,
  newVisitor,
  type Visitor,
  valuesByKind,
} from "./visitor.ts";

type Reads = Pick<
  Reader,
  "contacts" | "accounts" | "externalIds" | "visitors" | "customerIdentities"
>;

/** Visitors as they are to be, with those that somebody must decide about. */
export type Resolution = { visitors: Visitor[]; claimed: Visitor[] };

/** Others that a newly learned name brings along; each may bring more, so often at most. */
const rounds = 5;
/** Visitors that one learned name brings along at once: more, and the name is a crowd's. */
const crowd = 200;

/**
 * Links visitors by the names they were called by, strongest name first. A visitor that is linked stays so; called
 * as somebody else, they are claimed. Names learned on the way (a user id seen with an address) link others called so.
 */
export async function resolveVisitors(
  read: Reads,
  identities: readonly CustomerIdentity[],
  now: number,
): Promise<Resolution> {
  const done = new Map<string, Visitor>();
  const claimed = new Map<string, Visitor>();
  let waiting = identities;
  for (let round = 0; round < rounds && waiting.length > 0; round += 1) {
    const linked = await resolveRound(read, waiting, { done, claimed, now });
    waiting = await findOthers(read, linked, done);
  }
  return { visitors: [...done.values()], claimed: [...claimed.values()] };
}

type Learning = Pick<Progress, "done" | "now"> & { candidates: Candidates };
type Progress = { done: Map<string, Visitor>; claimed: Map<string, Visitor>; now: number };

/** Resolves to the names of visitors linked only now: whoever is called the same is the same. */
async function resolveRound(
  read: Reads,
  identities: readonly CustomerIdentity[],
  { done, claimed, now }: Progress,
): Promise<CustomerIdentity[]> {
  const byVisitor = groupByVisitor(identities);
  const known = await readVisitors(read, byVisitor, done);
  const candidates = await findCandidates(read, identities, done);
  const fresh: CustomerIdentity[] = [];
  for (const [id, names] of byVisitor) {
    const before = known.get(id) ?? newVisitor(id, now);
    const after = decide(before, names, { candidates, now });
    if (after === before) continue;
    done.set(id, after);
    if (after.claimId !== null && after.claimId !== before.claimId) claimed.set(id, after);
    if (after.contactId !== before.contactId) fresh.push(...names);
  }
  for (const name of fresh) learn(name, { done, candidates, now });
  return fresh;
}

function groupByVisitor(identities: readonly CustomerIdentity[]) {
  const groups = new Map<string, CustomerIdentity[]>();
  for (const identity of identities) {
    const group = groups.get(identity.visitorId);
    if (group) group.push(identity);
    else groups.set(identity.visitorId, [identity]);
  }
  return groups;
}

async function readVisitors(
  read: Reads,
  byVisitor: ReadonlyMap<string, unknown>,
  done: ReadonlyMap<string, Visitor>,
): Promise<Map<string, Visitor>> {
  const rows = await read.visitors.find({ id: [...byVisitor.keys()] });
  return new Map([...rows.map((row): [string, Visitor] => [row.id, row]), ...done]);
}

/** The visitor as their names make them; the same object where nothing changes. */
function decide(
  visitor: Visitor,
  names: readonly CustomerIdentity[],
  { candidates, now }: { candidates: Candidates; now: number },
): Visitor {
  const accountId = visitor.accountId ?? candidates.accountOf(names);
  const base =
    accountId === visitor.accountId ? visitor : { ...visitor, accountId, updatedAt: now };
  const found = candidates
    .contactsOf(names)
    .filter(({ contactId }) => !visitor.rejected.includes(contactId));
  const [first, ...others] = found;
  if (!first) return base;
  if (visitor.contactId === null) {
    // Two names, two people: a person decides, and until then it is neither.
    if (others.length > 0) return claim(base, first.contactId, now);
    const { contactId, identity } = first;
    const reason = reasonOf(identity);
    return { ...base, contactId, reason, claimId: null, linkedAt: now, updatedAt: now };
  }
  const other = found.find(({ contactId }) => contactId !== visitor.contactId);
  return other ? claim(base, other.contactId, now) : base;
}

function claim(visitor: Visitor, claimId: string, now: number): Visitor {
  return visitor.claimId === claimId ? visitor : { ...visitor, claimId, updatedAt: now };
}

function reasonOf({ kind, value, touchId, source, seenAt }: CustomerIdentity): LinkReason {
  return { name: { kind, value }, touchId, source, at: seenAt, personId: null };
}

/**
 * An id of another system says who somebody is once it was seen with a name a contact carries: whoever is called so
 * from now on is the same.
 */
function learn(name: CustomerIdentity, { done, candidates, now }: Learning): void {
  const linked = done.get(name.visitorId);
  const id = learnedKey(name);
  const known = done.get(id) ?? candidates.learned.get(id) ?? newVisitor(id, now);
  if (!isLearned(name) || !linked?.contactId || known.contactId !== null) return;
  const { contactId, reason } = linked;
  if (known.rejected.includes(contactId)) return;
  done.set(id, { ...known, contactId, reason, linkedAt: now, updatedAt: now });
}

async function findOthers(
  read: Reads,
  linked: readonly CustomerIdentity[],
  done: ReadonlyMap<string, Visitor>,
): Promise<CustomerIdentity[]> {
  const others: CustomerIdentity[] = [];
  for (const [kind, values] of valuesByKind(linked.filter(isLearned))) {
    others.push(...(await read.customerIdentities.find({ kind, value: values }, { limit: crowd })));
  }
  return others.filter(({ visitorId }) => !done.has(visitorId));
}
