// An event log as cases, cut off before their outcome. Reads CSV, JSON or JSON lines with a case, an event and a time.
import { Refused } from "../../core/errors.ts";
import { readHeader, readRows } from "../../sources/import/read/rows.ts";
import { openSourceFile } from "../../sources/import/read/source-file.ts";
import { parseDate } from "../../sources/import/values/date.ts";
import { findOutcomeNames, type Outcome, type OutcomeNames } from "./outcome-names.ts";

/** One event. */
export type LogEvent = { name: string; at: number };

/** One case: what happened strictly before its outcome, oldest first. */
export type LogCase = {
  id: string;
  outcome: Outcome;
  events: LogEvent[];
  beganAt: number;
  decidedAt: number;
};

export type EventLogFile = {
  cases: LogCase[];
  outcomes: OutcomeNames;
  /** Rows that could not be read, and cases that are still open. */
  leftOut: { rows: number; openCases: number };
  /** Events within a second before an outcome: part of the same act, whatever order they were written in. */
  droppedAtOutcome: Record<string, number>;
};

const columns = {
  case: /^(?:case:concept:name|case[ _]?id|case|application[ _]?id|deal[ _]?id)$/i,
  event: /^(?:concept:name|activity(?:[ _]name)?|event(?:[ _]?(?:name|type))?|type)$/i,
  time: /^(?:time:timestamp|timestamp|time|date|at|complete[ _]?timestamp)$/i,
} as const;

/** What lies this close before an outcome was written with it. */
const sameActMs = 1_000;

/** Reads a log. Throws Refused where a column is missing or nothing in it ends. */
export async function readLog(
  path: string,
  given: Partial<OutcomeNames> = {},
): Promise<EventLogFile> {
  const { byCase, unread } = await readEvents(path);
  const names = new Set([...byCase.values()].flatMap((events) => events.map(({ name }) => name)));
  const outcomes = findOutcomeNames(names, given);
  const dropped = new Map<string, number>();
  const cases = [...byCase].flatMap(([id, events]) => toCase({ id, events }, outcomes, dropped));
  if (cases.length === 0) throw noOutcome(path, names);
  return {
    ...{ cases: cases.sort((a, b) => a.beganAt - b.beganAt), outcomes },
    leftOut: { rows: unread, openCases: byCase.size - cases.length },
    droppedAtOutcome: Object.fromEntries([...dropped].sort(([, a], [, b]) => b - a)),
  };
}

async function readEvents(path: string) {
  const file = await openSourceFile(path);
  const header = await readHeader(file);
  const at = Object.fromEntries(
    Object.entries(columns).map(([what, name]) => [
      what,
      header.findIndex((one) => name.test(one)),
    ]),
  ) as Record<keyof typeof columns, number>;
  const missing = Object.keys(columns).filter((what) => at[what as keyof typeof columns] < 0);
  if (missing.length > 0) {
    const message = `${path} has no column for: ${missing.join(", ")} (its columns: ${header.slice(0, 12).join(", ")}). Name them case, event and time.`;
    throw new Refused("eval.columns", message);
  }
  const byCase = new Map<string, LogEvent[]>();
  let unread = 0;
  for await (const { cells } of readRows(file, header)) {
    const [id = "", name = ""] = [cells[at.case]?.trim(), cells[at.event]?.trim()];
    const time = parseTime(cells[at.time] ?? "");
    if (!id || !name || time === undefined) {
      unread += 1;
      continue;
    }
    const events = byCase.get(id);
    if (events) events.push({ name, at: time });
    else byCase.set(id, [{ name, at: time }]);
  }
  return { byCase, unread };
}

/** Logs write "2011-09-30 22:38:44.546000+00:00"; everything else goes the slow way. */
function parseTime(text: string): number | undefined {
  const iso = text
    .trim()
    .replace(" ", "T")
    .replace(/(\.\d{3})\d+/, "$1");
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(iso)
    ? Date.parse(iso)
    : Number.NaN;
  return Number.isNaN(at) ? parseDate(text, { order: "dmy", zone: "UTC" }) : at;
}

function toCase(
  { id, events }: { id: string; events: LogEvent[] },
  outcomes: OutcomeNames,
  dropped: Map<string, number>,
): LogCase[] {
  const sorted = events.toSorted((a, b) => a.at - b.at);
  const has = (outcome: Outcome) => sorted.some(({ name }) => outcomes[outcome].includes(name));
  const outcome = (["approved", "declined", "cancelled"] as const).find(has);
  const ends = new Set(Object.values(outcomes).flat());
  const decidedAt = sorted.find(({ name }) => ends.has(name))?.at;
  if (!outcome || decidedAt === undefined) return [];
  const before = sorted.filter(({ name }) => !ends.has(name));
  for (const { name, at } of before) {
    const isSameAct = at <= decidedAt && at >= decidedAt - sameActMs;
    if (isSameAct) dropped.set(name, (dropped.get(name) ?? 0) + 1);
  }
  const kept = before.filter(({ at }) => at < decidedAt - sameActMs);
  return [{ id, outcome, events: kept, beganAt: sorted[0]?.at ?? decidedAt, decidedAt }];
}

function noOutcome(path: string, names: ReadonlySet<string>): Refused {
  const some = [...names].slice(0, 30).join(", ");
  return new Refused(
    "eval.outcomes",
    `No event of ${path} says approved or declined (its events: ${some}). Name them with --approved and --declined.`,
  );
}
