// Who the visitors of the event log are: facts beside the log, which itself never changes.

/** What can name a person in a touch; ids in other systems are kinds such as `zendesk.user`. */
export type Name = { kind: string; value: string };

/** Why a visitor is taken for a contact: the name, and the touch it came with. */
export type LinkReason = {
  name: Name;
  touchId: string;
  source: string;
  /** When that was. */
  at: number;
  /** A person who decided it; null: Ringside, by the name. */
  personId: string | null;
};

/** A visitor who was once called by a name. `id` is the log's own key (`Touch.anonymousId`). */
export type Visitor = {
  id: string;
  contactId: string | null;
  /** By the domain of an address, where one account has it. */
  accountId: string | null;
  /** Another contact this visitor was later called as: for a person to decide. */
  claimId: string | null;
  reason: LinkReason | null;
  /** Contacts a person said it is not: never linked to them again by itself. */
  rejected: string[];
  linkedAt: number | null;
  undoneAt: number | null;
  createdAt: number;
  updatedAt: number;
};

/** One name a visitor was called by. */
export type CustomerIdentity = Name & {
  id: string;
  visitorId: string;
  source: string;
  touchId: string;
  seenAt: number;
};

/** A visitor nobody has linked yet. */
export function newVisitor(id: string, now: number): Visitor {
  return {
    id,
    contactId: null,
    accountId: null,
    claimId: null,
    reason: null,
    rejected: [],
    linkedAt: null,
    undoneAt: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The visitor that stands for a name itself: touches under it are found by it, and others called by it join. */
export function keyOf({ kind, value }: Name): string {
  return `${kind}:${value}`;
}

/** The values of names, by kind: one question to the database each. */
export function valuesByKind(names: readonly Name[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { kind, value } of names) {
    const group = groups.get(kind);
    if (group) group.push(value);
    else groups.set(kind, [value]);
  }
  return groups;
}
