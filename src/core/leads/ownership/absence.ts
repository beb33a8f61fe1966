// "I'm away until Friday", "我休假到周五", "I'm back": while somebody is away new leads go to others.
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Absence } from "../../facts.ts";
import type { Gate } from "../../gate/gate.ts";
import type { Person } from "../../model.ts";
import { readAbsence, type Span } from "../../people/read-absence.ts";
import {
  fromLocalTime,
  localTime,
  nextDay,
  nextWorkingMoment,
  type Workdays,
} from "../../people/working-time.ts";
import type { Clock, Unit } from "../../ports.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { endOffer } from "./offer-deadline.ts";

export type AbsenceServices = { gate: Gate; clock: Clock; workdays: Workdays };

/** Longer than this is not an absence but a change of the team, which is a manager's to make. */
const longestMs = 366 * dayMs;

/** By words; without days that can be read, a form asks for them. */
export function sayAway(services: AbsenceServices, person: Person, words: string): Effect {
  const today = localTime(services.clock(), person.timeZone).day;
  const span = readAbsence(words, today);
  if (!span) return async (unit) => post(unit, person, formCard(unit, person, today));
  return async (unit) => {
    const wrong = check(unit.now, person, span);
    if (wrong) return post(unit, person, plainCard(`away:${unit.newId("message")}`, wrong, "warn"));
    return post(unit, person, await keepAbsence(unit, services, { person, span }));
  };
}

/** The form's answer. */
export function submitAway(services: AbsenceServices, { person, params, values }: Answer): Effect {
  return async (unit) => {
    const span = { from: textOf(values, "from"), to: textOf(values, "to") };
    const wrong = check(unit.now, person, span);
    if (wrong) return { errors: { to: wrong } };
    const card = await keepAbsence(unit, services, { person, span });
    return { toast: card.title, card: { ...card, key: params.cardKey ?? card.key } };
  };
}

/** Back early, or just back: whatever absence is on ends now. */
export function sayBack({ person }: Pick<Ask, "person">): Effect {
  return async (unit) => {
    const { ownership } = readingOf(person).texts;
    const on = await unit.absences.find({
      ...{ personId: person.id, from: { lte: unit.now }, to: { gt: unit.now } },
    });
    for (const absence of on) await unit.absences.put({ ...absence, to: unit.now });
    const title = on.length > 0 ? ownership.back : ownership.notAway;
    return post(unit, person, plainCard(`back:${unit.newId("message")}`, title, "good"));
  };
}

function post(unit: Unit, person: Person, card: Card) {
  unit.post({ to: person.id, card });
  return {};
}

/** Why these days cannot be an absence, in the person's words. */
function check(now: number, person: Person, { from, to }: Span): string | undefined {
  const { ownership } = readingOf(person).texts;
  const begins = startOf(from, person);
  if (!Number.isFinite(begins) || !Number.isFinite(startOf(to, person))) return ownership.badDays;
  const ends = startOf(nextDay(to), person);
  if (ends <= now) return ownership.pastDays;
  if (ends <= begins) return ownership.badDays;
  return ends - now > longestMs ? ownership.longDays : undefined;
}

/** Midnight at the beginning of a day, where the person is; NaN for what is no day. */
function startOf(day: string, { timeZone }: Person): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) return Number.NaN;
  return fromLocalTime({ day, minutes: 0 }, timeZone);
}

type Kept = { person: Person; span: Span };

/** Writes it down instead of what it overlaps; offers not yet answered go on, since nobody is there to answer. */
async function keepAbsence(
  unit: Unit,
  services: AbsenceServices,
  { person, span }: Kept,
): Promise<Card> {
  const from = Math.max(unit.now, startOf(span.from, person));
  const to = startOf(nextDay(span.to), person);
  const known = await unit.absences.find({ personId: person.id, to: { gt: from } });
  const overlaps = known.filter((absence) => absence.from < to);
  for (const absence of overlaps)
    await unit.absences.put({ ...absence, to: Math.max(absence.from, from) });
  const absence: Absence = {
    ...{ id: unit.newId("absence"), personId: person.id, from, to },
    ...{ reason: null, createdAt: unit.now },
  };
  await unit.absences.put(absence);
  const passed = from <= unit.now ? await passOn(unit, services, person) : 0;
  return awayCard(unit, services, { person, absence, passed });
}

async function passOn(unit: Unit, { gate }: AbsenceServices, { id }: Person): Promise<number> {
  const offers = await unit.assignments.find({ repId: id, state: "offered" });
  for (const offer of offers) {
    const ended = { ...offer, state: "withdrawn" as const, closedAt: unit.now };
    await endOffer(unit, gate, { ended, reason: "away" });
  }
  return offers.length;
}

type Away = { person: Person; absence: Absence; passed: number };

function awayCard(
  unit: Unit,
  { workdays }: AbsenceServices,
  { person, absence, passed }: Away,
): Card {
  const { texts, format } = readingOf(person);
  const { ownership } = texts;
  const key = `away:${absence.id}`;
  const last = format.day(absence.to - 1);
  const title = ownership.away({ from: format.day(absence.from), last });
  const backAt = nextWorkingMoment(absence.to, { timeZone: person.timeZone, workdays });
  const ref = unit.arm({ action: "away.back", params: {}, personId: person.id, cardKey: key });
  return {
    ...plainCard(key, title, "good"),
    blocks: [
      sentence(ownership.awayMeans({ passed })),
      {
        t: "fields",
        items: [{ label: ownership.backOn, value: [dateInline(backAt, "both", format)] }],
      },
      { t: "actions", actions: [{ id: "away.back", label: ownership.imBack, ref }] },
    ],
  };
}

function formCard(unit: Unit, person: Person, today: string): Card {
  const { ownership } = readingOf(person).texts;
  const key = `away:${unit.newId("message")}`;
  const ref = unit.arm({ action: "away.submit", params: {}, personId: person.id, cardKey: key });
  const submit = { id: "away.submit", label: ownership.awaySubmit, ref, style: "primary" } as const;
  return {
    ...plainCard(key, ownership.awayTitle, "info"),
    blocks: [
      {
        ...{ t: "form", id: "away", submit },
        fields: [
          { kind: "date", name: "from", label: ownership.awayFrom, required: true, value: today },
          { kind: "date", name: "to", label: ownership.awayTo, required: true },
        ],
      },
    ],
  };
}

function plainCard(key: string, title: string, tone: Card["tone"]): Card {
  return { key, title, tone, summary: title, blocks: [] };
}
