// A form inside the card. Its answers come back at once, under the name of each field.
import type { Field, FormBlock, Option } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import type { FormKinds } from "../parse/values.ts";
import { renderActions, renderButton, toRow } from "./actions.ts";
import { type Drawing, uniqueName } from "./drawing.ts";
import { clean, type Element, plainText } from "./element.ts";
import { escapeMarkdown, renderText, shorten } from "./text.ts";

/** Lark takes a form only at the root of a card; a cancel button stands after it. */
export function renderForm(form: FormBlock, drawing: Drawing): Element[] {
  const kinds: FormKinds = {};
  const fields = form.fields.flatMap((field) => {
    const name = uniqueName(field.name, drawing);
    if (isTyped(field.kind)) kinds[name] = field.kind;
    return [...renderLabel(field), ...renderControl(field, name, drawing), ...renderError(field)];
  });
  const submits = [form.submit, ...(form.others ?? [])].map((action, index) => ({
    ...renderButton(
      { style: index === 0 ? "primary" : undefined, ...action } as typeof action,
      drawing,
      { form: kinds },
    ),
    name: uniqueName(`submit.${action.id}`, drawing),
    form_action_type: "submit",
  }));
  const name = uniqueName(`form.${form.id}`, drawing);
  return [
    { tag: "form", name, elements: [...fields, ...toRow(submits)] },
    ...(form.cancel ? renderActions([form.cancel], drawing) : []),
  ];
}

const isTyped = (kind: Field["kind"]): kind is FormKinds[string] =>
  kind === "number" || kind === "date" || kind === "multiselect";

function renderLabel({ label, required, hint, kind }: Field): Element[] {
  const words = escapeMarkdown(shorten(label.replaceAll("\n", " ").trim(), limits.title));
  const star = required ? " <font color='red'>*</font>" : "";
  const heading =
    words || star ? [{ tag: "markdown", content: `${words && `**${words}**`}${star}` }] : [];
  // In an input the hint stands as its placeholder.
  const isInput = kind === "text" || kind === "multiline" || kind === "number";
  return hint && !isInput
    ? [...heading, ...renderText([{ t: "text", text: hint }], { note: true })]
    : heading;
}

function renderError({ error }: Field): Element[] {
  if (!error?.trim()) return [];
  const words = escapeMarkdown(shorten(error.replaceAll("\n", " "), limits.confirm));
  return [{ tag: "markdown", content: `<font color='red'>${words}</font>`, text_size: "notation" }];
}

function renderControl(field: Field, name: string, drawing: Drawing): Element[] {
  const base = { name, ...(field.required ? { required: true } : {}) };
  switch (field.kind) {
    case "text":
      return [renderInput({ ...base, input_type: "text" }, field)];
    case "number":
      return [
        renderInput({ ...base, input_type: "text" }, { ...field, value: toText(field.value) }),
      ];
    case "multiline":
      return [renderInput({ ...base, input_type: "multiline_text", rows: 3 }, field)];
    case "select":
    case "person":
      return renderSelect(base, field, drawing);
    case "multiselect":
      return renderMultiselect(base, field, drawing);
    case "date":
      return [{ tag: "date_picker", ...base, ...toDay(field.value) }];
    case "file":
      return renderText([{ t: "text", text: drawing.texts.lark.sendFile }], { note: true });
  }
}

function renderInput(
  base: object,
  { value, hint }: { value?: string | undefined; hint?: string },
): Element {
  const typed = clean(shorten(value ?? "", limits.input));
  return {
    tag: "input",
    ...base,
    width: "fill",
    max_length: limits.input,
    ...(hint?.trim() ? { placeholder: plainText(shorten(hint, limits.placeholder)) } : {}),
    ...(typed ? { default_value: typed } : {}),
  };
}

type Choice = { options: Option[]; hint?: string };

function renderSelect(
  base: object,
  field: Choice & { value?: string; nothing?: string },
  drawing: Drawing,
): Element[] {
  const options = toOptions(field, drawing, field.value ? [field.value] : []);
  if (options.length === 0) return renderNothingToChoose(drawing);
  const known = options.some(({ value }) => value === field.value);
  const chosen = known ? { initial_option: field.value } : {};
  const nothing = field.nothing ?? drawing.texts.lark.choose;
  const placeholder = plainText(shorten(nothing, limits.placeholder));
  return [{ tag: "select_static", ...base, width: "fill", placeholder, options, ...chosen }];
}

function renderMultiselect(
  base: object,
  field: Choice & { value?: string[] },
  drawing: Drawing,
): Element[] {
  const wanted = field.value ?? [];
  const options = toOptions(field, drawing, wanted);
  if (options.length === 0) return renderNothingToChoose(drawing);
  const chosen = options.map(({ value }) => value).filter((value) => wanted.includes(value));
  const selected = chosen.length > 0 ? { selected_values: chosen } : {};
  const placeholder = plainText(drawing.texts.lark.choose);
  return [
    { tag: "multi_select_static", ...base, width: "fill", placeholder, options, ...selected },
  ];
}

function renderNothingToChoose({ texts }: Drawing): Element[] {
  return renderText([{ t: "text", text: texts.common.noData }], { note: true });
}

/** Each value once, what is chosen first when not all fit. */
function toOptions({ options }: Choice, { detail, dropped }: Drawing, chosen: string[]) {
  const usable = new Map(
    options.filter(({ value }) => value).map((option) => [option.value, option]),
  );
  const all = [...usable.values()];
  if (all.length > detail.options) dropped.push(`${all.length - detail.options} choices`);
  const first = all.filter(({ value }) => chosen.includes(value));
  const kept =
    all.length > detail.options ? [...new Set([...first, ...all])].slice(0, detail.options) : all;
  return kept.map(({ value, label }) => ({
    text: plainText(shorten(label.trim() || value, limits.optionLabel)),
    value,
  }));
}

const toText = (value: number | undefined) =>
  value === undefined || !Number.isFinite(value) ? undefined : String(value);

const toDay = (value: string | undefined) =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { initial_date: value } : {};
