// "weekly question", "weekly question at Thursday 16:00": when one is asked is one's own to say.
import { sentence } from "../../blocks.ts";
import type { Card, Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import { sayClock } from "../../people/clock-words.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { StrategyServices } from "../services.ts";
import { scheduleQuestion } from "./ask-week.ts";
import { askingTime, type Hour, readHour, usualHour } from "./asking-hour.ts";
import { assertMayClaim } from "./own-week.ts";

/** Says the hour, or sets it; the next question comes at it already, unless this week's was asked. */
export async function chooseHour(
  { store, workdays }: Pick<StrategyServices, "store" | "workdays">,
  person: Person,
  words: string,
): Promise<Effect> {
  assertMayClaim(person);
  const known = await store.read.askingHours.get(person.id);
  const reading = readingOf(person);
  const { hour: texts } = reading.texts.strategyUse;
  if (!words.trim()) {
    const now = texts.now(sayHour(known ?? usualHour, reading));
    return async (unit) => say(unit, person, [now, texts.how]);
  }
  const wanted = readHour(words);
  if (!wanted) return async (unit) => say(unit, person, [texts.bad]);
  return async (unit) => {
    await unit.askingHours.put({ id: person.id, ...wanted, updatedAt: unit.now });
    const { timeZone } = person;
    const runAt = askingTime(wanted, { from: unit.now, timeZone, workdays });
    scheduleQuestion(unit, person, { hour: wanted, runAt });
    return say(unit, person, [texts.set(sayHour(wanted, reading))]);
  };
}

function sayHour({ weekday, minutes }: Hour, { texts }: Reading): { day: string; time: string } {
  return { day: texts.strategyUse.hour.days[weekday - 1] ?? "", time: sayClock(minutes) };
}

function say(unit: Unit, person: Person, lines: readonly string[]): Outcome {
  const { title } = readingOf(person).texts.strategyUse.hour;
  const card: Card = {
    ...{ key: `strategy_hour:${unit.newId("message")}`, title, tone: "info", summary: title },
    blocks: lines.map(sentence),
  };
  unit.post({ to: person.id, card });
  return {};
}
