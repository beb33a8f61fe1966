// A card of Lark's as a person sees it: words, buttons, forms. Reads the JSON the emulator was sent.
import type { Values } from "../../src/chat/adapter.ts";
import { type Element, elementsOf } from "../../src/chat/lark/render/element.ts";
import type { StoredMessage } from "../emulators/lark/state.ts";
import type { Shown } from "./surfaces.ts";

type Content = StoredMessage["content"];
type Button = { label: string; ref: string; value: Record<string, unknown>; isSubmit: boolean };

export function toShown(content: Content, type: string): Shown {
  if (type === "text") return { text: String(content.text), buttons: [] };
  const header = (content.header ?? {}) as Record<string, unknown>;
  const elements = bodyOf(content);
  const form = elements.find(({ tag }) => tag === "form");
  const tags = (header.text_tag_list ?? []) as Element[];
  const head = [header.title, header.subtitle, ...tags.map(({ text }) => text)];
  // A cancel button stands after its form.
  const after = form ? elements.slice(elements.indexOf(form)) : [];
  const buttons = buttonsOf(elements.filter((element) => !after.includes(element)));
  const submits = buttonsOf(after);
  const inputs = form ? inputsOf(form) : [];
  return {
    text: [...head.map(wordsOf), ...elements.map(wordsOf)].filter(Boolean).join("\n"),
    buttons: buttons.map(({ label, ref }) => ({ label, ref })),
    ...(form
      ? {
          form: {
            fields: inputs.map(({ name }) => String(name)),
            submits: submits.map(({ label, ref }) => ({ label, ref })),
          },
        }
      : {}),
  };
}

/** The button that carries this ref, and the message it stands on. */
export function findButton(
  messages: StoredMessage[],
  ref: string,
): { messageId: string; value: object } | undefined {
  for (const { id, content } of messages.toReversed()) {
    const button = buttonsOf(bodyOf(content)).find((one) => one.ref === ref);
    if (button) return { messageId: id, value: button.value };
  }
  return undefined;
}

/** Whether the card is a form that a press opened, and not answered yet. */
export function isOpened(content: Content): boolean {
  return buttonsOf(bodyOf(content)).some(
    ({ value }) => value.opened === true && value.form !== undefined,
  );
}

/** Everything in the form as Lark sends it: text, defaults included; a day with its zone. */
export function toAnswers(messages: StoredMessage[], ref: string, values: Values): object {
  const place = findButton(messages, ref);
  const content = messages.find(({ id }) => id === place?.messageId)?.content ?? {};
  const form = bodyOf(content).find(({ tag }) => tag === "form");
  const inputs = form ? inputsOf(form) : [];
  const answers = inputs.map((input) => {
    const name = String(input.name);
    const given = values[name.replace(/~\d+$/, "")];
    const kept = input.default_value ?? input.initial_option ?? input.selected_values ?? "";
    return [name, given === undefined ? kept : toAnswer(given, input)];
  });
  return Object.fromEntries(answers);
}

/** What stands in red under each field. */
export function errorsOf(content: Content): Record<string, string> {
  const form = bodyOf(content).find(({ tag }) => tag === "form");
  const errors: Record<string, string> = {};
  let name = "";
  for (const element of (form?.elements ?? []) as Element[]) {
    if (typeof element.name === "string") name = element.name;
    const words = String(element.content ?? "");
    if (element.text_size === "notation" && words.startsWith("<font color='red'>"))
      errors[name] = wordsOf(element);
  }
  return errors;
}

function toAnswer(given: Values[string], { tag }: Element): unknown {
  if (Array.isArray(given)) return given;
  return tag === "date_picker" ? `${given} +0800` : String(given);
}

function bodyOf(content: Content): Element[] {
  return ((content.body as { elements?: Element[] } | undefined)?.elements ?? []) as Element[];
}

const inputsOf = (form: Element) =>
  elementsOf(form.elements)
    .map(({ element }) => element)
    .filter(({ tag }) =>
      ["input", "select_static", "multi_select_static", "date_picker"].includes(tag),
    );

function buttonsOf(elements: Element[]): Button[] {
  return elementsOf(elements).flatMap(({ element }) => {
    if (element.tag !== "button") return [];
    const [behavior] = element.behaviors as { value?: Record<string, unknown> }[];
    if (!behavior?.value) return [];
    const isSubmit = element.form_action_type === "submit";
    return [
      {
        label: wordsOf(element.text),
        ref: String(behavior.value.ref),
        value: behavior.value,
        isSubmit,
      },
    ];
  });
}

/** The words of an element, marks and entities undone. */
function wordsOf(part: unknown): string {
  if (typeof part !== "object" || part === null) return "";
  const element = part as Element;
  switch (element.tag) {
    case "plain_text":
      return String(element.content);
    case "markdown":
    case "lark_md":
      return toWords(String(element.content));
    case "div":
      return element.text ? wordsOf(element.text) : fieldsOf(element);
    case "table":
      return rowsOf(element);
    case "column_set":
    case "column":
    case "form":
    case "collapsible_panel":
      return childrenOf(element).map(wordsOf).filter(Boolean).join("\n");
    default:
      return "";
  }
}

const fieldsOf = ({ fields }: Element) =>
  (fields as { text: Element }[]).map(({ text }) => wordsOf(text).replace("\n", ": ")).join("\n");

function childrenOf({ tag, header, elements, columns }: Element): unknown[] {
  const title = tag === "collapsible_panel" ? [(header as { title: unknown }).title] : [];
  return [...title, ...((columns ?? elements ?? []) as unknown[])];
}

function rowsOf({ columns, rows }: Element): string {
  const heads = columns as { name: string; display_name: string }[];
  const lines = (rows as Record<string, string>[]).map((row) =>
    heads.map(({ name }) => toWords(row[name] ?? "")).join(" | "),
  );
  return [heads.map((head) => head.display_name).join(" | "), ...lines].join("\n");
}

function toWords(markdown: string): string {
  return markdown
    .replace(/<\/?font[^>]*>/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
