// One field of a form, asked in a terminal.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Field, Option, Outcome } from "../../../core/card.ts";
import type { Texts } from "../../../core/text/en.ts";
import type { Values } from "../../adapter.ts";
import { type Answer, parseAnswer } from "../answers.ts";
import type { DroppedFile } from "../chat.ts";
import { mediaTypeOf } from "../media-types.ts";
import { clean } from "./columns.ts";
import type { Screen } from "./screen.ts";

/** Reads the next line somebody types; undefined when there are no more. */
export type Ask = (prompt: string) => Promise<string | undefined>;

export type Filling = {
  ask: Ask;
  screen: Screen;
  texts: Texts;
  /** Keeps a file and gives its asset id. */
  attach: (file: DroppedFile) => Promise<string>;
  /** Sends the answers; wrong ones come back as errors. */
  submit: (ref: string, values: Values) => Promise<Outcome>;
};

/** Asks one field until the answer is right; false when somebody stops. */
export async function askField(
  field: Field,
  { values, filling }: { values: Values; filling: Filling },
): Promise<boolean> {
  const { ask, screen } = filling;
  optionsOf(field).forEach((option, i) => {
    screen.print(`  ${i + 1}. ${clean(option.label)}`);
  });
  for (;;) {
    const line = await ask(toPrompt(field, filling));
    if (line === undefined || line.trim() === "/cancel") return false;
    const { value, error } = await readAnswer(field, toTyped(line, field), filling);
    if (error === undefined) {
      if (value !== undefined) values[field.name] = value;
      else delete values[field.name];
      return true;
    }
    screen.print(screen.paints.bad(`${clean(field.label)}: ${clean(error)}`));
  }
}

function toPrompt(field: Field, { texts, screen }: Filling): string {
  const { console: words } = texts.local;
  const how = {
    ...{ text: "", multiline: "", number: "", date: words.day, file: words.path },
    ...{ select: words.chooseNumber, person: words.chooseNumber, multiselect: words.chooseNumbers },
  }[field.kind];
  const hints = [field.hint, how].filter(Boolean).join("; ");
  const shown = labelOf(field);
  const mark = field.required ? "*" : "";
  const parts = [
    `${clean(field.label)}${mark}`,
    hints && screen.paints.soft(`(${clean(hints)})`),
    shown && `[${clean(shown)}]`,
  ];
  return `${parts.filter(Boolean).join(" ")}: `;
}

const optionsOf = (field: Field): Option[] => ("options" in field ? field.options : []);

function labelOf(field: Field): string {
  const chosen = [field.value ?? []].flat().map(String);
  const labels = optionsOf(field);
  return chosen
    .map((value) => labels.find((option) => option.value === value)?.label ?? value)
    .join(", ");
}

// Enter keeps what stands in the brackets, "-" empties it; options go by label, number or value.
function toTyped(line: string, field: Field): string[] {
  const text = line.trim();
  if (text === "-") return [];
  if (text === "") return [field.value ?? []].flat().map(String);
  const parts = field.kind === "multiselect" ? text.split(/[,\uff0c\u3001]/) : [text];
  return parts.map((part) => toOption(part, field));
}

function toOption(text: string, field: Field): string {
  const wanted = text.trim();
  const options = optionsOf(field);
  const same = (other: string) => other.toLowerCase() === wanted.toLowerCase();
  const chosen =
    options.find(({ label }) => same(label)) ??
    options[Number(wanted) - 1] ??
    options.find(({ value }) => same(value));
  return chosen?.value ?? wanted;
}

async function readAnswer(
  field: Field,
  typed: string[],
  { texts, attach }: Filling,
): Promise<Answer> {
  const { kind, name, required = false } = field;
  const answer = parseAnswer({ kind, name, required }, typed, texts);
  const options = optionsOf(field);
  const isKnown = (value: string) => options.some((option) => option.value === value);
  const isOffered = !("options" in field) || typed.filter(Boolean).every(isKnown);
  if (!isOffered) return { error: texts.local.errors.option };
  const path = answer.value;
  if (kind !== "file" || typeof path !== "string" || path === field.value) return answer;
  const file = await readLocalFile(path);
  if (!file) return { error: texts.local.console.noSuchFile(path) };
  return { value: await attach(file) };
}

/** A file from this machine, or nothing when it cannot be read. */
export async function readLocalFile(path: string): Promise<DroppedFile | undefined> {
  try {
    return { name: basename(path), mediaType: mediaTypeOf(path), bytes: await readFile(path) };
  } catch {
    return undefined;
  }
}
