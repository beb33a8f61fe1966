// What became of it: everything that was acknowledged must have had its effect, once, and nothing may still wait.
import type { Books } from "./books.ts";
import { findWaiting } from "./books.ts";
import { checkDoings } from "./check-doings.ts";
import { checkMessages } from "./check-messages.ts";
import { checkSources } from "./check-sources.ts";
import type { Kept, Ledger, Platform } from "./wire.ts";

/** What was found wrong, one line each with the ids to look for. */
export type Findings = { lost: string[]; twice: string[]; stuck: string[] };

/** Something that should be there so many times; `about` names it. */
export type Count = { about: string; times: number; wanted?: number };

export type Accounting = {
  books: Books;
  ledger: Ledger;
  platforms: Platform[];
  kept: Kept[];
  now: number;
};

/** `checked`: how many things of each kind were counted. */
export function account(accounting: Accounting): Findings & { checked: Record<string, number> } {
  const { books, now } = accounting;
  const groups = {
    ...checkDoings(accounting),
    ...checkMessages(accounting),
    ...checkSources(accounting),
    soundDatabase: [checkFile(books)],
  };
  const counts = Object.entries(groups).flatMap(([group, all]) =>
    all.map((one) => ({ ...one, about: `${group}: ${one.about}` })),
  );
  return {
    lost: counts.filter(({ times, wanted = 1 }) => times < wanted).map(toLine),
    twice: counts.filter(({ times, wanted = 1 }) => times > wanted).map(toLine),
    stuck: findWaiting(books, now),
    checked: Object.fromEntries(Object.entries(groups).map(([name, { length }]) => [name, length])),
  };
}

const toLine = ({ about, times, wanted = 1 }: Count) => `${about} (${times} of ${wanted})`;

function checkFile({ all }: Books): Count {
  const [found] = all("PRAGMA integrity_check");
  return { about: String(found?.integrity_check), times: found?.integrity_check === "ok" ? 1 : 0 };
}
