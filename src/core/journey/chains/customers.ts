// Customers by number: what the matcher calls a contact (or a visitor nobody knows) or an account.
import type { Rule } from "../rules/rule.ts";
import { IdTable, placeOf } from "./id-table.ts";

export type Scope = Rule["scope"];
export const scopes = ["contact", "account"] as const satisfies Scope[];
/** Whose touches are looked at together. */
export type Customer = { scope: Scope; id: string };

/** Every customer a matcher has seen, in the order it saw them. */
export class Customers {
  readonly all: Customer[] = [];
  readonly #tables = scopes.map(() => new IdTable());

  /** The number of a customer, who gets the next one when new. */
  numberOf(scope: Scope, id: string): number {
    return this.#numberOf(scopes.indexOf(scope), id, placeOf(id));
  }

  /** The numbers of the customers of some lines; new ones get the next. */
  findAll({ lines, ids, scopes: scopeOf, hashes, customers }: Wanted): void {
    for (let line = 0; line < lines; line += 1) hashes[line] = placeOf(ids[line] as string);
    for (const [scope, table] of this.#tables.entries())
      table.bringNear({ lines, hashes, scopeOf, scope });
    for (let line = 0; line < lines; line += 1) {
      customers[line] = this.#numberOf(
        scopeOf[line] as number,
        ids[line] as string,
        hashes[line] as number,
      );
    }
  }

  #numberOf(scope: number, id: string, hash: number): number {
    const table = this.#tables[scope] as IdTable;
    const known = table.find(id, hash);
    if (known >= 0) return known;
    const number = this.all.length;
    this.all.push({ scope: scopes[scope] as Scope, id });
    table.add(id, hash, number);
    return number;
  }
}

/** Ids with the places of their scopes in `scopes`, and where to put their hashes and numbers. */
type Wanted = {
  lines: number;
  ids: readonly string[];
  scopes: Uint8Array;
  hashes: Int32Array;
  customers: Int32Array;
};
