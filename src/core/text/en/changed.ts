// What changed from one month to the next, in English. A test sees to it that no word here says why.
import type { Verdict } from "../../strategy/changed/compare.ts";
import type { MeasureId } from "../../strategy/changed/gather-changed.ts";

export const changed = {
  title: "What changed",
  periods: (p: { before: string; now: string }) => `${p.before} → ${p.now}`,
  summary: (p: { count: number }) =>
    p.count === 0
      ? "What changed: nothing beyond what chance often shows"
      : `What changed: ${p.count} of 7 measures beyond what chance often shows`,
  clear: (p: { count: number }) =>
    p.count === 1
      ? "One of seven measures lies beyond what chance alone often shows."
      : `${p.count} of seven measures lie beyond what chance alone often shows.`,
  nothingClear: "No measure lies beyond what chance alone often shows.",
  empty:
    "Neither month has a closed deal, a visit or an update to count. There is nothing to compare yet.",
  measures: {
    conversion: "Conversion: deals won of those closed",
    visits: "Visits and calls",
    effective_visits: "Effective visits: with a confirmed update",
    ramp: "Newcomers: days to the first win",
    cycle: "Days from opening to winning a deal",
    delay: "Hours from accepting a lead to the first word",
    completeness: "Completeness: golden fields that keep their contract",
  } satisfies Record<MeasureId, string>,
  verdicts: {
    higher: "higher",
    lower: "lower",
    unclear: "no clear difference",
    few: "too few cases to tell",
    count: "a plain count",
    none: "nothing to count in either month",
  } satisfies Record<Verdict, string>,
  noCases: "no case",
  few: (p: { n: string }) => `n = ${p.n}`,
  figure: (p: { value: string; interval: string; n: string }) =>
    `${p.value} (${p.interval}, n = ${p.n})`,
  keepInMind: "To keep in mind",
  and: ", ",
  moved: (p: { segment: string; before: string; now: string }) =>
    `${p.segment} ${p.before} % → ${p.now} %`,
  caveats: {
    few: (p: { names: string }) =>
      `Small numbers: ${p.names}. Next month may look quite different.`,
    mix: (p: { moved: string }) =>
      `Mix: the deals that were closed are of other kinds (${p.moved} of them): part of every difference here may be the mix.`,
    mixSame: "Mix: the kinds of customers among closed deals moved little, or are too few to tell.",
    season: (p: { before: number; now: number }) =>
      `Season: ${p.before} working days before, ${p.now} now. Holidays, quarter ends and campaigns are in both figures.`,
    many: "Seven measures are looked at at once: now and then one lies outside by chance.",
    noTest:
      "Before and after stand beside each other. What made a difference is for a test to say: “strategy: …” starts one.",
  },
  soFar: "This month so far",
  lastMonth: "Last whole month",
};
