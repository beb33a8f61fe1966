// What rules in chat need from where rules are written: files, and the text of a form.
import type { Problem } from "../../training/library.ts";
import type { Rule } from "../rules/rule.ts";

/** A rule as a file has it. */
export type FiledRule = { rule: Rule; source: unknown; origin: "shipped" | "own" };

export interface RuleFiles {
  /** Every rule of the files as they are now, and what is wrong with the company's own. */
  all(): Promise<{ rules: FiledRule[]; problems: Problem[] }>;
  /** What a text says, and everything wrong with it, with line, column and fix. */
  parse(text: string): Promise<{ rules: { rule: Rule; source: unknown }[]; problems: Problem[] }>;
  /** A rule as text again. */
  write(source: unknown): string;
}
