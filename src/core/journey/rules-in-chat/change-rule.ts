// A rule's sliders as a form. What comes back is tried on the history first; nothing changes until it is published.
import type { Card, Field } from "../../card.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import type { Slider } from "../rules/rule.ts";
import { saidTo } from "../rules/say-rule.ts";
import { moveSlider, readSlider } from "../rules/sliders.ts";
import { type Draft, fromParams, ruleOf, toParams } from "./draft.ts";
import { assertMayPublish, findRule, ruleName } from "./known-rules.ts";
import { startPreview } from "./preview-rule.ts";
import type { RuleServices } from "./services.ts";

/** Opens the sliders: of a draft where the button carries one, else of the rule as it counts. */
export async function askChange(
  { store, ruleFiles }: RuleServices,
  { person, params }: Ask,
): Promise<Effect> {
  assertMayPublish(person);
  const { rule, source, stored } = await findRule(store.read, ruleFiles, params.ruleId);
  const draft: Draft =
    params.source === undefined
      ? { ruleId: rule.id, source, basedOn: stored?.versionId ?? "" }
      : fromParams(params).draft;
  return async (unit) => {
    const reading = readingOf(person);
    const { change } = reading.texts.rules;
    const { cardKey = "" } = params;
    const action = "rule.change.submit";
    const ref = unit.arm({ action, params: toParams(draft), personId: person.id, cardKey });
    const title = change.title({ name: ruleName(rule, person) });
    const card: Card = {
      ...{ key: `rule_change:${unit.newId("message")}`, title, tone: "info", summary: title },
      subtitle: change.about,
      blocks: [
        {
          ...{ t: "form", id: "rule_change" },
          fields: ruleOf(draft).sliders.map((slider) => toField(slider, draft, reading)),
          submit: { id: action, label: change.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

const fieldOf = ({ id }: Slider) => `slider_${id}`;

function toField(slider: Slider, { source }: Draft, reading: Reading): Field {
  const { number } = reading.format;
  const { change } = reading.texts.rules;
  const { min, max, step } = slider;
  const value = readSlider(slider, source);
  return {
    ...{ kind: "number", name: fieldOf(slider), required: true },
    label: saidTo(slider.label, reading) ?? slider.id,
    hint: change.range({ min: number(min), max: number(max), step: number(step) }),
    ...(value === undefined ? {} : { value }),
  };
}

/** The moved sliders, previewed; a number outside its range is said at its field. */
export function submitChange({ person, params, values }: Answer): Effect {
  assertMayPublish(person);
  return async (unit) => {
    const reading = readingOf(person);
    const { change } = reading.texts.rules;
    const { draft } = fromParams(params);
    const { sliders } = ruleOf(draft);
    const errors = Object.fromEntries(
      sliders
        .filter((slider) => !isInside(slider, values))
        .map((slider) => [fieldOf(slider), change.outside(rangeOf(slider, reading))]),
    );
    if (Object.keys(errors).length > 0) return { errors };
    const source = sliders.reduce(
      (moved, slider) => moveSlider(slider, moved, Number(textOf(values, fieldOf(slider)))),
      draft.source,
    );
    const isSame = JSON.stringify(source) === JSON.stringify(draft.source);
    if (isSame) return { errors: { [fieldOf(sliders[0] as Slider)]: change.same } };
    return startPreview(unit, person, { ...draft, source });
  };
}

function isInside(slider: Slider, values: Answer["values"]): boolean {
  const written = textOf(values, fieldOf(slider));
  const value = Number(written);
  return written !== "" && value >= slider.min && value <= slider.max;
}

function rangeOf({ min, max }: Slider, { format }: Reading): { min: string; max: string } {
  return { min: format.number(min), max: format.number(max) };
}
