// A program that asks for something: its key, and how far it sees.
import type { ApiKey } from "../facts.ts";
import type { ChangeBatch } from "../gate/gate.ts";
import type { Reach } from "./reach.ts";

export type Caller = { key: Pick<ApiKey, "id" | "name" | "scopes">; reach: Reach };

/** Values come from a program by its name; a key that takes another's place goes on under it. */
export function sourceOf({ key }: Caller): string {
  return `api:${key.name}`;
}

/**
 * Who writes, for the gate. One record at a time is refused what breaks a contract; of many the rest goes in, as from
 * any system (docs/contracts.md). `more`: what comes with the record, such as a new lead's contact.
 */
export function writerOf(
  caller: Caller,
  { isBulk = false, more = [] }: { isBulk?: boolean; more?: readonly string[] } = {},
): Pick<ChangeBatch, "by" | "via" | "source"> {
  const { id, scopes } = caller.key;
  return {
    by: { kind: "key", id, scopes: [...scopes, ...more] },
    via: isBulk ? "source" : "api",
    source: sourceOf(caller),
  };
}
