// A rule as somebody would have it, on its way from a form through the back-test to being published. Nothing of it counts
// before that; it travels with the buttons of its cards.
import type { Reading } from "../../text/format.ts";
import type { Backtest } from "../backtest/backtest.ts";
import type { Rule } from "../rules/rule.ts";
import { saidTo, saySlider } from "../rules/say-rule.ts";
import { ruleSchema } from "../rules/schema.ts";
import { readSlider } from "../rules/sliders.ts";

/** The rule as written, and the version it was made from ("" for none): whoever comes second is told. */
export type Draft = { ruleId: string; source: unknown; basedOn: string };

/** A draft as a button carries it, with its back-test where it has one. */
export function toParams(draft: Draft, test?: Backtest): Record<string, string> {
  const { ruleId, source, basedOn } = draft;
  const tested = test ? { test: JSON.stringify(test) } : {};
  return { ruleId, source: JSON.stringify(source), basedOn, ...tested };
}

/** What a button carried. */
export function fromParams({
  ruleId = "",
  source = "null",
  basedOn = "",
  test,
}: Partial<Record<string, string>>) {
  const draft: Draft = { ruleId, source: JSON.parse(source), basedOn };
  return { draft, test: test === undefined ? null : (JSON.parse(test) as Backtest) };
}

/** The rule of a draft; it was checked when it was written. */
export function ruleOf({ source }: Pick<Draft, "source">): Rule {
  return ruleSchema.parse(source);
}

/** What is different between two ways a rule was written: its sliders in words, and whether anything else is. */
export function changesBetween(before: unknown, after: unknown, reading: Reading): string[] {
  const { test, history } = reading.texts.rules;
  const { sliders } = ruleOf({ source: after });
  const moved = sliders.flatMap((slider) => {
    const [was, is] = [readSlider(slider, before), readSlider(slider, after)];
    if (was === undefined || is === undefined || was === is) return [];
    const label = saidTo(slider.label, reading) ?? slider.id;
    const [from, to] = [saySlider(slider, was, reading), saySlider(slider, is, reading)];
    return [test.change({ label, from, to })];
  });
  if (moved.length > 0) return moved;
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [history.steps];
}
