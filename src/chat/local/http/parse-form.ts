// What a browser posts, checked. A posted form names its own fields, because an open dialog is kept nowhere.
import { z } from "zod";
import { Refused } from "../../../core/errors.ts";
import type { Texts } from "../../../core/text/en.ts";
import { shortcuts, type Values } from "../../adapter.ts";
import { type Asked, fieldKinds, parseAnswer } from "../answers.ts";
import type { Picked } from "../chat.ts";
import { limits } from "../limits.ts";

export type PostedMessage = { key: string; text: string; files: File[] };
export type PostedPress = { key: string; ref: string; inSheet: boolean };
export type PostedShortcut = PostedPress & Picked;
export type PostedForm = PostedPress & {
  /** The form's id on the page, under which its error lines are found. */
  form: string;
  asked: Asked[];
  typed: Map<string, string[]>;
  files: Map<string, File>;
};

/** Names of the inputs of a form: written by render/form.ts, read here. */
export const inputNames = {
  field: "field",
  form: "form",
  sheet: "sheet",
  answer: (name: string) => `answer:${name}`,
  kept: (name: string) => `kept:${name}`,
  describe: ({ kind, name, required }: Asked) => `${kind}${required ? "!" : ""}:${name}`,
};

const word = z.string().catch("");
const shortcutName = z.enum(shortcuts);
const elementId = z.string().regex(/^[\w-]{1,300}$/);
const described = z.tuple([z.string(), z.enum(fieldKinds), z.string(), z.string().min(1)]);

/** The composer: words, files, or both. */
export function parsePostedMessage(form: FormData): PostedMessage {
  const files = form.getAll("files").filter(isFile);
  if (files.length > limits.files) throw badRequest(`More than ${limits.files} files.`);
  return { key: word.parse(form.get("key")), text: word.parse(form.get("text")), files };
}

/** A pressed button; `inSheet` when it was in the open dialog. */
export function parsePostedPress(form: FormData): PostedPress {
  return {
    key: word.parse(form.get("key")),
    ref: word.parse(form.get("ref")),
    inSheet: form.get(inputNames.sheet) === "1",
  };
}

/** A shortcut from the bar, or from the menu of a message. */
export function parsePostedShortcut(form: FormData): PostedShortcut {
  const shortcut = shortcutName.safeParse(form.get("shortcut"));
  if (!shortcut.success) throw badRequest("There is no such shortcut.");
  const messageId = word.parse(form.get("message"));
  return { ...parsePostedPress(form), shortcut: shortcut.data, messageId };
}

/** A filled form, with what it asked for. */
export function parsePostedForm(form: FormData): PostedForm {
  const asked = form.getAll(inputNames.field).map(parseDescription);
  if (asked.length > limits.fields) throw badRequest(`More than ${limits.fields} fields.`);
  const id = elementId.safeParse(form.get(inputNames.form));
  if (!id.success) throw badRequest("The form has no id.");
  return {
    ...parsePostedPress(form),
    form: id.data,
    asked,
    typed: new Map(asked.map((field) => [field.name, parseTyped(form, field)])),
    files: new Map(
      asked.flatMap(({ name }) => {
        const file = form.getAll(inputNames.answer(name)).find(isFile);
        return file ? [[name, file]] : [];
      }),
    ),
  };
}

/** The answers that are right, and a sentence for each that is not. A fresh file counts as an answer. */
export function parseAnswers(
  posted: PostedForm,
  texts: Texts,
): { values: Values; errors: Record<string, string> } {
  const values: Values = {};
  const errors: Record<string, string> = {};
  for (const field of posted.asked) {
    if (posted.files.has(field.name)) continue;
    const { value, error } = parseAnswer(field, posted.typed.get(field.name) ?? [], texts);
    if (value !== undefined) values[field.name] = value;
    if (error !== undefined) errors[field.name] = error;
  }
  return { values, errors };
}

function parseDescription(entry: unknown): Asked {
  const parts = /^(\w+)(!?):(.+)$/s.exec(word.parse(entry));
  const result = described.safeParse(parts ? [...parts] : []);
  if (!result.success) throw badRequest("The form describes a field that does not exist.");
  const [, kind, mark, name] = result.data;
  return { kind, name, required: mark === "!" };
}

function parseTyped(form: FormData, { kind, name }: Asked): string[] {
  const source = kind === "file" ? inputNames.kept(name) : inputNames.answer(name);
  return form.getAll(source).flatMap((entry) => (typeof entry === "string" ? [entry] : []));
}

// An empty file input posts a nameless file of no bytes.
function isFile(entry: unknown): entry is File {
  return entry instanceof File && (entry.size > 0 || entry.name !== "");
}

function badRequest(message: string): Refused {
  return new Refused("local.bad-request", message);
}
