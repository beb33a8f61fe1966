// What people got: every card once on its platform, as it was last, and every marked question answered once.
import { groupBy } from "../../src/core/group-by.ts";
import type { Accounting, Count } from "./account.ts";
import type { Row } from "./books.ts";
import type { Kept } from "./wire.ts";

type Checking = Pick<Accounting, "books" | "ledger" | "kept">;

export function checkMessages({ books, ledger, kept }: Checking): Record<string, Count[]> {
  const rows = books.all(
    `SELECT key, target, cardKey, state, error, json_extract(body, '$.title') AS title
     FROM OutboxMessage ORDER BY sequence`,
  );
  const byKey = groupBy(kept, ({ key }) => key);
  const cards = [...groupBy(rows, ({ target, cardKey }) => `${target} ${cardKey}`)];
  const doubts = ledger.doings.filter(({ what }) => what === "doubt");
  return {
    // Given up, dropped or perhaps sent: with platforms that are there, none may be.
    messagesSent: rows.map((row) => toSent(row)),
    cards: cards.flatMap(([name, all]) => countCard(name, all, byKey)),
    answers: [...groupBy(doubts, ({ user }) => user).keys()].map((user) =>
      countAnswers(user, { ledger, kept }),
    ),
  };
}

/** Every question brought somebody words to say, once; just after a start they follow a “one moment”. */
function countAnswers(user: string, { ledger, kept }: Omit<Checking, "books">): Count {
  const own = ledger.doings.filter((doing) => doing.user === user && doing.what === "doubt");
  const marks = own.flatMap(({ mark = [] }) => mark);
  const times = kept.filter(
    (message) => message.user === user && marks.some((mark) => message.content.includes(mark)),
  ).length;
  return { about: `answers to ${user}`, times, wanted: own.length };
}

function toSent({ key, cardKey, state, error }: Row): Count {
  // What still waits is told as stuck.
  const isSent = ["sent", "queued", "sending"].includes(String(state));
  return { about: `${key} ${cardKey} is ${state}: ${error}`, times: isSent ? 1 : 0 };
}

/** One message on the platform for each card of a person, with the title it had last. */
function countCard(name: string, rows: Row[], byKey: ReadonlyMap<string, Kept[]>): Count[] {
  const sent = rows.filter(({ state }) => state === "sent");
  const last = sent.at(-1);
  if (!last) return [];
  const messages = sent.flatMap(({ key }) => byKey.get(String(key)) ?? []);
  const title = JSON.stringify(last.title).slice(1, -1);
  const isCurrent = messages.some(({ content }) => content.includes(title));
  return [
    { about: `card ${name}`, times: messages.length },
    { about: `card ${name} shows “${last.title}”`, times: isCurrent ? 1 : 0 },
  ];
}
