// Whose the touches of a batch are: looked up at once before the batch is matched, for matching waits for nothing.
import type { Touch } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { Customer } from "../chains/customers.ts";
import type { CustomerOf } from "../chains/engine.ts";

type Known = { contactId: string | null; accountId: string | null };

/** The visitors and contacts of the batch under way. */
export type WhoIsWho = {
  visitors: Map<string, Known>;
  accounts: Map<string, string | null>;
  /** Contacts that were merged into others. */
  kept: Map<string, string>;
  /** While one customer's touches are taken again: everything is theirs, and nobody else's. */
  only: Customer | undefined;
};

/** Where every name stands for itself. */
export const nobodyKnown = (): WhoIsWho => ({
  visitors: new Map(),
  accounts: new Map(),
  kept: new Map(),
  only: undefined,
});

type Reads = Pick<Reader, "visitors" | "contacts" | "merges">;

/** Looks up everybody in a batch; what an earlier batch knew is forgotten. */
export async function lookUp(who: WhoIsWho, touches: readonly Touch[], read: Reads): Promise<void> {
  for (const known of [who.visitors, who.accounts, who.kept]) known.clear();
  const strangers = distinct(touches.map((touch) => (touch.contactId ? null : touch.anonymousId)));
  if (strangers.length > 0) {
    for (const row of await read.visitors.find({ id: strangers })) who.visitors.set(row.id, row);
  }
  const contacts = distinct(
    touches.map((touch) => touch.contactId ?? who.visitors.get(touch.anonymousId ?? "")?.contactId),
  );
  if (contacts.length === 0) return;
  await lookUpContacts(who, contacts, read);
}

/** The log calls somebody what they were called then: merged since, they are whom they were merged into. */
async function lookUpContacts(who: WhoIsWho, ids: string[], read: Reads): Promise<void> {
  for (const { id, accountId } of await read.contacts.find({ id: ids })) {
    who.accounts.set(id, accountId);
  }
  const missing = ids.filter((id) => !who.accounts.has(id));
  if (missing.length === 0) return;
  const merges = await read.merges.find({ kind: "contact", mergedId: missing });
  const standing = merges.filter(({ undoneAt }) => undoneAt === null);
  for (const { mergedId, keptId } of standing) who.kept.set(mergedId, keptId);
  const unknown = standing.map(({ keptId }) => keptId).filter((id) => !who.accounts.has(id));
  // Merged again since: each step is shorter than the one before, for what is merged is gone.
  if (unknown.length > 0) await lookUpContacts(who, distinct(unknown), read);
}

/** The customer of a touch, of everybody looked up: a visitor nobody knows is one too, within the scope of contacts. */
export function customersBy(who: WhoIsWho): CustomerOf {
  return (touch, scope) => {
    if (who.only) return who.only.scope === scope ? who.only.id : null;
    return scope === "contact" ? contactOf(who, touch) : accountOf(who, touch);
  };
}

function contactOf(who: WhoIsWho, { contactId, anonymousId }: Touch): string | null {
  const visitor = who.visitors.get(anonymousId ?? "");
  return keptOf(who, contactId ?? visitor?.contactId ?? null) ?? anonymousId;
}

function accountOf(who: WhoIsWho, touch: Touch): string | null {
  const contact = contactOf(who, touch) ?? "";
  const visitor = who.visitors.get(touch.anonymousId ?? "");
  return touch.accountId ?? who.accounts.get(contact) ?? visitor?.accountId ?? null;
}

function keptOf({ kept }: WhoIsWho, id: string | null): string | null {
  let last = id;
  for (let next = id; next !== null; next = kept.get(next) ?? null) last = next;
  return last;
}

function distinct(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id): id is string => typeof id === "string"))];
}
