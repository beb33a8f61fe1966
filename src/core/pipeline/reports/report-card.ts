// The card of a report: its text with what to do with it, and what was sent after that.
import { note, sentence } from "../../blocks.ts";
import { addDays } from "../../calendar-days.ts";
import type { Block, CallbackAction, Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Period } from "./period.ts";
import { lastSentAt, type SentReport } from "./report.ts";
import { toFields } from "./report-parts.ts";
import type { Recipient } from "./whose.ts";
import { titleOfReport } from "./write-report.ts";

/** Without a manager it can only be copied. */
export type ReportView = Recipient & {
  unit: Pick<Unit, "arm">;
  person: Person;
  period: Period;
  /** Of the card the report is on. */
  key: string;
};

/** A text that is not sent. `sent`: the report that stands, which it would correct; `note`: what is in the way. */
export type Draft = { written: string; sent?: SentReport | undefined; note?: string };

/** The text as it would go out. */
export function draftCard(view: ReportView, draft: Draft): Card {
  const reading = readingOf(view.person);
  const { reports } = reading.texts;
  const { written, sent } = draft;
  const title = titleOfReport(view.period, reading);
  const said = [sent ? sentLine(sent, view, reading) : undefined, draft.note];
  return {
    ...{ key: view.key, title, tone: "info", summary: reports.summary },
    blocks: [
      ...said.flatMap((words) => (words ? [sentence(words)] : [])),
      ...textBlocks(written, title),
      { t: "actions", actions: draftButtons(view, draft) },
      note(view.manager ? reports.removes : noManager(view, reading)),
    ],
  };
}

/** Nobody to send it to, and who can change that. */
export function noManager({ helpers }: Recipient, { texts }: Reading): string {
  const { noManager: words, operator, marks } = texts.reports;
  return words({ names: helpers.length > 0 ? helpers.join(marks.comma) : operator });
}

/** The text in a form, to change freely; it goes out from there, or back to its card. */
export function editForm(view: ReportView, draft: Draft): Card {
  const reading = readingOf(view.person);
  const { reports } = reading.texts;
  const title = titleOfReport(view.period, reading);
  const keep = button(view, { action: "report.keep", label: reports.keep });
  const isForm = { isForm: 1 };
  return {
    ...{ key: `report_edit:${view.key}`, title, tone: "info", summary: title },
    blocks: [
      {
        ...{ t: "form", id: "report", fields: toFields(draft.written, reading) },
        ...(view.manager
          ? { submit: sendButton(view, draft, isForm), others: [keep] }
          : { submit: keep }),
      },
    ],
  };
}

/** What was sent, with a button to put it right. */
export function sentCard(view: ReportView, report: SentReport): Card {
  const reading = readingOf(view.person);
  const { reports } = reading.texts;
  const title = titleOfReport(view.period, reading);
  const correct = button(view, { action: "report.correct", label: reports.correct });
  return {
    ...{ key: view.key, title, tone: "good", summary: reports.sentSummary },
    blocks: [
      sentence(sentLine(report, view, reading)),
      ...textBlocks(report.text, title),
      { t: "actions", actions: [correct] },
    ],
  };
}

/** A card without anything to do on it. */
export function closedCard({ person, period, key }: ReportView, words: string): Card {
  const title = titleOfReport(period, readingOf(person));
  return { key, title, tone: "info", summary: title, blocks: [sentence(words)] };
}

/** Nothing to report: on a Monday the week before is meant, so that one is a tap away. */
export function nothingCard(view: ReportView): Card {
  const { unit, person, period, key } = view;
  const { reports } = readingOf(person).texts;
  const { label, ask } = reports.before[period.span];
  const params = { text: ask({ day: addDays(period.day, -1) }) };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey: key });
  const card = closedCard(view, reports.nothing[period.span]);
  const button: Block = { t: "actions", actions: [{ id: "report.before", label, ref }] };
  return { ...card, blocks: [...card.blocks, button] };
}

/** The lines of a text, to read and to copy; the first is left out where the card is called the same. */
export function textBlocks(words: string, title = ""): Block[] {
  return words
    .split("\n")
    .filter((line, index) => line.trim() !== "" && (index > 0 || line !== title))
    .map(sentence);
}

/** "Sent to Mia on 23 Nov 2026 17:45." */
function sentLine(report: SentReport, { manager }: ReportView, reading: Reading): string {
  const { reports } = reading.texts;
  const at = lastSentAt(report);
  const time = `${reading.format.day(at)} ${reading.format.time(at)}`;
  const name = manager?.id === report.managerId ? manager.name : reports.yourManager;
  return (report.correctedAt === null ? reports.sentAt : reports.correctedAt)({ name, time });
}

function draftButtons(view: ReportView, draft: Draft): CallbackAction[] {
  const { reports } = readingOf(view.person).texts;
  const more = { text: draft.written };
  const skip = draft.sent ? reports.leaveIt : reports.notToday;
  return [
    ...(view.manager ? [sendButton(view, draft, more)] : []),
    button(view, { action: "report.edit", label: reports.edit, more }),
    button(view, { action: "report.copy", label: reports.copy, more }),
    button(view, { action: "report.skip", label: skip }),
  ];
}

type Params = Record<string, string | number>;

function sendButton(view: ReportView, { sent }: Draft, more: Params): CallbackAction {
  const { reports } = readingOf(view.person).texts;
  const isCorrection = sent ? 1 : 0;
  const send = button(view, {
    action: "report.send",
    label: sent ? reports.sendCorrection : reports.send,
    more: { ...more, isCorrection },
  });
  const name = view.manager?.name ?? "";
  return { ...send, style: "primary", confirm: reports.sendConfirm({ name }) };
}

function button(
  { unit, person, period, manager, key }: ReportView,
  { action, label, more = {} }: { action: string; label: string; more?: Params },
): CallbackAction {
  const params = { span: period.span, day: period.day, managerId: manager?.id ?? "", ...more };
  return {
    ...{ id: action, label },
    ref: unit.arm({ action, params, personId: person.id, cardKey: key }),
  };
}
