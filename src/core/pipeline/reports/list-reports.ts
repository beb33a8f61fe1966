// "reports": what a manager was sent, and what the managers below them were; each one tap away.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Card, type Inline, text } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import type { Reader, Unit } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { lastDayOf } from "./period.ts";
import { lastSentAt, type SentReport } from "./report.ts";
import { textBlocks } from "./report-card.ts";
import type { ReportServices } from "./services.ts";
import { mayRead } from "./whose.ts";
import { titleOfReport } from "./write-report.ts";

/** A report with who sent it. */
export type ReadReport = { report: SentReport; author: Person };

/** Shown at once, with a button for each of the first. */
const [mostRows, mostButtons] = [15, 5];
const monthMs = 31 * dayMs;

type Reads = Pick<Reader | Unit, "reports" | "people" | "teams">;

/** Reports sent or corrected since then that this person may read, the latest first. */
export async function reportsFor(
  read: Reads,
  viewer: Person,
  since: number,
): Promise<ReadReport[]> {
  const people = await read.people.find({});
  const org = createOrg(people, await read.teams.find({}));
  const sent = await read.reports.find({ sentAt: { gte: since } });
  const corrected = await read.reports.find({ correctedAt: { gte: since } });
  const each = new Map([...sent, ...corrected].map((report) => [report.id, report]));
  return [...each.values()]
    .filter((report) => report.personId !== viewer.id && mayRead(viewer, report, org))
    .flatMap((report): ReadReport[] => {
      const author = people.find(({ id }) => id === report.personId);
      return author ? [{ report, author }] : [];
    })
    .sort((one, other) => lastSentAt(other.report) - lastSentAt(one.report));
}

/** The list of the last month; a name shows those of one person. */
export async function listReports(
  { store, clock }: ReportServices,
  person: Person,
  name: string,
): Promise<Effect> {
  const all = await reportsFor(store.read, person, clock() - monthMs);
  const wanted = name.normalize("NFKC").trim().toLowerCase();
  const found = all.filter(({ author }) => author.name.toLowerCase().includes(wanted));
  return async (unit) => {
    unit.post({ to: person.id, card: listCard(unit, person, found) });
    return {};
  };
}

/** One report, as it was sent. */
export function readReport({ person, params }: Ask): Effect {
  return async (unit) => {
    const report = await unit.reports.get(params.reportId ?? "");
    const people = await unit.people.find({});
    const author = people.find(({ id }) => id === report?.personId);
    const org = createOrg(people, await unit.teams.find({}));
    if (!report || !author || !mayRead(person, report, org))
      throw new NotFound("gone", `No report ${params.reportId} for ${person.id}.`);
    unit.post({ to: person.id, card: readCard(unit, person, { report, author }) });
    return {};
  };
}

/** "Ana Silva · Daily report, 23 Nov 2026": the day as its author counted it. */
export function nameOfReport({ report, author }: ReadReport, reading: Reading): string {
  const { span, day } = report;
  const lastDay = lastDayOf(span, day);
  return `${author.name} · ${titleOfReport({ span, day, lastDay }, reading)}`;
}

/** A button for each of the first reports. */
export function readButtons(
  unit: Pick<Unit, "arm">,
  { person, found, key }: { person: Person; found: readonly ReadReport[]; key: string },
): Action[] {
  const { list } = readingOf(person).texts.reports;
  return found.slice(0, mostButtons).map(({ report, author }) => ({
    id: "report.read",
    label: list.read({ name: author.name }),
    ref: unit.arm({
      ...{ action: "report.read", params: { reportId: report.id } },
      ...{ personId: person.id, cardKey: key },
    }),
  }));
}

function listCard(unit: Unit, person: Person, found: readonly ReadReport[]): Card {
  const reading = readingOf(person);
  const { list } = reading.texts.reports;
  const key = `reports:${unit.newId("message")}`;
  const head = { key, title: list.title, tone: "info" as const, summary: list.title };
  if (found.length === 0) return { ...head, blocks: [sentence(list.none)] };
  const rows = found.slice(0, mostRows).map((one): Inline[][] => {
    const mark = one.report.correctedAt === null ? "" : list.corrected;
    return [
      [text(nameOfReport(one, reading))],
      [dateInline(lastSentAt(one.report), "both", reading.format), text(mark)],
    ];
  });
  const rest = found.length - rows.length;
  return {
    ...head,
    blocks: [
      { t: "table", columns: [list.what, list.sent], rows },
      ...(rest > 0 ? [note(list.more({ count: rest }))] : []),
      { t: "actions", actions: readButtons(unit, { person, found, key }) },
    ],
  };
}

function readCard(unit: Unit, person: Person, one: ReadReport): Card {
  const reading = readingOf(person);
  const title = nameOfReport(one, reading);
  const { list } = reading.texts.reports;
  const mark = one.report.correctedAt === null ? "" : list.corrected;
  return {
    ...{ key: `report_read:${unit.newId("message")}`, title, tone: "info", summary: title },
    blocks: [
      ...textBlocks(one.report.text),
      {
        t: "context",
        text: [
          text(`${list.sent} `),
          dateInline(lastSentAt(one.report), "both", reading.format),
          text(mark),
        ],
      },
    ],
  };
}
