// "new rule": a guided form of up to three signs. The rule is the company's own; it is saved switched off, and previewed.
import type { Action, Card, Field, Option } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../../use-case.ts";
import { assertMayPublish } from "../known-rules.ts";
import { startPreview } from "../preview-rule.ts";
import { saveRule } from "../save-rule.ts";
import type { RuleServices } from "../services.ts";
import { signOption, signOptions, toSteps } from "./signs.ts";
import { submitText } from "./written-rule.ts";

const signs = ["sign1", "sign2", "sign3"] as const;
/** What the form offers to do; a rule written as text may name anything else. */
const offered = ["call", "email", "message", "meeting", "plan"];

/** With text behind the words it is read as a rule; without, the form comes. */
export function askNewRule(
  services: RuleServices,
  person: Person,
  written: string,
): Effect | Promise<Effect> {
  assertMayPublish(person);
  if (written) return submitText(services, { person, params: {}, values: { text: written } });
  return async (unit) => {
    unit.post({ to: person.id, card: formCard(unit, person) });
    return {};
  };
}

/** The button of the list; one on something discovered brings its signs with it. */
export function openNewRule({ person, params }: Ask): Effect {
  assertMayPublish(person);
  return async (unit) => {
    unit.post({ to: person.id, card: formCard(unit, person, params) });
    return {};
  };
}

/** What the form begins with. */
type Given = Partial<Record<string, string>>;

function formCard(unit: Unit, person: Person, given: Given = {}): Card {
  const { create } = readingOf(person).texts.rules;
  const key = `rule_new:${unit.newId("message")}`;
  const carried = Object.fromEntries(signs.map((sign) => [sign, given[sign] ?? ""]));
  const arm = (action: string) =>
    unit.arm({ action, params: carried, personId: person.id, cardKey: key });
  const asText: Action = { id: "rule.text", label: create.asText, ref: arm("rule.text") };
  const action = "rule.new.submit";
  return {
    ...{ key, title: create.title, subtitle: create.about, tone: "info", summary: create.title },
    blocks: [
      {
        ...{ t: "form", id: "rule_new", fields: formFields(person, given) },
        submit: { id: action, label: create.submit, ref: arm(action), style: "primary" },
      },
      { t: "actions", actions: [asText] },
    ],
  };
}

function formFields(person: Person, given: Given): Field[] {
  const reading = readingOf(person);
  const { create } = reading.texts.rules;
  const options = optionsWith(given, reading);
  const begun = (name: string) => (given[name] ? { value: given[name] } : {});
  const { actions } = reading.texts.ruleWords;
  const toOption = (value: string, words: Record<string, string>): Option => {
    return { value, label: words[value] ?? value };
  };
  return [
    { kind: "text", name: "name", label: create.name, required: true, ...begun("name") },
    ...signs.map(
      (name, index): Field => ({
        ...{ kind: "select", name, label: create.signs[index] ?? name, options },
        ...(index === 0 ? { required: true } : {}),
        ...begun(name),
      }),
    ),
    {
      ...{ kind: "select", name: "order", label: create.order, value: given.order ?? "all" },
      options: ["all", "sequence"].map((value) => toOption(value, create.orders)),
    },
    {
      ...{ kind: "number", name: "within", label: create.within },
      ...{ value: Number(given.within ?? 7), required: true },
    },
    {
      ...{ kind: "select", name: "action", label: create.action, value: "call" },
      options: offered.map((value) => toOption(value, actions)),
    },
    { kind: "number", name: "due", label: create.due, value: 24, required: true },
  ];
}

/** The usual signs, and those the form began with. */
function optionsWith(given: Given, reading: Reading): Option[] {
  const usual = signOptions(reading);
  const named = signs.flatMap((sign) => given[sign] || []);
  const more = named.filter((sign) => !usual.some(({ value }) => value === sign));
  return [...more.map((sign) => signOption(sign, reading)), ...usual];
}

/** Saves what the form says, or says at each field what is wrong. */
export async function submitNewRule(
  { ruleFiles }: RuleServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  assertMayPublish(person);
  const { create } = readingOf(person).texts.rules;
  const errors = check(values, person, params);
  const source = toSource(values, person);
  const filed = (await ruleFiles.all()).rules.some(({ rule }) => rule.id === source.id);
  return async (unit) => {
    if (Object.keys(errors).length > 0) return { errors };
    const isTaken = filed || (await unit.rules.get(source.id)) !== undefined;
    if (isTaken) return { errors: { name: create.taken({ id: source.id }) } };
    const basedOn = await saveRule(unit, person, source);
    startPreview(unit, person, { ruleId: source.id, source, basedOn });
    const title = create.saved({ name: textOf(values, "name") });
    const key = params.cardKey ?? `rule_new:${basedOn}`;
    return { toast: title, card: { key, title, tone: "good", summary: title, blocks: [] } };
  };
}

function check(values: Answer["values"], person: Person, given: Given): Record<string, string> {
  const reading = readingOf(person);
  const { create } = reading.texts.rules;
  const known = new Set(optionsWith(given, reading).map(({ value }) => value));
  const name = textOf(values, "name");
  const chosen = signs.filter((sign) => textOf(values, sign) !== "");
  const unknown = chosen.filter((sign) => !known.has(textOf(values, sign)));
  const isWithin = (field: string, most: number) => {
    const number = Number(textOf(values, field));
    return number > 0 && number <= most;
  };
  return {
    ...(toId(name) && name.length <= 100 ? {} : { name: create.unnamed }),
    ...(chosen.length > 0 ? {} : { sign1: create.unknownSign }),
    ...Object.fromEntries(unknown.map((sign) => [sign, create.unknownSign])),
    ...(isWithin("within", 365) ? {} : { within: create.badWithin }),
    ...(isWithin("due", 720) ? {} : { due: create.badDue }),
    ...(offered.includes(textOf(values, "action") || "call")
      ? {}
      : { action: create.unknownAction }),
  };
}

/** The rule as a file would have it. */
function toSource(values: Answer["values"], { language }: Person) {
  const name = textOf(values, "name");
  const chosen = signs.map((sign) => textOf(values, sign)).filter((sign) => sign !== "");
  const days = Number(textOf(values, "within"));
  return {
    id: toId(name),
    name: { [language]: name },
    within: `${days}d`,
    match: textOf(values, "order") === "sequence" ? "sequence" : "all",
    steps: toSteps(chosen),
    cooldown: "7d",
    // biome-ignore lint/suspicious/noThenProperty: the word of the rule language; a rule is never awaited.
    then: { action: textOf(values, "action") || "call", dueIn: `${textOf(values, "due")}h` },
    sliders: [
      {
        ...{ id: "window", sets: "within", unit: "days", step: 1 },
        ...{ min: Math.min(1, days), max: Math.max(30, days) },
        label: { en: "All of it within so many days", zh: "在多少天内全部发生" },
      },
    ],
  };
}

/** "Price doubts!" as an id: price-doubts. */
function toId(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
}
