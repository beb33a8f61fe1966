// Counting for questions: read-only connections in a thread of its own, a time bound and a row bound.
import { join } from "node:path";
import type { AskData, Counted, RunSql } from "../../core/ask/counting.ts";
import type { Dimension } from "../../core/ask/dimensions.ts";
import { Refused } from "../../core/errors.ts";
import { runWorker } from "../../run-worker.ts";
import type { Sql } from "../records/sql.ts";
import { mostRows, type Step } from "./groups.ts";
import { toSteps } from "./sql.ts";
import type { AskInput, AskOutput } from "./worker.ts";

/** `timeoutMs`: for one question, its thread's start included. */
export type AskDataOptions = { dataDir: string; sql: Sql; timeoutMs?: number };

const file = new URL("./worker.ts", import.meta.url);

/** Counting over the two databases of a data folder. */
export function createAskData({ dataDir, sql, timeoutMs = 10_000 }: AskDataOptions): AskData {
  return {
    async count(requests) {
      const questions = requests.map(toSteps);
      const input: AskInput = {
        ...{ records: join(dataDir, "records.db"), events: join(dataDir, "events.db"), questions },
      };
      const answers = await runBounded(input, timeoutMs);
      return requests.map((_, index) => toCounted(answers[index] ?? [], questions[index] ?? []));
    },
    values: async (personIds) => readValues(sql, personIds),
  };
}

async function runBounded(input: AskInput, timeoutMs: number): Promise<AskOutput> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await runWorker<AskOutput>({ file, input, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Refused("ask_slow", `A question took longer than ${timeoutMs} ms.`);
  }
}

function toCounted(rows: Record<string, unknown>[], steps: readonly Step[]): Counted {
  const counted = rows.reduce((sum, row) => sum + Number(row.rows ?? 0), 0);
  if (counted > mostRows) {
    throw new Refused("ask_too_many", `More than ${mostRows} rows.`, { max: mostRows });
  }
  return {
    sql: steps.map(({ text, parameters }): RunSql => ({ text, parameters })),
    rows: rows.map((row) => ({
      key: row.key === null || row.key === undefined ? null : String(row.key),
      currency: typeof row.currency === "string" ? row.currency : null,
      sample: Number(row.sample ?? 0),
      part: Number(row.part ?? 0),
      total: Number(row.total ?? 0),
      values: typeof row.values === "string" ? (JSON.parse(row.values) as number[]) : [],
    })),
  };
}

const scopeSql = 'WITH "scope" AS MATERIALIZED (SELECT "value" FROM json_each(?))';

/** Where each dimension's values stand, for rows of these people alone. */
const valueTexts: Partial<Record<Dimension, string>> = {
  ...ofAccounts({
    industry: "industry",
    segment: "segment",
    country: "country",
    region: "territory",
  }),
  source: `SELECT DISTINCT "source" AS "value" FROM "Lead"
    WHERE "ownerId" IN (SELECT "value" FROM "scope") AND "source" IS NOT NULL`,
  competitor: ofDeals("competitor"),
  loss_reason: ofDeals("lossReason"),
  product: `SELECT "name" AS "value" FROM "Product" ORDER BY "name"`,
};

function ofDeals(column: string): string {
  return `SELECT DISTINCT "${column}" AS "value" FROM "Deal"
    WHERE "ownerId" IN (SELECT "value" FROM "scope") AND "${column}" IS NOT NULL`;
}

function ofAccounts(
  columns: Partial<Record<Dimension, string>>,
): Partial<Record<Dimension, string>> {
  return Object.fromEntries(
    Object.entries(columns).map(([dimension, column]) => [
      dimension,
      `SELECT DISTINCT a."${column}" AS "value" FROM "Account" a WHERE a."${column}" IS NOT NULL AND a."id" IN (
        SELECT "accountId" FROM "Deal" WHERE "ownerId" IN (SELECT "value" FROM "scope")
        UNION SELECT "accountId" FROM "Lead" WHERE "ownerId" IN (SELECT "value" FROM "scope"))`,
    ]),
  );
}

function readValues(sql: Sql, personIds: readonly string[]) {
  const scope = JSON.stringify(personIds);
  return Object.entries(valueTexts).flatMap(([dimension, text]) =>
    sql
      .all<{ value: string }>(`${scopeSql} ${text}`, scope)
      .map(({ value }) => ({ dimension: dimension as Dimension, value })),
  );
}
