// What happens next and when, and when the deal is to close: events in the text, each with its date.
import type { Clause } from "./clauses.ts";
import type { DateFound } from "./dates/find-dates.ts";
import { createFinder, isDenied, type Meant, outermost } from "./find-meanings.ts";
import { steps } from "./lexicon/patterns.ts";
import { toPattern, wordPattern } from "./pattern.ts";
import type { NextStep, Span } from "./understood.ts";

type Kind = NextStep | "send" | "close" | "past";
type Event = Meant<Kind>;
type Step = Meant<NextStep>;
type Day = Span & { value: string };
type Dated = ReadonlyMap<Event, DateFound>;

/** The next step and the days that go with it. */
export type Plans = {
  nextStep: Step | undefined;
  nextStepDate: Day | undefined;
  closeDate: Day | undefined;
};

const findEvents = createFinder<Kind>([
  ...steps,
  { value: "close", patterns: ["{closing}"] },
  {
    value: "past",
    patterns: [
      "{sent}|(?<![a-z])(?:spoke|talked|met|signed|confirmed|lost|quoted|joined|started)(?![a-z])",
      "(?:发|签|批|聊|谈|见|看|通|打|开|收到|确认|定)(?:了|完|过)(?!下)",
    ],
  },
]);
const planned = toPattern("{plan}");
const done = new RegExp(toPattern("{done}").source, "u");
const things: readonly (readonly [NextStep, RegExp])[] = [
  ["send_contract", new RegExp(wordPattern("contract"), "gu")],
  ["send_materials", new RegExp(wordPattern("materials"), "gu")],
  ["send_proposal", new RegExp(wordPattern("quote"), "gu")],
];

/**
 * What may stand around a date that is a clause of its own. Figures are taken whole, in one way only: forty digits
 * taken by ones and twos are tried in 10^8 ways.
 */
const filler =
  /^(?:[\s\p{P}]|on|by|at|the|it's|its|it is|that's|due|expected|before|around|for|and|then|\d+(?!\d)|am|pm|之?前|是|在|改[到成为在]?|挪[到在]?|换[到成]?|推到?|上午|下午|就|吧)*$/u;

const calledOff =
  /^[^,;]{0,24}?(?<![a-z])(?:cancell?ed|called off|scrapped|off the table)(?![a-z])|^[^,;]{0,8}(?:取消|作废|不做|不开)了?/u;

/** Somebody would like to sign by then: no date of a close yet. */
const wished =
  /(?<![a-z])(?:wants?|wanted|hope[sd]?|like|love|keen|prefers?) (?:us |me |it )?to (?:\p{L}+ )?$|(?:想|希望|打算争取)[^,]{0,6}$/u;

type Said = {
  text: string;
  clauses: readonly Clause[];
  dates: readonly DateFound[];
  today: string;
};

/** The first thing to come, with its day; and the day of the close. */
export function findPlans(said: Said): Plans {
  const asserted = said.clauses.filter(({ status }) => status === "asserted");
  const events = outermost(findEvents(asserted))
    .filter((event) => !isAhead(event, said))
    .sort((a, b) => a.start - b.start);
  const dated = bindDates(events, { ...said, clauses: asserted });
  const coming = events.filter((event) => isComing(event, dated, said.today));
  const toDo = coming.flatMap((event) => toStep(event, said.text));
  const nextStep =
    toDo.find(({ step }) => step.value === "none") ?? firstOf(toDo, dated, said.text);
  const close = coming.findLast((event) => event.value === "close" && dayOf(event, dated));
  return {
    nextStep: nextStep?.step,
    nextStepDate:
      nextStep && nextStep.step.value !== "none" ? dayOf(nextStep.event, dated) : undefined,
    closeDate: close && dayOf(close, dated),
  };
}

/** 明天把合同发过去 reads like 发过去了 but for the day: without a word of completion, on a day to come, nothing is past. */
function isAhead({ value, clause, start, end }: Event, { dates, today, text }: Said): boolean {
  if (value !== "past" || !/^\p{Script=Han}+$/u.test(text.slice(start, end))) return false;
  if (/[了过完已刚]/u.test(text.slice(start - 2, end + 1).replace(/过(?=去|来)/u, "")))
    return false;
  return dates.some(
    (date) => date.day && date.day > today && date.start >= clause.start && date.end <= start,
  );
}

/** Each date with the nearest event of its clause; a date on its own goes with the clause before, else the one after. */
function bindDates(events: readonly Event[], said: Said): Dated {
  const bound = new Map<Event, DateFound>();
  for (const date of said.dates) {
    const clause = said.clauses.find(({ start, end }) => date.start >= start && date.start < end);
    if (!clause) continue;
    const inside = events.filter((event) => event.clause === clause);
    const free = events.filter((event) => event.value !== "past" && !bound.has(event));
    const [event] =
      inside.length > 0
        ? nearest(inside, date, said.text)
        : around(date, clause, { ...said, free });
    if (event && !bound.get(event)?.day) bound.set(event, date);
  }
  return bound;
}

/** Events of the neighbouring clauses, for a date that is all of its clause. */
function around(
  date: DateFound,
  clause: Clause,
  { clauses, free }: Said & { free: readonly Event[] },
): Event[] {
  const [start, end] = [date.start - clause.start, date.end - clause.start];
  if (!filler.test(clause.text.slice(0, start) + clause.text.slice(end))) return [];
  const index = clauses.indexOf(clause);
  const before = free.filter((event) => event.clause === clauses[index - 1]);
  const after = free.filter((event) => event.clause === clauses[index + 1]);
  return [...before.toReversed(), ...after];
}

/** A Chinese date stands before what happens then; an English one mostly after. Distances in characters. */
function nearest(events: readonly Event[], date: DateFound, text: string): Event[] {
  const isHan = /\p{Script=Han}/u.test(text.slice(date.start, date.end));
  const distance = ({ start, end }: Event) => {
    const isAfter = start >= date.start;
    const gap = isAfter ? start - date.end : date.start - end;
    return isHan === isAfter ? gap : gap + (isHan ? 8 : 4);
  };
  return events.toSorted((a, b) => distance(a) - distance(b));
}

function dayOf(event: Event, dated: Dated): Day | undefined {
  const date = dated.get(event);
  return date?.day ? { start: date.start, end: date.end, value: date.day } : undefined;
}

/** Still to happen: on a day to come, or planned, or told as a task; and neither denied nor done. */
function isComing(event: Event, dated: Dated, today: string): boolean {
  const { clause, value } = event;
  if (value === "none") return true;
  if (value === "past") return false;
  const place = { start: event.start - clause.start, end: event.end - clause.start };
  if (value === "close" && wished.test(clause.text.slice(0, place.start))) return false;
  if (isDenied(clause.text, place) || calledOff.test(clause.text.slice(place.end))) return false;
  const date = dated.get(event);
  if (date?.day && date.day !== today) return date.day > today;
  if (isDone(clause.text, place)) return false;
  return date !== undefined || isTask(clause.text, place);
}

function isDone(text: string, { start, end }: Span): boolean {
  const isHan = /\p{Script=Han}/u.test(text.slice(start, end));
  const before = text.slice(Math.max(0, start - (isHan ? 7 : 24)), start);
  const after = text.slice(end, end + (isHan ? 4 : 16));
  if (/约了|安排了|定了|说好/u.test(before)) return false;
  return (
    done.test(before) ||
    done.test(after) ||
    /^.{0,2}(?:完|过(?!去|来)|了|结束|很|顺利)/u.test(after)
  );
}

/** "call Linda back", "need to …", 再跟进. */
function isTask(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 28), end);
  if (before.search(planned) >= 0) return true;
  return (
    /^(?:[\p{L}\d .&-]{2,24}:)?\s*(?:then |please |and |also )?$/u.test(text.slice(0, start)) &&
    isVerb(text.slice(start, end))
  );
}

function isVerb(words: string): boolean {
  return /^(?:send|call|follow|chase|meet|visit|check|circle|touch|catch|prepare|draft|get|email|share|submit|nudge|ping|sending|chasing|preparing|回访|跟进|催|联系|拜访|发|提交|准备)/u.test(
    words,
  );
}

type ToDo = { event: Event; step: Step };

/** "Send it": what, is what was spoken of last. */
function toStep(event: Event, text: string): ToDo[] {
  const { value, clause, start, end } = event;
  if (value === "close" || value === "past") return [];
  if (value !== "send") return [{ event, step: { value, clause, start, end } }];
  const before = text.slice(0, start);
  const last = (pattern: RegExp) => Array.from(before.matchAll(pattern)).at(-1)?.index ?? -1;
  const [thing] = things
    .map(([step, pattern]) => ({ step, at: last(pattern) }))
    .sort((a, b) => b.at - a.at);
  if (!thing || thing.at < 0) return [];
  return [{ event, step: { value: thing.step, clause, start, end } }];
}

/** What is called the next step, else the earliest by day, else the first told. */
function firstOf(all: readonly ToDo[], dated: Dated, text: string): ToDo | undefined {
  const named = all.find(({ event }) =>
    /(?:next step|下一步)[^,;。]{0,12}$/u.test(text.slice(0, event.start)),
  );
  if (named) return named;
  const day = ({ event }: ToDo) => dayOf(event, dated)?.value ?? "9";
  return all.toSorted((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b))))[0];
}
