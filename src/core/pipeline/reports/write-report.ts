// A report in its person's words for things: every line from a record, names and numbers exactly as they are stored.
import { titleOf } from "../../journey/actions/action-card.ts";
import type { Person } from "../../model.ts";
import { fromLocalTime } from "../../people/working-time.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { sayStage } from "../contracts/say-contract.ts";
import type { Talk, Written } from "../updates/stored.ts";
import type { Period } from "./period.ts";
import { longestWritten } from "./report.ts";
import type { DealWork, Work } from "./work.ts";

type Section = { heading: string; lines: string[] };
type Writing = { work: Work; period: Period; reading: Reading };

/** The text; where there is too much for one, the longest sections say how many lines they leave out. */
export function writeReport(person: Person, { work, period }: Omit<Writing, "reading">): string {
  const reading = readingOf(person);
  const sections = sectionsOf({ work, period, reading }).filter(({ lines }) => lines.length > 0);
  const head = `${titleOfReport(period, reading)}\n${person.name}`;
  const shown = sections.map(({ lines }) => lines.length);
  const whole = () =>
    [head, ...sections.map((section, at) => say(section, shown[at] ?? 0, reading))].join("\n\n");
  for (let text = whole(); ; text = whole()) {
    const most = Math.max(...shown, 0);
    if (text.length <= longestWritten || most === 0) return text;
    shown[shown.indexOf(most)] = most - 1;
  }
}

/** "Daily report, 23 Nov 2026". */
export function titleOfReport(
  { span, day, lastDay }: Pick<Period, "span" | "day" | "lastDay">,
  reading: Reading,
): string {
  const { titles } = reading.texts.reports;
  const [first, last] = [sayDay(day, reading), sayDay(lastDay, reading)];
  return span === "day" ? titles.day({ day: first }) : titles.week({ first, last });
}

/** A day on the calendar as its reader writes it. */
export function sayDay(day: string, { format, timeZone }: Reading): string {
  return format.day(fromLocalTime({ day, minutes: 12 * 60 }, timeZone));
}

function say({ heading, lines }: Section, shown: number, { texts }: Reading): string {
  const left = lines.length - shown;
  const more = left > 0 ? [texts.reports.moreLines({ count: left })] : [];
  return [heading, ...lines.slice(0, shown), ...more]
    .map((line, index) => (index > 0 ? `- ${line}` : line))
    .join("\n");
}

function sectionsOf({ work, period, reading }: Writing): Section[] {
  const { headings } = reading.texts.reports;
  return [
    { heading: headings.deals, lines: work.deals.map((deal) => dealLine(deal, reading)) },
    { heading: headings.talks, lines: work.talks.map((talk) => talkLine(talk, period, reading)) },
    { heading: headings.done, lines: work.done.map((action) => titleOf(action, reading)) },
    { heading: headings.leads, lines: work.leads },
    { heading: nextHeading(period, reading), lines: aheadLines(work, period, reading) },
  ];
}

function nextHeading({ span, next }: Period, reading: Reading): string {
  const { headings } = reading.texts.reports;
  if (span === "week") return headings.nextWeek;
  return headings.next({ day: sayDay(next.lastDay, reading) });
}

/** "Seats · Acme: qualified → proposal; Amount: €50,000". */
function dealLine({ label, fields, currency }: DealWork, reading: Reading): string {
  const { texts } = reading;
  const { colon, semicolon } = texts.reports.marks;
  const said = parts.flatMap((part) => part(fields, reading, currency) ?? []);
  return `${label}${colon}${said.join(semicolon)}`;
}

type Fields = Written["fields"];
type Part = (fields: Fields, reading: Reading, currency: string | null) => string | undefined;

const sayStageMove: Part = ({ stage }, reading) =>
  stage && `${sayStage(String(stage.from), reading)} → ${sayStage(String(stage.to), reading)}`;

const sayAmount: Part = ({ amount, currency }, reading, standing) => {
  if (!amount) return currency && labelled("currency", String(currency.to), reading);
  const now = currency ? currency.to : standing;
  const was = currency ? currency.from : standing;
  const to = sayMoney(amount.to, now, reading);
  const from = typeof amount.from === "number" ? `${sayMoney(amount.from, was, reading)} → ` : "";
  return labelled("amount", `${from}${to}`, reading);
};

const sayNextStep: Part = ({ nextStep, nextStepDate }, reading) => {
  const { comma } = reading.texts.reports.marks;
  const day = nextStepDate && typeof nextStepDate.to === "number" ? nextStepDate.to : undefined;
  const on = day === undefined ? "" : reading.format.day(day);
  if (nextStep) {
    const step = nextStep.to === null ? reading.texts.updates.nothing : String(nextStep.to);
    return labelled("nextStep", on ? `${step}${comma}${on}` : step, reading);
  }
  return on ? labelled("nextStepDate", on, reading) : undefined;
};

const sayPlain =
  (field: string, names?: (reading: Reading) => Record<string, string>): Part =>
  (fields, reading) => {
    const change = fields[field];
    if (!change) return undefined;
    const { to } = change;
    if (to === null) return labelled(field, reading.texts.updates.nothing, reading);
    const isDay = field === "closeDate" && typeof to === "number";
    const word = isDay ? reading.format.day(to) : (names?.(reading)[String(to)] ?? String(to));
    return labelled(field, word, reading);
  };

/** In this order in a line. */
const parts: readonly Part[] = [
  sayStageMove,
  sayAmount,
  sayPlain("budgetStatus", ({ texts }) => texts.updates.budget),
  sayPlain("decisionMaker"),
  sayPlain("competitor"),
  sayPlain("lossReason"),
  sayNextStep,
  sayPlain("closeDate"),
];

function labelled(field: string, value: string, { texts }: Reading): string {
  return `${texts.updates.fields[field] ?? field}${texts.reports.marks.colon}${value}`;
}

/** To the last figure: cards may say ¥12.3万, a report never rounds. */
function sayMoney(amount: unknown, currency: unknown, { language, texts }: Reading): string {
  if (typeof amount !== "number") return texts.updates.nothing;
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const digits = { minimumFractionDigits: 0, maximumFractionDigits: 6 };
  if (typeof currency !== "string") return new Intl.NumberFormat(locale, digits).format(amount);
  return new Intl.NumberFormat(locale, { style: "currency", currency, ...digits }).format(amount);
}

function talkLine({ type, at, customer }: Talk, { span }: Period, reading: Reading): string {
  const { format, texts } = reading;
  const time = span === "day" ? format.time(at) : `${format.day(at)} ${format.time(at)}`;
  const { call, meeting } = texts.reports.talks;
  return `${time} ${(type.startsWith("call.") ? call : meeting)({ customer })}`;
}

function aheadLines({ ahead }: Work, { span, next }: Period, reading: Reading): string[] {
  const isOneDay = span === "day" && next.day === next.lastDay;
  const { colon, comma } = reading.texts.reports.marks;
  const on = (at: number | null) =>
    isOneDay || at === null ? "" : `${comma}${reading.format.day(at)}`;
  return [
    ...ahead.steps.map(({ label, step, at }) => `${label}${colon}${step}${on(at)}`),
    ...ahead.actions.map(
      (action) => titleOf(action, reading) + on(action.snoozedTo ?? action.dueAt),
    ),
  ];
}
