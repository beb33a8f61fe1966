// The bot's files as the account reads them: closed or not, without touching them.
import { join } from "node:path";
import Database from "better-sqlite3";
import { logConsumers } from "../../src/wiring/consumers.ts";

export type Row = Record<string, string | number | null>;

export type Books = {
  all(sql: string, ...values: (string | number)[]): Row[];
  /** Of the log of touches. */
  touches(sql: string, ...values: (string | number)[]): Row[];
  close(): void;
};

export function openBooks(dataDir: string): Books {
  const records = new Database(join(dataDir, "records.db"), { readonly: true });
  const events = new Database(join(dataDir, "events.db"), { readonly: true });
  return {
    all: (sql, ...values) => records.prepare<unknown[], Row>(sql).all(...values),
    touches: (sql, ...values) => events.prepare<unknown[], Row>(sql).all(...values),
    close() {
      records.close();
      events.close();
    },
  };
}

/** What still waits to be worked on, one line each; nothing once everything has come to its end. `now` is the bot's. */
export function findWaiting({ all, touches }: Books, now: number): string[] {
  const lines = (what: string, rows: Row[]) =>
    rows.map((row) => `${what}: ${Object.values(row).join(" ")}`);
  const [last] = touches("SELECT MAX(position) AS position FROM touches");
  const consumers = `SELECT consumer, position FROM Checkpoint
    WHERE position < ? AND consumer IN (SELECT value FROM json_each(?))`;
  return [
    ...lines("inbox", all(`SELECT key, kind, attempts FROM InboxEvent WHERE state = 'new'`)),
    ...lines(
      "outbox",
      all(
        `SELECT id, cardKey, state, attempts, error FROM OutboxMessage
         WHERE state IN ('queued', 'sending')`,
      ),
    ),
    ...lines(
      "job",
      all(
        `SELECT key, state, attempts, error FROM Job
         WHERE state = 'running' OR (state = 'queued' AND runAt <= ?)`,
        now,
      ),
    ),
    ...lines("consumer", all(consumers, Number(last?.position ?? 0), JSON.stringify(logConsumers))),
    ...lines(
      "practice",
      all(`SELECT id, state FROM PracticeSession WHERE state IN ('playing', 'paused')`),
    ),
    ...lines(
      "lead",
      all(
        `SELECT id, title FROM Lead WHERE status = 'new' OR (status = 'offered' AND id NOT IN
         (SELECT leadId FROM Assignment WHERE state IN ('offered', 'accepted')))`,
      ),
    ),
  ];
}
