// "daily report", "周报 上周": written anew from the records, or what was sent of that day.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import { localTime } from "../../people/working-time.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { gatherWork } from "./gather-work.ts";
import { standingReport } from "./own-report.ts";
import { type Period, periodOf, readReportDay } from "./period.ts";
import type { Span } from "./report.ts";
import { draftCard, nothingCard, type ReportView, sentCard } from "./report-card.ts";
import type { ReportServices } from "./services.ts";
import { decideOffer, showOffer } from "./set-offer.ts";
import { recipientOf, requireReporter } from "./whose.ts";
import { isNothing, type Work } from "./work.ts";
import { writeReport } from "./write-report.ts";

/** What somebody said after "daily report" or "weekly report": a day, a time, on or off. */
export async function askReport(
  services: ReportServices,
  { person, span, words }: { person: Person; span: Span; words: string },
): Promise<Effect> {
  requireReporter(person);
  const decided = span === "day" ? decideOffer(words) : undefined;
  if (decided) return showOffer(services, person, decided);
  const { reports } = readingOf(person).texts;
  const today = localTime(services.clock(), person.timeZone).day;
  const day = readReportDay(words, today);
  if (day === undefined)
    return sayInstead(person, reports.unknownDay({ words: words.slice(0, 60) }));
  if (day > today) return sayInstead(person, reports.notYet);
  return showReport(
    services,
    person,
    periodOf(span, day, { timeZone: person.timeZone, workdays: services.workdays }),
  );
}

/** The card of a report that was not sent yet; undefined where there is nothing to say. */
export function writtenCard(view: ReportView, work: Work): Card | undefined {
  const { person, period } = view;
  return isNothing(work)
    ? undefined
    : draftCard(view, { written: writeReport(person, { work, period }) });
}

async function showReport(
  services: ReportServices,
  person: Person,
  period: Period,
): Promise<Effect> {
  const work = await gatherWork(services.store.read, { person, period });
  const recipient = await recipientOf(services.store.read, person);
  return async (unit) => {
    const view = { ...recipient, unit, person, period, key: `report:${unit.newId("message")}` };
    const sent = await standingReport(unit, person, period);
    const fresh = () => writtenCard(view, work) ?? nothingCard(view);
    unit.post({ to: person.id, card: sent ? sentCard(view, sent) : fresh() });
    return {};
  };
}

function sayInstead(person: Person, words: string): Effect {
  return async (unit) => {
    const key = `report:${unit.newId("message")}`;
    const { title } = readingOf(person).texts.reports;
    const blocks = [{ t: "text" as const, text: [{ t: "text" as const, text: words }] }];
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}
