// What people did: worked on once each, and what a press meant is what the records say now.
import type { Accounting, Count } from "./account.ts";
import type { Books, Row } from "./books.ts";
import type { Doing, Platform } from "./wire.ts";

type Checking = Pick<Accounting, "books" | "ledger" | "platforms">;

export function checkDoings({ books, ledger, platforms }: Checking): Record<string, Count[]> {
  const { doings } = ledger;
  const ofKind = (what: string) => doings.filter((doing) => doing.what === what);
  const marked = (what: string, sql: string) =>
    ofKind(what).map(({ mark = "" }) => countMark(books, { what, mark, sql }));
  return {
    acknowledged: doings.map((doing) => checkInbox(books, doing, platforms)),
    presses: doings
      .filter(isKept(doings))
      .flatMap((doing) => checkPress(books, doing, platforms) ?? []),
    updates: marked("update", "SELECT id FROM StageUpdate WHERE instr(text, ?) > 0"),
    deals: checkDeals(books, ofKind("update")),
    claims: marked("claim", "SELECT id FROM Strategy WHERE instr(text, ?) > 0"),
    turns: ofKind("turn").flatMap((doing) => checkTurn(books, doing) ?? []),
  };
}

type Marked = { what: string; mark: string; sql: string };

function countMark({ all }: Books, { what, mark, sql }: Marked): Count {
  return { about: `${what} ${mark}`, times: all(sql, mark).length };
}

/** In the inbox under its key or another, and done. */
function checkInbox(books: Books, doing: Doing, platforms: Platform[]): Count {
  const { key, rows } = inboxOf(books, doing, platforms);
  return { about: `${key} ${doing.what}`, times: rows.filter(isDone).length };
}

function inboxOf({ all }: Books, doing: Doing, platforms: Platform[]) {
  const platform = platforms.find(({ name }) => name === doing.platform);
  const key = `${platform?.app.surface}:${platform?.connection}:${doing.eventId}`;
  const rows = all(
    `SELECT state, doneAt FROM InboxEvent
     WHERE key = ? OR key BETWEEN ? AND ? OR key IN (SELECT key FROM InboxAlias WHERE alias = ?)`,
    // In a press on Slack, what was pressed follows the trigger.
    ...[key, `${key}:`, `${key};`, key],
  );
  return { key, rows };
}

const isDone = ({ state }: Row) => state === "done";

/** What was pressed, in which table it is looked up, and the states it may be in now. */
const meanings: Record<string, { table: string; id: string; states: readonly string[] }> = {
  accept: { table: "Assignment", id: "assignmentId", states: ["accepted"] },
  declined: { table: "Assignment", id: "assignmentId", states: ["declined"] },
  confirm: { table: "StageUpdate", id: "updateId", states: ["confirmed", "undone"] },
  undo: { table: "StageUpdate", id: "updateId", states: ["undone"] },
  done: { table: "NextAction", id: "actionId", states: ["done"] },
  // It may have been done since, or have become another by what the customer did.
  snooze: { table: "NextAction", id: "actionId", states: ["snoozed", "done", "expired"] },
  start: { table: "PracticeSession", id: "sessionId", states: ["playing", "paused", "closed"] },
  test: { table: "Strategy", id: "strategyId", states: ["registered", "tested", "published"] },
};

/** A practice in which nobody said a word is not kept, as it says. */
function isKept(doings: Doing[]): (doing: Doing) => boolean {
  const spoken = new Set(doings.flatMap(({ what, ref }) => (what === "turn" && ref ? [ref] : [])));
  return ({ what, ref = "" }) => what !== "start" || spoken.has(ref);
}

function checkPress(books: Books, doing: Doing, platforms: Platform[]): Count | undefined {
  const { what, ref = "", mark, personId } = doing;
  const { all } = books;
  const meaning = meanings[what];
  if (!meaning || mark) return undefined;
  const id = paramOf(all("SELECT params FROM ActionRef WHERE id = ?", ref)[0], meaning.id);
  const rows = all(`SELECT * FROM "${meaning.table}" WHERE id = ?`, id);
  const isSo = (row: Row) =>
    meaning.states.includes(String(row.state)) ||
    isOverBefore(row, inboxOf(books, doing, platforms).rows);
  const times = rows.filter(isSo).length;
  return { about: `${what} ${meaning.table} ${id} is ${rows[0]?.state} for ${personId}`, times };
}

/** An action that another took the place of while the press was on its way: whoever pressed was told so. */
function isOverBefore({ state, closedAt }: Row, worked: Row[]): boolean {
  return state === "expired" && worked.some(({ doneAt }) => timeOf(closedAt) <= timeOf(doneAt));
}

const timeOf = (stored: Row[string] | undefined) => new Date(stored ?? Number.NaN).getTime();

function paramOf(row: Row | undefined, name: string): string {
  const params = JSON.parse(String(row?.params ?? "{}")) as Record<string, string>;
  return params[name] ?? "";
}

/** The amount on every deal is that of the last update that was confirmed and not taken back. */
function checkDeals({ all }: Books, updates: Doing[]): Count[] {
  const people = [...new Set(updates.map(({ personId }) => personId))];
  return people.flatMap((personId) => {
    const [last] = all(
      `SELECT dealId, json_extract(understood, '$.values.amount') AS amount FROM StageUpdate
       WHERE personId = ? AND state = 'confirmed' ORDER BY confirmedAt DESC LIMIT 1`,
      personId,
    );
    if (!last?.dealId || last.amount === null) return [];
    const [deal] = all("SELECT amount FROM Deal WHERE id = ?", last.dealId);
    const about = `deal ${last.dealId}: ${deal?.amount}, last confirmed ${last.amount}`;
    return [{ about, times: deal?.amount === last.amount ? 1 : 0 }];
  });
}

/** In the talk once. A talk that was over before, by its customer or its clock, heard it no more. */
function checkTurn({ all }: Books, { mark = "", ref = "" }: Doing): Count | undefined {
  const sessionId = paramOf(all("SELECT params FROM ActionRef WHERE id = ?", ref)[0], "sessionId");
  const times = all(
    `SELECT id FROM Turn WHERE sessionId = ? AND speaker = 'rep' AND instr(text, ?) > 0`,
    ...[sessionId, mark],
  ).length;
  const [session] = all(
    `SELECT json_extract(play, '$.ending') AS ending FROM PracticeSession WHERE id = ?`,
    sessionId,
  );
  const isOverBefore = times === 0 && session && session.ending !== "given-up";
  return isOverBefore ? undefined : { about: `turn ${mark} of ${sessionId}`, times };
}
