// "my practice": the sessions that are kept, who can see each, and each one's report to open, share or delete.
import { note } from "../../blocks.ts";
import { type Action, type Card, type Inline, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { SkillServices } from "../twin/show-skills.ts";
import type { PracticeReport } from "./practice-report.ts";
import { toPercent } from "./report-lines.ts";

/** Rows of a phone, each with a button. */
const maxRows = 8;

/** Posts the list, newest first. */
export async function showHistory({ store }: SkillServices, person: Person): Promise<Effect> {
  const reports = await store.read.practiceReports.find(
    { personId: person.id },
    { order: { by: "at", descending: true } },
  );
  return async (unit) => {
    unit.post({ to: person.id, card: historyCard(unit, person, reports) });
    return {};
  };
}

function historyCard(unit: Unit, person: Person, reports: PracticeReport[]): Card {
  const reading = readingOf(person);
  const { history } = reading.texts.skills;
  const key = `practice_history:${unit.newId("message")}`;
  const head = { key, title: history.title, tone: "info" as const, summary: history.summary };
  if (reports.length === 0) return { ...head, blocks: [note(history.none)] };
  const shown = reports.slice(0, maxRows);
  const { day, scenario, score, seen } = history.columns;
  const rest = reports.length - shown.length;
  const open = shown.map(({ id }, index): Action => {
    const params = { sessionId: id };
    const ref = unit.arm({ action: "report.open", params, personId: person.id, cardKey: key });
    return { id: `report.open.${index}`, label: history.open({ number: index + 1 }), ref };
  });
  return {
    ...head,
    blocks: [
      {
        t: "table",
        columns: ["", day, scenario, score, seen],
        rows: shown.map((one, index) => rowOf(one, index, reading)),
        numeric: [3],
      },
      ...(rest > 0 ? [note(history.more({ count: rest }))] : []),
      { t: "actions", actions: open },
    ],
  };
}

function rowOf(
  { at, body, sharedAt }: PracticeReport,
  index: number,
  reading: Reading,
): Inline[][] {
  const { history } = reading.texts.skills;
  const score = toPercent(body.report.score.score);
  return [
    [text(String(index + 1))],
    [dateInline(at, "day", reading.format)],
    [text(body.played.title)],
    [text(String(score))],
    [text(sharedAt === null ? history.mine : history.shared)],
  ];
}
