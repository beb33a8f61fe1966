// A file of decided deals to look for patterns in: CSV, JSON or JSON lines, no database.
import { Refused } from "../../core/errors.ts";
import type { JourneyDeal } from "../../core/journey/discovery/trail.ts";
import { readHeader, readRows } from "../import/read/rows.ts";
import { openSourceFile } from "../import/read/source-file.ts";
import { parseDate } from "../import/values/date.ts";

/** Deals, and how many rows lacked what makes one. */
export type ReadDeals = { deals: JourneyDeal[]; unread: number };

const columns = {
  id: /^(?:id|deal[ _]?id|deal|opportunity(?:[ _]?id)?)$/i,
  account: /^account(?:[ _]?id)?$/i,
  contact: /^(?:contact|customer)(?:[ _]?id)?$/i,
  outcome: /^(?:outcome|status|won|result|deal[ _]?stage)$/i,
  opened: /^(?:opened(?:[ _]?at)?|engage[ _]?date|created(?:[ _]?at)?)$/i,
  closed: /^(?:closed(?:[ _]?at)?|close[ _]?date|decided(?:[ _]?at)?)$/i,
  segment: /^(?:segment|industry|sector)$/i,
} as const;
type Column = keyof typeof columns;

const won = /^(?:closed[ _-]?)?(?:won|win|true|yes|1|赢单|成交)$/i;
const lost = /^(?:closed[ _-]?)?(?:lost|loss|false|no|0|丢单|输单)$/i;

/** Reads a file. Throws Refused (`bad_deals`) where a column that makes a deal is missing. */
export async function readDeals(path: string): Promise<ReadDeals> {
  const file = await openSourceFile(path);
  const header = await readHeader(file);
  const at = (column: Column) => header.findIndex((name) => columns[column].test(name));
  const missing = (["outcome", "opened"] as const).filter((column) => at(column) < 0);
  if (missing.length > 0 || (at("account") < 0 && at("contact") < 0)) {
    const message = `${path} does not say of each deal its account or contact, how it ended and when it opened: name columns account (or contact), outcome, openedAt, closedAt (its columns: ${header.slice(0, 12).join(", ")}).`;
    throw new Refused("bad_deals", message, { file: path });
  }
  const places = Object.fromEntries(
    (Object.keys(columns) as Column[]).map((column) => [column, at(column)]),
  );
  const deals: JourneyDeal[] = [];
  let [unread, number] = [0, 0];
  for await (const { cells } of readRows(file, header)) {
    number += 1;
    const cell = (column: Column) => cells[places[column] ?? -1]?.trim() ?? "";
    const deal = toDeal(cell, number);
    if (deal) deals.push(deal);
    else unread += 1;
  }
  return { deals, unread };
}

function toDeal(cell: (column: Column) => string, number: number): JourneyDeal | undefined {
  const openedAt = parseTime(cell("opened"));
  const closedAt = parseTime(cell("closed")) ?? null;
  const customers = [cell("account"), cell("contact")].filter((id) => id !== "");
  if (openedAt === undefined || customers.length === 0) return undefined;
  const status = statusOf(cell("outcome"));
  // Without a day on which it was decided nobody knows which touches came before.
  if (status !== "open" && closedAt === null) return undefined;
  const id = cell("id") || `row ${number}`;
  return {
    ...{ id, label: id, customers, ownerId: null, status, openedAt },
    ...{ closedAt: status === "open" ? null : closedAt, segment: cell("segment") || null },
    ...{ stage: null, amount: null, currency: null, stages: [] },
  };
}

function statusOf(outcome: string): JourneyDeal["status"] {
  if (won.test(outcome)) return "won";
  return lost.test(outcome) ? "lost" : "open";
}

function parseTime(text: string): number | undefined {
  if (/^\d{12,13}$/.test(text)) return Number(text);
  const isIso = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(text);
  return isIso ? Date.parse(text) : parseDate(text, { order: "dmy", zone: "UTC" });
}
