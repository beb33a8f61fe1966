// What rows of leads say about accounts.
import { applyChanges } from "./apply.ts";
import type { Pass } from "./context.ts";
import { fillRecords, type Mention } from "./fill.ts";
import type { Interpreted } from "./interpret.ts";
import { readRecords } from "./matching/known.ts";

/** Adds to the accounts of leads what only the leads' rows say about them: industry, website, size, country. */
export async function fillAccounts(pass: Pass, rows: readonly Interpreted[]): Promise<void> {
  const speaking = rows.filter(({ account }) =>
    Object.values(account).some((value) => value !== null),
  );
  const ids = speaking.map(({ set }) => set.accountId).filter((id) => typeof id === "string");
  const accounts = await readRecords(pass.unit, "account", ids);
  const mentions = speaking.flatMap(({ set, account, line }): Mention[] => {
    const id = String(set.accountId);
    const current = accounts.get(id);
    return current ? [{ id, current, set: account, line, isOnly: false }] : [];
  });
  await applyChanges(pass, await fillRecords(pass, "account", mentions));
}
