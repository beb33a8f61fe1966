// A rule in plain words, made from its structure: whatever a rule asks for is said, and nothing else.
import { byName } from "../../by-name.ts";
import { dayMs, hourMs, minuteMs } from "../../durations.ts";
import type { Reading } from "../../text/format.ts";
import { touchTypes } from "../touch-types.ts";
import type { Condition, Pattern, Rule, Said, Scalar, Slider, Step } from "./rule.ts";

/** The sentences of a rule, in the order in which they are read. */
export function sayRule(rule: Rule, reading: Reading): string[] {
  const { ruleWords: words } = reading.texts;
  const { absent, unless, cooldownMs, then } = rule;
  const time = (ms: number) => sayTime(ms, reading);
  return [
    saySteps(rule, reading),
    ...(absent
      ? [words.absent({ touch: sayAny(absent.anyOf, reading), time: time(absent.forMs) })]
      : []),
    ...(unless.length > 0 ? [words.unless({ touches: sayAny(unless, reading) })] : []),
    ...(cooldownMs > 0 ? [words.cooldown({ time: time(cooldownMs) })] : []),
    words.scope[rule.scope],
    words.todo({
      action: words.actions[then.action] ?? then.action,
      time: time(then.dueInMs),
      who: words.assign[then.assignTo] ?? then.assignTo,
    }),
    ...(then.talkTrack ? [words.talkTrack({ name: then.talkTrack })] : []),
  ];
}

/** What a rule is called for this reader: its name in their language, else in the other, else its id. */
export function nameOfRule({ id, name }: Pick<Rule, "id" | "name">, reading: Reading): string {
  return saidTo(name, reading) ?? id;
}

/** Something written in one or two languages, for this reader. */
export function saidTo(said: Said, { language }: Reading): string | undefined {
  return said[language] ?? said.en ?? said.zh;
}

/** A slider's number with its unit. */
export function saySlider({ unit }: Slider, value: number, { texts, format }: Reading): string {
  return texts.ruleWords.units[unit]({ count: format.number(value) });
}

/** Milliseconds in the largest unit that says them whole: "3 days", "36 h", "90 s". */
function sayTime(ms: number, { texts, format }: Reading): string {
  const [unit, size] = units.find(([, each]) => ms >= each && ms % each === 0) ?? secondsUnit;
  return texts.ruleWords.units[unit]({ count: format.number(ms / size) });
}

const secondsUnit = ["seconds", 1_000] as const;
const units = [["days", dayMs], ["hours", hourMs], ["minutes", minuteMs], secondsUnit] as const;

function saySteps({ steps, match, withinMs }: Rule, reading: Reading): string {
  const { ruleWords: words } = reading.texts;
  const said = steps.map((step) => sayStep(step, reading));
  if (withinMs === 0) return words.single({ steps: said.join(words.and) });
  const time = sayTime(withinMs, reading);
  if (match === "sequence") return words.inOrder({ time, steps: said.join(words.andThen) });
  return words.within({ time, steps: said.join(words.and) });
}

function sayStep(step: Step, reading: Reading): string {
  const said = sayPattern(step, reading);
  return step.times === 1 ? said : reading.texts.ruleWords.times({ step: said, times: step.times });
}

function sayAny(patterns: readonly Pattern[], reading: Reading): string {
  return patterns.map((one) => sayPattern(one, reading)).join(reading.texts.ruleWords.or);
}

/** The property that says which page, file or form a touch was of, by its type. */
const subjects: Partial<Record<string, string>> = byName({
  "page.view": "page",
  "page.leave": "page",
  "file.download": "kind",
  "file.open": "kind",
  "video.play": "video",
  "video.progress": "video",
  "form.start": "form",
  "form.submit": "form",
  "survey.score": "kind",
  "product.feature.used": "feature",
  "deal.stage.changed": "to",
});

/** "Product page looked at for more than 2 min". */
export function sayPattern({ touch, where }: Pattern, reading: Reading): string {
  const { ruleWords: words } = reading.texts;
  const subject = where.find(
    ({ prop, op }) => prop === subjects[touch] && (op === "eq" || op === "in"),
  );
  const of = subject && words.touchOf[touch];
  const head = of
    ? of({ what: sayValues(subject, touch, reading) })
    : (words.touches[touch] ?? touch);
  const rest = where.filter((one) => !of || one !== subject);
  return [head, ...rest.map((one) => sayCondition(one, touch, reading))].join(" ");
}

function sayCondition(condition: Condition, touch: string, reading: Reading): string {
  const { ruleWords: words } = reading.texts;
  const { prop, op, value } = condition;
  const how = op === "exists" && !value ? "missing" : op;
  const what = words.compare[how]({ value: sayValues(condition, touch, reading) });
  return words.props[prop]?.({ what }) ?? words.otherProp({ prop, what });
}

function sayValues({ prop, value }: Condition, touch: string, reading: Reading): string {
  const all: readonly Scalar[] = Array.isArray(value) ? value : [value as Scalar];
  const kind = touchTypes[touch]?.props[prop];
  return all.map((one) => sayScalar(one, kind, reading)).join(reading.texts.ruleWords.or);
}

function sayScalar(value: Scalar, kind: string | undefined, reading: Reading): string {
  const { texts, format } = reading;
  if (typeof value !== "number") return texts.ruleWords.values[String(value)] ?? String(value);
  if (kind === "seconds") return sayTime(value * 1_000, reading);
  const count = format.number(value);
  return kind === "percent" ? texts.ruleWords.units.percent({ count }) : count;
}
