// Changing a report before it goes out, copying it, leaving it, and putting right what was sent.
import { readingOf } from "../../text/format.ts";
import type { Answer, Ask, Effect } from "../../use-case.ts";
import { gatherWork } from "./gather-work.ts";
import { periodFrom, standingReport, viewOf } from "./own-report.ts";
import { closedCard, draftCard, editForm, sentCard, textBlocks } from "./report-card.ts";
import { textIn, wrongWith } from "./report-parts.ts";
import type { ReportServices } from "./services.ts";
import { titleOfReport, writeReport } from "./write-report.ts";

/** The text in a form. */
export function editReport(services: ReportServices, answer: Answer): Effect {
  return async (unit) => {
    const view = await viewOf(unit, services, answer);
    const sent = await standingReport(unit, answer.person, view.period);
    return { open: editForm(view, { written: textIn(answer), sent }) };
  };
}

/** Changed, and not sent: the card has the new text. */
export function keepEdit(services: ReportServices, answer: Answer): Effect {
  const { person } = answer;
  const written = textIn({ ...answer, params: { ...answer.params, isForm: "1" } });
  const wrong = wrongWith(written, readingOf(person));
  if (wrong) return async () => wrong;
  return async (unit) => {
    const view = await viewOf(unit, services, answer);
    const sent = await standingReport(unit, person, view.period);
    return {
      toast: readingOf(person).texts.reports.kept,
      card: draftCard(view, { written, sent }),
    };
  };
}

/** What was sent in a form, with the lines that came since below it. */
export async function correctReport(services: ReportServices, ask: Ask): Promise<Effect> {
  const { person } = ask;
  const period = periodFrom(services, ask);
  const work = await gatherWork(services.store.read, { person, period });
  return async (unit) => {
    const { reports, chat } = readingOf(person).texts;
    const sent = await standingReport(unit, person, period);
    if (!sent) return { toast: chat.gone };
    const known = new Set(sent.text.split("\n"));
    const fresh = writeReport(person, { work, period }).split("\n");
    const since = fresh.filter((line) => line.startsWith("- ") && !known.has(line));
    const lines = since.length > 0 ? [sent.text, "", reports.since, ...since] : [sent.text];
    const view = await viewOf(unit, services, ask);
    return { open: editForm(view, { written: lines.join("\n"), sent }) };
  };
}

/** The text alone as a message of its own, to copy from. */
export function copyReport(services: ReportServices, answer: Answer): Effect {
  const { person } = answer;
  return async (unit) => {
    const reading = readingOf(person);
    const title = titleOfReport(periodFrom(services, answer), reading);
    const key = `report_copy:${unit.newId("message")}`;
    const blocks = textBlocks(textIn(answer));
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return { toast: reading.texts.reports.copied };
  };
}

/** "Not today", or leaving what was sent as it is. */
export function skipReport(services: ReportServices, ask: Ask): Effect {
  const { person } = ask;
  return async (unit) => {
    const view = await viewOf(unit, services, ask);
    const sent = await standingReport(unit, person, view.period);
    const { reports } = readingOf(person).texts;
    return { card: sent ? sentCard(view, sent) : closedCard(view, reports.skipped) };
  };
}
