// What a person's home shows: their day, and what they can ask. Platforms with a home ask for it again and again.
import type { Card } from "../core/card.ts";
import { showHelp } from "../core/help.ts";
import type { HomeServices } from "../core/home/section.ts";
import { showHome } from "../core/home.ts";
import type { Account, Accounts } from "./accounts.ts";
import { topicsOf } from "./table.ts";

/** `homeOf` of the port: the account's person, and the cards made for them; nobody's home is undefined. */
export function createHomeOf(
  parts: HomeServices & { accounts: Accounts },
): (account: Account) => Promise<Card[] | undefined> {
  return async (account) => {
    const person = await parts.accounts.personOf(account, { ask: true });
    if (!person) return undefined;
    const effects = [await showHome(parts, person), showHelp(person, topicsOf(person))];
    const cards: Card[] = [];
    await parts.store.write(async (unit) => {
      const post = ({ card }: { card: Card }) => void cards.push(card);
      for (const effect of effects) await effect({ ...unit, post });
    });
    return cards;
  };
}
