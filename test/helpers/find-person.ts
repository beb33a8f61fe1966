// Accounts without a platform.
import { createAccounts } from "../../src/chat/accounts.ts";
import type { FindPerson } from "../../src/chat/who.ts";
import type { Store } from "../../src/core/ports.ts";
import { testNow } from "./people.ts";

/** Who is behind an account, from the records alone: no platform is there to ask. */
export function findPersonIn(store: Store): FindPerson {
  const accounts = createAccounts({ store, clock: () => testNow, surfaces: () => [] });
  return (event) => accounts.personOf(event, { ask: false });
}
