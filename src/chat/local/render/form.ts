// A form on the page. It names its own fields in hidden inputs; http/parse-form.ts reads them back.
import { html } from "hono/html";
import type { CallbackAction, Field, FormBlock, Option } from "../../../core/card.ts";
import { inputNames } from "../http/parse-form.ts";
import { uploadMegabytes } from "../limits.ts";
import type { Html, View } from "./text.ts";

/** A form as the page's own, with what was wrong beside each field. */
export function renderForm(form: FormBlock, view: View): Html {
  const { path, id, texts } = view;
  const submits = [
    renderSubmit(form.submit, form.submit.style ?? "primary"),
    ...(form.others ?? []).map((other) => renderSubmit(other, other.style ?? "plain")),
  ];
  // Cancelling presses a button: its form is another one, so that nothing typed is sent along.
  const cancel = form.cancel && renderSubmit(form.cancel, "quiet", `${id}-cancel`);
  return html`<form
      class="form" id="${id}" hx-post="${path}/submit" hx-encoding="multipart/form-data"
      hx-swap="none" novalidate autocomplete="off"
    >
      <input type="hidden" name="${inputNames.form}" value="${id}" />
      ${form.fields.map((field, index) => renderField(field, { id: `${id}-${index}`, texts }))}
      <div class="actions">${submits}${cancel}</div>
    </form>
    ${form.cancel && html`<form id="${id}-cancel" hx-post="${path}/press" hx-swap="none"></form>`}`;
}

/** The line under a field that says what is wrong; empty when nothing is. */
export function renderError(id: string, error: string | undefined, { swap = false } = {}): Html {
  return html`<p class="error" id="${id}-error" role="alert"${swap && html` hx-swap-oob="true"`}>${error}</p>`;
}

type Place = { id: string; texts: View["texts"] };

function renderSubmit(action: CallbackAction, style: string, form?: string): Html {
  return html`<button
    name="ref" value="${action.ref}" class="button ${style}" data-confirm="${action.confirm ?? ""}"
    ${form && html`form="${form}"`}
  >${action.label}</button>`;
}

function renderField(field: Field, { id, texts }: Place): Html {
  const isGroup = field.kind === "multiselect";
  const { label, hint, required = false, kind, name } = field;
  const mark = required
    ? html`<span class="required" title="${texts.local.required}">*<span class="unseen">${texts.local.required}</span></span>`
    : "";
  const caption = isGroup
    ? html`<legend>${label}${mark}</legend>`
    : html`<label for="${id}">${label}${mark}</label>`;
  const inside = html`${caption}
    <input type="hidden" name="${inputNames.field}" value="${inputNames.describe({ kind, name, required })}" />
    ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    ${renderControl(field, { id, texts })}
    ${renderError(id, field.error)}`;
  const describedBy = describe(field, id);
  return isGroup
    ? html`<fieldset class="field" id="${id}" aria-describedby="${describedBy}">${inside}</fieldset>`
    : html`<div class="field">${inside}</div>`;
}

const describe = ({ hint }: Field, id: string) => (hint ? `${id}-hint ${id}-error` : `${id}-error`);

function renderControl(field: Field, { id, texts }: Place): Html {
  const common = html`id="${id}" name="${inputNames.answer(field.name)}"
    aria-describedby="${describe(field, id)}" ${field.required && html`aria-required="true"`}
    ${field.error && html`aria-invalid="true"`}`;
  switch (field.kind) {
    case "text":
      return html`<input type="text" ${common} value="${field.value}" />`;
    case "number":
      return html`<input type="text" inputmode="decimal" class="short" ${common} value="${field.value}" />`;
    case "date":
      return html`<input type="date" class="short" ${common} value="${field.value}" />`;
    case "multiline":
      return html`<textarea rows="3" ${common}>${field.value}</textarea>`;
    case "select":
    case "person":
      return html`<select ${common}>${renderOptions(field, texts)}</select>`;
    case "multiselect":
      return renderChecks(field, id);
    case "file":
      return renderFile(field, common, texts);
  }
}

function renderOptions(
  { options, value, nothing }: { options: Option[]; value?: string; nothing?: string },
  { local }: View["texts"],
): Html[] {
  const choices = options.map(
    (option) =>
      html`<option value="${option.value}" ${option.value === value && html`selected`}>${option.label}</option>`,
  );
  return [html`<option value="">${nothing ?? local.choose}</option>`, ...choices];
}

function renderChecks(field: Extract<Field, { kind: "multiselect" }>, id: string): Html {
  const name = inputNames.answer(field.name);
  const checks = field.options.map(({ value, label }, index) => {
    const isChecked = field.value?.includes(value);
    return html`<label class="check" for="${id}-${index}"><input
      type="checkbox" id="${id}-${index}" name="${name}" value="${value}" ${isChecked && html`checked`}
    /><span>${label}</span></label>`;
  });
  return html`<div class="checks">${checks}</div>`;
}

function renderFile(
  field: Extract<Field, { kind: "file" }>,
  common: Html,
  { local }: View["texts"],
): Html {
  const accept = field.accept && html`accept="${field.accept}"`;
  const kept =
    field.value &&
    html`<p class="hint">${local.keptFile}</p>
      <input type="hidden" name="${inputNames.kept(field.name)}" value="${field.value}" />`;
  const tooBig = local.refusals.fileTooBig(uploadMegabytes);
  return html`${kept}<input type="file" ${common} ${accept} data-too-big="${tooBig}" />`;
}
