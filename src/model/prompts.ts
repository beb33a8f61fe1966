// The prompts of prompts/: one file per use and language, with what it is for before the text.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Language, languages } from "../core/model.ts";

/** What a model is used for; each has a prompt in both languages. */
export const promptNames = [
  "ask",
  "customer",
  "customer-mend",
  "judge",
  "licence-reading",
  "ready",
  "update-reading",
] as const;
export type PromptName = (typeof promptNames)[number];

const folder = new URL("../../prompts/", import.meta.url);

const headSchema = z.strictObject({
  purpose: z.string().min(10),
  language: z.enum(languages),
  /** The variables that its text and its words may name. */
  inputs: z.array(z.string().regex(/^[a-z][A-Za-z]*$/)),
  /** Which schema its answer is read by. */
  output: z.enum(["askQuery", "customerView", "judgement", "licence", "ready", "updateReading"]),
  /** Sentences that go into a variable, by what they are about. */
  words: z.record(z.string(), z.string().min(5)).default({}),
});

/** A prompt; `text` names its variables as {{variable}}. */
export type Prompt = z.output<typeof headSchema> & { text: string };

const read = new Map<string, Prompt>();

/** Reads a prompt, once. Throws when the file is not as it must be: it ships with Ringside. */
export function readPrompt(name: PromptName, language: Language): Prompt {
  const file = `${name}.${language}.md`;
  const known = read.get(file) ?? parsePrompt(readFileSync(new URL(file, folder), "utf8"), file);
  read.set(file, known);
  return known;
}

/** A prompt out of a file's text; `file` is named in what is wrong with it. */
export function parsePrompt(source: string, file: string): Prompt {
  const [, head, text] = /^---\n(.*?)\n---\n(.+)$/s.exec(source) ?? [];
  if (!head || !text)
    throw new Error(`${file} does not begin with front matter between --- lines.`);
  const prompt = { ...headSchema.parse(parse(head)), text: text.trim() };
  const named = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "");
  const unknown = named.filter((name) => !prompt.inputs.includes(name));
  const unused = prompt.inputs.filter((name) => !named.includes(name));
  if (unknown.length + unused.length === 0) return prompt;
  throw new Error(`${file}: text and inputs differ in ${[...unknown, ...unused].join(", ")}.`);
}
