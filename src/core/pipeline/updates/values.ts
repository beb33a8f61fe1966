// Values of an update: as a card says them, as a form sends them, and as the deal keeps them.
import type { Deal, Person, Stage } from "../../model.ts";
import { budgetStatuses, stages } from "../../model.ts";
import { fromLocalTime, localTime } from "../../people/working-time.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Answer, textOf } from "../../use-case.ts";
import { sayStage } from "../contracts/say-contract.ts";
import { dealFields, type UpdateField, type UpdateValues, updateFields } from "./stored.ts";

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** One value in words. `currency`: of the amount. */
export function sayValue(
  field: UpdateField,
  {
    values,
    currency,
    reading,
  }: { values: UpdateValues; currency: string | null; reading: Reading },
): string {
  const value = values[field];
  const { updates } = reading.texts;
  if (value === undefined) return "";
  if (field === "stage") return sayStage(String(value), reading);
  if (field === "amount") return reading.format.money(Number(value), currency);
  if (field === "risk") return value ? updates.risk.yes : updates.risk.no;
  if (field === "nextStepDate" || field === "closeDate") return sayDay(String(value), reading);
  return namesOf(field, reading)[String(value)] ?? String(value);
}

/** A value of a deal in words; nothing where there is none. */
export function sayDealValue(
  field: UpdateField & keyof Deal,
  deal: Partial<Deal>,
  reading: Reading,
): string {
  const values = fromDeal(deal, reading.timeZone);
  return sayValue(field, { values, currency: deal.currency ?? null, reading });
}

/** What a deal says now, in the form of an update. */
export function fromDeal(deal: Partial<Deal>, timeZone: string): UpdateValues {
  const day = (at: number | null | undefined) =>
    at === null || at === undefined ? undefined : localTime(at, timeZone).day;
  const known = Object.fromEntries(
    dealFields.flatMap((field) =>
      deal[field] === null || deal[field] === undefined ? [] : [[field, deal[field]]],
    ),
  ) as UpdateValues;
  const { nextStepDate: _next, closeDate: _close, ...rest } = known;
  const [nextStepDate, closeDate] = [day(deal.nextStepDate), day(deal.closeDate)];
  return {
    ...rest,
    ...(nextStepDate ? { nextStepDate } : {}),
    ...(closeDate ? { closeDate } : {}),
  };
}

/** Names of the values a field can have, where they are few. */
export function namesOf(field: UpdateField, { texts }: Reading): Record<string, string> {
  const { steps, losses, budget, moods } = texts.updates;
  const names: Partial<Record<UpdateField, Record<string, string>>> = {
    ...{ nextStep: steps, lossReason: losses, budgetStatus: budget, sentiment: moods },
  };
  return names[field] ?? {};
}

function sayDay(day: string, { format, timeZone }: Reading): string {
  return format.day(fromLocalTime({ day, minutes: 12 * 60 }, timeZone));
}

/** What the deal would be set to: days as their beginning in the person's zone, steps and reasons in their words. */
export function toDealSet(
  values: UpdateValues,
  { person, deal, now }: { person: Person; deal: Deal; now: number },
): Partial<Deal> {
  const reading = readingOf(person);
  const set: Record<string, unknown> = {};
  for (const field of dealFields) {
    const value = values[field];
    if (value !== undefined) set[field] = toDealValue(field, value, reading);
  }
  return { ...(set as Partial<Deal>), ...withStage(values.stage, deal, now) };
}

function toDealValue(field: UpdateField, value: unknown, reading: Reading): unknown {
  if (field === "nextStepDate" || field === "closeDate") {
    return fromLocalTime({ day: String(value), minutes: 0 }, reading.timeZone);
  }
  if (field === "nextStep" || field === "lossReason") {
    return namesOf(field, reading)[String(value)] ?? String(value);
  }
  return value;
}

/** What follows from a stage: a deal that is won or lost is closed. */
function withStage(stage: Stage | undefined, deal: Deal, now: number): Partial<Deal> {
  if (stage === undefined || stage === deal.stage) return {};
  const isOver = stage === "won" || stage === "lost";
  return { status: isOver ? stage : "open", closedAt: isOver ? now : null };
}

type Read = { values: UpdateValues; errors: Record<string, string> };

/** What a form was sent with, of the fields it had; what was left empty is not said. */
export function fromForm(given: Answer["values"], reading: Reading): Read {
  const { wrong } = reading.texts.updates;
  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const field of updateFields) {
    const text = textOf(given, field);
    if (!text) continue;
    const value = readers[field](codeOf(field, text, reading));
    if (value === undefined) errors[field] = wrong[field] ?? wrong.other ?? "";
    else values[field] = value;
  }
  return { values: values as UpdateValues, errors };
}

/** A step or reason that is called so; else the words themselves. */
function codeOf(field: UpdateField, text: string, reading: Reading): string {
  const named = Object.entries(namesOf(field, reading)).find(([, name]) => name === text);
  return named?.[0] ?? text;
}

const oneOf =
  (known: readonly string[]) =>
  (text: string): string | undefined =>
    known.includes(text) ? text : undefined;
const day = (text: string) => (isDay(text) ? text : undefined);
const words = (text: string) => text.slice(0, 300);
/** The codes of ISO 4217, as the runtime knows them. */
const currencies = new Set(Intl.supportedValuesOf("currency"));
const knownCurrency = (text: string) => {
  const code = text.toUpperCase();
  return currencies.has(code) ? code : undefined;
};

const readers: Record<UpdateField, (text: string) => unknown> = {
  stage: oneOf(stages),
  // Nobody's amount is 0: what is not known is left empty.
  amount: (text) => (Number(text) > 0 ? Number(text) : undefined),
  currency: knownCurrency,
  budgetStatus: oneOf(budgetStatuses),
  decisionMaker: words,
  competitor: words,
  nextStep: words,
  nextStepDate: day,
  closeDate: day,
  lossReason: words,
  sentiment: oneOf(["positive", "neutral", "negative"]),
  risk: (text) => text === "yes",
};
