// Forms: packed into the button that opens them, and as a modal.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import {
  type Card,
  type Field,
  type FormBlock,
  type Inline,
  type Option,
  text,
} from "../../../core/card.ts";
import { filledIn } from "../../plain-words.ts";
import { limits } from "../limits.ts";
import { clean, plainText, type SlackBlock } from "./text.ts";

/** What is filled in already, by label. */
export function renderFields(fields: Field[]): { label: string; value: Inline[] }[] {
  return filledIn(fields).map(({ label, words }) => ({ label, value: [text(words)] }));
}

/** A form as text for a button's value; deflated when that makes the difference. */
export function packForm(form: FormBlock): string {
  const json = JSON.stringify(form);
  if (json.length <= limits.button.value) return json;
  return `z${deflateRawSync(json).toString("base64url")}`;
}

/** Reads what packForm wrote; nothing when it is not that. */
export function unpackForm(packed: string): FormBlock | undefined {
  try {
    const json = packed.startsWith("z")
      ? inflateRawSync(Buffer.from(packed.slice(1), "base64url")).toString()
      : packed;
    return formShape.parse(JSON.parse(json)) as FormBlock;
  } catch {
    return undefined;
  }
}

const actionShape = z.looseObject({ id: z.string(), label: z.string(), ref: z.string() });
const formShape = z.looseObject({
  t: z.literal("form"),
  fields: z.array(z.looseObject({ kind: z.string(), name: z.string(), label: z.string() })),
  submit: actionShape,
  others: z.array(actionShape).optional(),
  cancel: actionShape.optional(),
});

/** One form of a message as a card of its own, to be opened as a modal. */
export function toFormCard(title: string, form: FormBlock): Card {
  return { key: `form:${form.id}`, title, tone: "info", summary: title, blocks: [form] };
}

/** Names of the blocks of a modal, from which its answers and errors are told apart. */
export const blockIds = {
  field: (name: string) => `field:${name}`.slice(0, limits.id),
  error: (name: string) => `error:${name}`.slice(0, limits.id),
};

/** A field as an input, with what is wrong with it above. */
export function renderField(field: Field): SlackBlock[] {
  const element = renderElement(field);
  const error = field.error ? [renderError(field.name, field.error)] : [];
  if (!element) {
    const words = `${field.label}: –`;
    return [{ type: "context", elements: [plainText(words, limits.contextText)] }];
  }
  return [
    ...error,
    {
      type: "input",
      block_id: blockIds.field(field.name),
      label: plainText(field.label, limits.input.label),
      ...(field.hint ? { hint: plainText(field.hint, limits.input.hint) } : {}),
      optional: !field.required,
      element: { action_id: "value", ...element },
    },
  ];
}

/** What is wrong with a field, where Slack cannot show it on the field itself. */
export function renderError(name: string, sentence: string): SlackBlock {
  return {
    type: "context",
    block_id: blockIds.error(name),
    elements: [plainText(`⚠️ ${sentence}`, limits.contextText)],
  };
}

function renderElement(field: Field): Record<string, unknown> | undefined {
  switch (field.kind) {
    case "text":
    case "multiline":
      return renderText(field.value, field.kind === "multiline");
    case "number":
      return renderNumber(field.value);
    case "select":
      return withPlaceholder(renderOne(field), field.nothing);
    case "person":
      return renderOne(field);
    case "multiselect":
      return renderSelect(field.options, field.value ?? [], true);
    case "date":
      return { type: "datepicker", ...(isDay(field.value) ? { initial_date: field.value } : {}) };
    case "file":
      return { type: "file_input", max_files: 1, ...fileTypes(field.accept) };
  }
}

function renderText(value = "", multiline: boolean): Record<string, unknown> {
  const { text: longest } = limits.input;
  const initial = clean(value.slice(0, longest));
  const given = initial ? { initial_value: initial } : {};
  return { type: "plain_text_input", multiline, max_length: longest, ...given };
}

function renderNumber(value = Number.NaN): Record<string, unknown> {
  // Larger ones are written with an exponent, which Slack's input does not take.
  const given = Math.abs(value) < 1e15 ? { initial_value: toDecimal(value) } : {};
  return { type: "number_input", is_decimal_allowed: true, ...given };
}

function renderOne({ options, value }: { options: Option[]; value?: string }) {
  return renderSelect(options, value === undefined ? [] : [value], false);
}

function withPlaceholder(select: Record<string, unknown> | undefined, words?: string) {
  if (!select || !words) return select;
  return { ...select, placeholder: plainText(words, limits.select.placeholder) };
}

/** Beyond a hundred options Slack wants them in groups. */
function renderSelect(
  options: Option[],
  chosen: string[],
  isMulti: boolean,
): Record<string, unknown> | undefined {
  const all = [...new Map(options.map((option) => [option.value, option])).values()]
    .filter(({ value }) => isValue(value))
    .slice(0, limits.select.options * limits.select.groups)
    .map(({ value, label }) => ({ text: plainText(label, limits.select.optionText), value }));
  if (all.length === 0) return undefined;
  const initial = all.filter(({ value }) => chosen.includes(value));
  return {
    type: isMulti ? "multi_static_select" : "static_select",
    ...(all.length <= limits.select.options ? { options: all } : { option_groups: group(all) }),
    ...(initial.length > 0 ? toInitial(initial, isMulti) : {}),
  };
}

/** Values are ids and words of ours; anything else could not come back as it was. */
function isValue(value: string): boolean {
  return value.length > 0 && value.length <= limits.select.optionValue && clean(value) === value;
}

function toInitial<Item>(initial: Item[], isMulti: boolean): Record<string, unknown> {
  return isMulti ? { initial_options: initial } : { initial_option: initial[0] };
}

type SlackOption = { text: { text: string }; value: string };

function group(options: SlackOption[]): object[] {
  const { options: size } = limits.select;
  return Array.from({ length: Math.ceil(options.length / size) }, (_, at) => {
    const part = options.slice(at * size, (at + 1) * size);
    const name = `${part[0]?.text.text.slice(0, 30)} – ${part.at(-1)?.text.text.slice(0, 30)}`;
    return { label: plainText(name, limits.select.optionText), options: part };
  });
}

/** ".csv,text/csv" -> the endings Slack takes. */
function fileTypes(accept = ""): { filetypes?: string[] } {
  const endings = accept.split(",").flatMap((one) => /^\s*\.(\w+)\s*$/.exec(one)?.[1] ?? []);
  return endings.length > 0 ? { filetypes: endings } : {};
}

function isDay(value = ""): boolean {
  return z.iso.date().safeParse(value).success;
}

/** Small ones without their exponent too. */
function toDecimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(10).replace(/\.?0+$/, "") : text;
}
