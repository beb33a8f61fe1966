// The card of a back-test: how often, on whom, what happened next, and whether it may be switched on.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, text } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { differenceOf, type Share, shareOf } from "../../statistics/shares.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Backtest, perWeek } from "../backtest/backtest.ts";
import type { OutcomeCounts } from "../backtest/outcomes.ts";
import { fullestWeek } from "../backtest/weeks.ts";
import { saidTo, saySlider } from "../rules/say-rule.ts";
import type { Whom } from "./customer-names.ts";
import { changesBetween, type Draft, ruleOf, toParams } from "./draft.ts";
import { ruleName } from "./known-rules.ts";

export type Tested = {
  person: Person;
  cardKey: string;
  draft: Draft;
  test: Backtest;
  whom: Whom;
  /** How the rule was written before this draft. */
  before: unknown;
  isOn: boolean;
};

/** Customers of each group below which two shares are not compared. */
const leastToCompare = 10;

/** Draws it; one that would fire too often has no button to switch it on. */
export function testCard(unit: Unit, tested: Tested): Card {
  const { person, cardKey, draft, test, before } = tested;
  const reading = readingOf(person);
  const words = reading.texts.rules.test;
  const name = ruleName(ruleOf(draft), person);
  const changes = before === undefined ? [] : changesBetween(before, draft.source, reading);
  const tone = { ok: "good", thin: "info", never: "warn", too_many: "bad" } as const;
  return {
    ...{ key: cardKey, title: words.title({ name }), tone: tone[test.verdict] },
    summary: words.summary({ name }),
    blocks: [
      ...(changes.length > 0
        ? [
            {
              t: "fields" as const,
              items: [{ label: words.changes, value: [text(changes.join(" · "))] }],
            },
          ]
        : []),
      ...verdictBlocks(tested, reading),
      ...frequencyBlocks(test, reading),
      ...whomBlocks(tested.whom, reading),
      ...outcomeBlocks(test, reading),
      { t: "actions", actions: testActions(unit, tested, reading) },
    ],
  };
}

function verdictBlocks({ test, draft }: Tested, reading: Reading): Block[] {
  const { number } = reading.format;
  const words = reading.texts.rules.test;
  if (test.verdict === "thin") return [sentence(words.thin({ days: number(daysOf(test)) }))];
  if (test.verdict === "never") return [sentence(words.never)];
  if (test.verdict === "ok") return [];
  const count = number(fullestWeek(test.weeks));
  const refusal = words.tooMany({ count, most: number(test.mostPerWeek) });
  const slider = ruleOf(draft).sliders.find(({ id }) => id === test.suggestion?.sliderId);
  if (!slider || !test.suggestion) return [sentence(refusal), sentence(words.noSuggestion)];
  const { value, perWeek: weekly } = test.suggestion;
  const label = saidTo(slider.label, reading) ?? slider.id;
  const suggestion = { label, value: saySlider(slider, value, reading), perWeek: number(weekly) };
  return [sentence(refusal), sentence(words.suggestion(suggestion))];
}

const daysOf = ({ from, to }: Backtest) => Math.floor((to - from) / dayMs);

function frequencyBlocks(test: Backtest, reading: Reading): Block[] {
  const { number } = reading.format;
  const words = reading.texts.rules.test;
  const { weeks, fires, touches } = test;
  const fired = {
    ...{ fires: number(fires), perWeek: number(perWeek(test)), last: number(weeks.at(-1) ?? 0) },
  };
  const labels = weeks.map((_, index) => words.ago({ weeks: weeks.length - 1 - index }));
  const alt = words.weeksAlt({ counts: weeks.map(number).join(", ") });
  const chart: Block = {
    ...{ t: "chart", chart: "bar", labels, series: [{ name: words.weeks, values: weeks }], alt },
  };
  return [
    sentence(words.fires(fired)),
    note(words.span({ days: number(daysOf(test)), touches: number(touches) })),
    ...(fires > 0 ? [chart] : []),
  ];
}

function whomBlocks({ names, others, count }: Whom, { texts, format }: Reading): Block[] {
  const words = texts.rules.test;
  if (count === 0) return [];
  const all = format.number(count);
  return [
    ...(names.length > 0 ? [sentence(words.names({ names: names.join(", ") }))] : []),
    ...(others > 0 ? [sentence(words.beyond({ count: format.number(others), all }))] : []),
  ];
}

function outcomeBlocks(test: Backtest, reading: Reading): Block[] {
  const words = reading.texts.rules.test;
  const { fired, near, without, followUpDays } = test;
  if (fired.customers === 0) return [];
  const groups = { fired, near, without };
  const rows = Object.entries(groups).map(([name, counts]) => [
    [text(words.groups[name as keyof typeof groups])],
    [text(reading.format.number(counts.customers))],
    ...[counts.won, counts.met, counts.moved].map((count) => [
      text(percentOf(count, counts, reading)),
    ]),
    [text(shareWords(shareOf(counts.any, counts.customers), reading))],
  ]);
  return [
    sentence(words.next({ days: followUpDays })),
    { t: "table", columns: words.columns, rows, numeric: [1, 2, 3, 4] },
    sentence(comparison(fired, near, reading)),
    note(words.caveat),
  ];
}

const round = (share: number) => String(Math.round(share * 100));

function percentOf(count: number, { customers }: OutcomeCounts, { texts }: Reading): string {
  if (customers === 0) return "–";
  return texts.ruleWords.units.percent({ count: round(count / customers) });
}

function shareWords({ of, value, low, high }: Share, { texts }: Reading): string {
  if (of === 0) return "–";
  return texts.rules.test.share({ value: round(value), low: round(low), high: round(high) });
}

function comparison(fired: OutcomeCounts, near: OutcomeCounts, { texts }: Reading): string {
  const words = texts.rules.test;
  if (Math.min(fired.customers, near.customers) < leastToCompare) {
    return words.few({ fired: fired.customers, near: near.customers, least: leastToCompare });
  }
  const { value, low, high } = differenceOf(
    shareOf(fired.any, fired.customers),
    shareOf(near.any, near.customers),
  );
  const said = { points: round(value), low: round(low), high: round(high) };
  return low > 0 || high < 0 ? words.differs(said) : words.chance(said);
}

function testActions(unit: Unit, tested: Tested, reading: Reading): Action[] {
  const { person, cardKey, draft, test, isOn } = tested;
  const words = reading.texts.rules.test;
  const button = (id: string, label: string): Action => {
    const params = toParams(draft, kept(test));
    const ref = unit.arm({ action: id, params, personId: person.id, cardKey });
    return { id, label, ref, style: "primary" };
  };
  const open: Action = {
    id: "rule.change",
    label: reading.texts.rules.card.change,
    ref: unit.arm({ action: "rule.change", params: toParams(draft), personId: person.id, cardKey }),
  };
  const change = ruleOf(draft).sliders.length > 0 ? [open] : [];
  if (test.verdict === "too_many") {
    return test.suggestion ? [button("rule.suggestion", words.trySuggestion), ...change] : change;
  }
  return [button("rule.publish", isOn ? words.publish : words.switchOn), ...change];
}

/** What a version keeps of its back-test. */
function kept(test: Backtest): Backtest {
  const { latest, count } = test.customers;
  return { ...test, customers: { latest: latest.slice(0, 10), count } };
}
