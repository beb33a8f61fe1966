// Lines to copy leave blanks for what only the rep knows: shown so that nobody sends one by mistake.
import type { Language } from "../model.ts";
import { textsFor } from "../text/texts.ts";

/** A line with its blanks, such as {date}, in brackets and in the line's own language: "[date]", 【日期】. */
export function markBlanks(line: string, language: Language): string {
  const { blank, blanks } = textsFor(language).scripts;
  return line.replace(/\{([^{}]{1,40})\}/g, (_, name: string) =>
    blank({ name: blanks[name] ?? name }),
  );
}
