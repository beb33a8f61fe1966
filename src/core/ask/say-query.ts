// A query in plain words, made from its parts: whatever is counted is said, and nothing else.
import { fromLocalTime } from "../people/working-time.ts";
import type { Reading } from "../text/format.ts";
import type { Dimension } from "./dimensions.ts";
import { metrics } from "./metrics.ts";
import type { Filter, Period, Query } from "./query.ts";

/** People and teams by id. */
export type Names = ReadonlyMap<string, string>;

/** "Win rate by source". */
export function sayTitle({ metric, by }: Query, { texts: { ask } }: Reading): string {
  const name = ask.metrics[metric]?.name ?? metric;
  return ask.title({ metric: name, by: by === null ? null : (ask.dimensions[by] ?? by) });
}

/** What is counted of whom and when, part by part. */
export function sayFilters(
  { query, period }: { query: Query; period: Period | null },
  { names, reading, isOwn }: { names: Names; reading: Reading; isOwn: boolean },
): string[] {
  const { ask } = reading.texts;
  const whose = query.where.some(({ dimension }) => dimension === "person")
    ? []
    : [isOwn ? ask.yourself : ask.everybody];
  return [
    sayWhen(query, period, reading),
    ...query.where.map((filter) => sayFilter(filter, names, reading)),
    ...whose,
  ];
}

function sayWhen({ metric }: Query, period: Period | null, reading: Reading): string {
  const { ask } = reading.texts;
  if (period) return sayPeriod(period, reading);
  return metrics[metric].hasTime ? ask.allTime : ask.asOfNow;
}

/** "1 Jul 2026 – 30 Sep 2026". */
export function sayPeriod({ from, to }: Period, reading: Reading): string {
  const day = (value: string) => sayDay(value, reading);
  return from === to ? day(from) : reading.texts.ask.period({ from: day(from), to: day(to) });
}

function sayDay(day: string, { format, timeZone }: Reading): string {
  return format.day(fromLocalTime({ day, minutes: 720 }, timeZone));
}

function sayFilter({ dimension, values }: Filter, names: Names, reading: Reading): string {
  const { ask } = reading.texts;
  return ask.filter({
    dimension: ask.dimensions[dimension] ?? dimension,
    values: values.map((value) => sayValue(dimension, value, { names, reading })).join(ask.or),
  });
}

/** A value of a dimension as people call it. */
export function sayValue(
  dimension: Dimension,
  value: string | null,
  { names, reading }: { names: Names; reading: Reading },
): string {
  const { ask, contracts, leads, ruleWords } = reading.texts;
  if (value === null || value === "") return ask.notKnown;
  const name = () => names.get(value) ?? ask.notKnown;
  const sayings: Partial<Record<Dimension, () => string | undefined>> = {
    ...{ person: name, team: name },
    stage: () => contracts.stages[value],
    source: () => leads.sources[value],
    industry: () => leads.industries[value],
    kind: () => ruleWords.touches[value] ?? ruleWords.actions[value],
    country: () => sayCountry(value, reading),
    week: () => sayDay(value, reading),
  };
  return sayings[dimension]?.() ?? value;
}

function sayCountry(code: string, { language }: Reading): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = new Intl.DisplayNames(language === "zh" ? "zh-CN" : "en", { type: "region" });
  return names.of(code) ?? code;
}
