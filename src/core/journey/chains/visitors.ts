// Who is who in a file of touches, as far as it has been read: a touch that carries both a visitor's id and a contact
// says that the visitor is this contact from then on, and of this account.
import type { Touch } from "../../model.ts";
import type { Customer, Scope } from "./customers.ts";
import { inOrder } from "./lateness.ts";
import type { Merge } from "./merge.ts";

type Known = { contactId: string; accountId: string | null };

/** What every customer did so far, and which visitors became whom. */
export class Visitors {
  readonly #known = new Map<string, Known>();
  readonly #histories: Record<Scope, Map<string, Touch[]>> = {
    contact: new Map(),
    account: new Map(),
  };
  /** What a visitor did that counts for no account yet. */
  readonly #accountless = new Map<string, Touch[]>();

  /** Whose touch this is now: of a visitor nobody knows, the visitor's own. */
  customerOf({ contactId, anonymousId, accountId }: Touch, scope: Scope): string | null {
    const known = anonymousId === null ? undefined : this.#known.get(anonymousId);
    if (scope === "account") return accountId ?? known?.accountId ?? null;
    return contactId ?? known?.contactId ?? anonymousId;
  }

  /** Adds a touch to the histories it belongs to. */
  add(touch: Touch): void {
    for (const scope of ["contact", "account"] as const) {
      const id = this.customerOf(touch, scope);
      if (id !== null) push(this.#histories[scope], id, touch);
      else if (touch.anonymousId !== null) push(this.#accountless, touch.anonymousId, touch);
    }
  }

  historyOf({ scope, id }: Customer): readonly Touch[] {
    return this.#histories[scope].get(id) ?? [];
  }

  /** What a touch makes known, as merges; `settle` is called with each before it counts here. */
  learn(touch: Touch, settle: (merge: Merge) => void): void {
    const { anonymousId, contactId, accountId, at } = touch;
    if (anonymousId === null || contactId === null) return;
    const before = this.#known.get(anonymousId);
    const isSame = before?.contactId === contactId;
    const account = accountId ?? (isSame ? before.accountId : null);
    if (!isSame) {
      const into: Customer = { scope: "contact", id: contactId };
      const own = before ? [] : this.historyOf({ scope: "contact", id: anonymousId });
      this.#join({ from: { scope: "contact", id: anonymousId }, into, at, history: own }, settle);
    }
    const waiting = this.#accountless.get(anonymousId) ?? [];
    if (account !== null && waiting.length > 0) {
      const into: Customer = { scope: "account", id: account };
      this.#join({ from: into, into, at, history: waiting }, settle);
      this.#accountless.delete(anonymousId);
    }
    this.#known.set(anonymousId, { contactId, accountId: account });
  }

  #join({ from, into, at, history: own }: Merge, settle: (merge: Merge) => void): void {
    if (own.length === 0) return;
    const history = [...own, ...this.historyOf(into)].sort(inOrder);
    settle({ from, into, at, history });
    this.#histories[from.scope].delete(from.id);
    this.#histories[into.scope].set(into.id, history);
  }
}

function push(lists: Map<string, Touch[]>, id: string, touch: Touch): void {
  const list = lists.get(id);
  if (list) list.push(touch);
  else lists.set(id, [touch]);
}
