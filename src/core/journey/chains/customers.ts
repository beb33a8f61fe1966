// Customers by number: what the matcher calls a contact (or a visitor nobody knows) or an account.
import type { Rule } from "../rules/rule.ts";

export type Scope = Rule["scope"];
export const scopes = ["contact", "account"] as const satisfies Scope[];
/** Whose touches are looked at together. */
export type Customer = { scope: Scope; id: string };

/** Every customer a matcher has seen, in the order it saw them. */
export class Customers {
  readonly all: Customer[] = [];
  readonly #numbers: Record<Scope, Map<string, number>> = {
    contact: new Map(),
    account: new Map(),
  };

  /** The number of a customer, who gets the next one when new. */
  numberOf(scope: Scope, id: string): number {
    const numbers = this.#numbers[scope];
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = this.all.length;
    this.all.push({ scope, id });
    numbers.set(id, number);
    return number;
  }
}
