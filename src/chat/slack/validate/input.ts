// What Slack refuses of inputs and of text objects.
import { limits } from "../limits.ts";

/** Why Slack would refuse it, each with its place; empty when it would not. */
export type Problems = string[];

/** Any object of Block Kit. */
export type Node = Record<string, unknown>;

/** Problems of one input of a form. */
export function checkInput(input: Node): Problems {
  const element = (input.element ?? {}) as Node;
  return [
    ...checkText(input.label, limits.input.label, "label", true),
    ...(input.hint === undefined ? [] : checkText(input.hint, limits.input.hint, "hint", true)),
    ...(element.action_id ? [] : ["an input without action_id"]),
    ...checkElement(element),
  ];
}

function checkElement(element: Node): Problems {
  const initial = String(element.initial_value ?? element.initial_date ?? "");
  switch (element.type) {
    case "plain_text_input":
      return atMost(initial.length, limits.input.text, "initial_value");
    case "number_input":
      return initial === "" || /^-?\d+(\.\d+)?$/.test(initial) ? [] : ["not a decimal number"];
    case "datepicker":
      return initial === "" || /^\d{4}-\d\d-\d\d$/.test(initial) ? [] : ["not a date"];
    case "file_input":
      return between(Number(element.max_files), 1, 10, "max_files");
    case "static_select":
    case "multi_static_select":
      return checkSelect(element);
    default:
      return [`unknown input ${element.type}`];
  }
}

function checkSelect(select: Node): Problems {
  const groups = nodes(select.option_groups);
  const options =
    groups.length > 0 ? groups.flatMap((group) => nodes(group.options)) : nodes(select.options);
  const values = new Set(options.map(({ value }) => value));
  const initial = [
    ...nodes(select.initial_options),
    ...(select.initial_option ? [select.initial_option as Node] : []),
  ];
  const sizes =
    groups.length > 0 ? groups.map((group) => nodes(group.options).length) : [options.length];
  return [
    ...atMost(groups.length, limits.select.groups, "option_groups"),
    ...sizes.flatMap((size) => between(size, 1, limits.select.options, "options")),
    ...groups.flatMap(({ label }) => checkText(label, limits.select.optionText, "group", true)),
    ...options.flatMap(({ text, value }) => [
      ...checkText(text, limits.select.optionText, "option", true),
      ...between(String(value).length, 1, limits.select.optionValue, "option value"),
    ]),
    ...(values.size === options.length ? [] : ["the same option twice"]),
    ...initial.flatMap(({ value }) =>
      values.has(value) ? [] : ["an initial option that is not there"],
    ),
  ];
}

/** Problems of one text object. */
export function checkText(given: unknown, most: number, name: string, isPlain = false): Problems {
  const { type, text } = (given ?? {}) as { type?: string; text?: string };
  return [
    ...between(text?.length ?? 0, 1, most, name),
    ...(text?.trim() === "" ? [`${name}: only blanks`] : []),
    ...(isPlain && type !== "plain_text" ? [`${name}: has to be plain_text`] : []),
    // Markup from our cards would let a customer's words ping a channel.
    ...(type === "mrkdwn" ? [`${name}: markup`] : []),
  ];
}

/** A problem when a number is out of a range. */
export function between(value: number, least: number, most: number, name: string): Problems {
  return value < least ? [`${name}: ${value} is under ${least}`] : atMost(value, most, name);
}

/** A problem when a number is over a limit. */
export function atMost(value: number, most: number, name: string): Problems {
  return value > most ? [`${name}: ${value} is over ${most}`] : [];
}

/** The objects of a list; none when it is no list. */
export function nodes(value: unknown): Node[] {
  return Array.isArray(value) ? (value as Node[]) : [];
}
