// What people got: every card once on its platform, as it was last, and every marked question answered once.
import { groupBy } from "../../src/core/group-by.ts";
import { textsFor } from "../../src/core/text/texts.ts";
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
      countAnswers(user, { books, ledger, kept }),
    ),
  };
}

const readings = [textsFor("en"), textsFor("zh")].map(({ scripts }) => scripts.building);

/**
 * Every question, and every press that asked it again, brought somebody either words to say or the sentence that the
 * library is still being read. A press that nobody acknowledged may have brought one too.
 */
function countAnswers(user: string, { books, ledger, kept }: Checking): Count {
  const own = ledger.doings.filter((doing) => doing.user === user);
  const doubts = own.filter(({ what }) => what === "doubt");
  const marks = doubts.flatMap(({ mark = [] }) => mark);
  const again = own.filter(({ what, ref = "" }) => {
    const [row] = books.all("SELECT params FROM ActionRef WHERE id = ?", ref);
    return what === "again" && marks.some((mark) => String(row?.params).includes(mark));
  });
  const words = [...marks, ...readings];
  const got = kept.filter(
    (message) => message.user === user && words.some((one) => message.content.includes(one)),
  ).length;
  const spare = again.reduce((sum, { tries = 1 }) => sum + tries - 1, 0);
  const wanted = doubts.length + again.length;
  const times = got > wanted ? Math.max(wanted, got - spare) : got;
  return { about: `answers to ${user}`, times, wanted };
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
