// The morning brief as one card: what needs the manager, yesterday in one line, what was reported, what could wait.
import { heading, note, sentence as say } from "../../blocks.ts";
import type { Action, Block, Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import { titleOf } from "../../journey/actions/action-card.ts";
import { daysOf } from "../../journey/slipping/alert-card.ts";
import type { Person } from "../../model.ts";
import { sayStage } from "../../pipeline/contracts/say-contract.ts";
import { sayProblem } from "../../pipeline/health/in-chat/fix-card.ts";
import { nameOfReport, readButtons } from "../../pipeline/reports/list-reports.ts";
import { sayDay } from "../../pipeline/reports/write-report.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Taken, waitingBlocks } from "../send-digest.ts";
import { type Brief, countExceptions } from "./brief.ts";
import type { BrokenDeal, StuckDeal } from "./deal-exceptions.ts";
import type { Exceptions } from "./exceptions.ts";

/** Lines of a section, and reports: the rest is counted, and one tap or word away. */
const [mostLines, mostReports, mostProblems] = [3, 5, 2];

type View = { person: Person; brief: Brief; taken: Taken; key: string; now: number };

/** The card; where nothing needs them it says so in a line. */
export function briefCard(unit: Pick<Unit, "arm">, view: View): Card {
  const { person, brief, taken, key, now } = view;
  const reading = readingOf(person);
  const { morning } = reading.texts.reports;
  const count = countExceptions(brief);
  const waiting = taken.shown.length > 0 ? waitingBlocks(unit, { ...taken, person, key }) : [];
  return {
    key,
    title: morning.title({ day: reading.format.day(now) }),
    tone: count > 0 ? "warn" : "good",
    summary: count > 0 ? morning.summary({ count }) : morning.quietSummary,
    blocks: [
      ...(count > 0 ? sections(brief, reading) : [say(morning.quiet)]),
      ...askButtons(unit, view, reading),
      say(numbersLine(brief, reading)),
      ...reportBlocks(unit, view, reading),
      ...(waiting.length > 0 ? [heading(morning.waiting), ...waiting] : []),
    ],
  };
}

function sections({ exceptions, systems }: Brief, reading: Reading): Block[] {
  const { morning } = reading.texts.reports;
  const { leads, overdue, slipping, stuck, broken, alerts } = exceptions;
  const { sections: titles, more } = morning;
  return [
    ...section(leads, { title: titles.leads, more, lineOf: (one) => leadLine(one, reading) }),
    ...section(overdue, { title: titles.overdue, more, lineOf: (one) => lateLine(one, reading) }),
    ...section(slipping, {
      ...{ title: titles.slipping, more, lineOf: (one) => slippingLine(one, reading) },
    }),
    ...section(stuck, { title: titles.stuck, more, lineOf: (one) => stuckLine(one, reading) }),
    ...section(broken, { title: titles.broken, more, lineOf: (one) => brokenLine(one, reading) }),
    ...section(systems, { title: titles.systems, more, lineOf: (sentence) => sentence }),
    ...(alerts > 0 ? [say(morning.alerts({ count: alerts }))] : []),
  ];
}

/** The heading counts all of them; the first few stand below it. */
function section<One>(
  rows: readonly One[],
  {
    title,
    more,
    lineOf,
  }: {
    title: (p: { count: number }) => string;
    more: (p: { count: number }) => string;
    lineOf: (one: One) => string;
  },
): Block[] {
  if (rows.length === 0) return [];
  const left = rows.length - mostLines;
  return [
    heading(title({ count: rows.length })),
    ...rows.slice(0, mostLines).map((one) => say(lineOf(one))),
    ...(left > 0 ? [note(more({ count: left }))] : []),
  ];
}

type Row<Name extends keyof Exceptions> = Exceptions[Name] extends (infer One)[] ? One : never;

function leadLine({ customer, since }: Row<"leads">, { texts, format }: Reading): string {
  return texts.reports.morning.since({ what: customer, day: format.day(since) });
}

function lateLine({ action, owner }: Row<"overdue">, reading: Reading): string {
  const { format } = reading;
  const due = action.dueAt ?? action.createdAt;
  const time = `${format.day(due)} ${format.time(due)}`;
  return reading.texts.reports.morning.due({ what: titleOf(action, reading), name: owner, time });
}

function slippingLine({ alert, owner }: Row<"slipping">, { texts }: Reading): string {
  const { customer, silentMs, usualMs } = alert.reasons;
  const [silent, usual] = [daysOf(silentMs), daysOf(usualMs)].map(String);
  return texts.reports.morning.silent({
    ...{ customer, name: owner, silent: silent ?? "", usual: usual ?? "" },
  });
}

function stuckLine({ label, owner, stage, ms, usualMs }: StuckDeal, reading: Reading): string {
  const days = (each: number) => reading.format.number(Math.floor(each / dayMs));
  return reading.texts.reports.morning.stage({
    ...{ deal: label, name: owner, stage: sayStage(stage, reading) },
    ...{ days: days(ms), usual: days(usualMs) },
  });
}

function brokenLine({ label, owner, closeDate, problems }: BrokenDeal, reading: Reading): string {
  const { marks, morning } = reading.texts.reports;
  const said = problems.slice(0, mostProblems).map((problem) => sayProblem(problem, reading));
  const wrong = said.join(marks.semicolon);
  return morning.closes({ deal: label, name: owner, day: reading.format.day(closeDate), wrong });
}

/** What leads on from a section, in the words people would ask for it with. */
function askButtons(
  unit: Pick<Unit, "arm">,
  { person, brief, key }: View,
  { texts }: Reading,
): Block[] {
  const { leads, slipping, broken, alerts } = brief.exceptions;
  const topics = [
    ...(leads.length > 0 ? ["team_leads"] : []),
    ...(slipping.length > 0 ? ["slipping"] : []),
    ...(broken.length > 0 ? ["health"] : []),
    ...(alerts > 0 ? ["alerts"] : []),
  ];
  const actions = topics.map((topic): Action => {
    const label = texts.chat.help.examples[topic] ?? topic;
    const asked = { action: "ask", params: { text: label } };
    return {
      id: `ask.${topic}`,
      label,
      ref: unit.arm({ ...asked, personId: person.id, cardKey: key }),
    };
  });
  return actions.length > 0 ? [{ t: "actions", actions }] : [];
}

function numbersLine({ numbers }: Brief, reading: Reading): string {
  const { day, ...counts } = numbers;
  return reading.texts.reports.morning.numbers({ ...counts, day: sayDay(day, reading) });
}

function reportBlocks(
  unit: Pick<Unit, "arm">,
  { person, brief, key }: View,
  reading: Reading,
): Block[] {
  const { reports: found } = brief;
  if (found.length === 0) return [];
  const { morning, list } = reading.texts.reports;
  const left = found.length - mostReports;
  const lines = found.slice(0, mostReports).map((one) => {
    const mark = one.report.correctedAt === null ? "" : list.corrected;
    return say(nameOfReport(one, reading) + mark);
  });
  return [
    heading(morning.reports),
    ...lines,
    ...(left > 0 ? [note(morning.more({ count: left }))] : []),
    { t: "actions", actions: readButtons(unit, { person, found, key }) },
  ];
}
