// Figures in a model's words that nobody named: neither the scenario, with its facts, nor the talk.

import { figuresIn } from "../figures.ts";
import type { Plan } from "../model.ts";

/** Smaller counts are turns of phrase: "two more minutes", "一两句". A share is never one. */
const leastTold = 6;

/** "ISO 13485", "HL7": a name and no figure. */
const named = /\p{Lu}{2,}[ -]?\d[\d.:-]*|\b\p{Lu}+\d+\b/gu;

/** Whether the words name a figure that stands nowhere; with its unit, if it has one. */
export function hasInventedFigure(
  text: string,
  { scenario, persona }: Plan,
  before: readonly string[],
): boolean {
  const told = figuresIn(text.replace(named, "")).filter((figure) => isTold(figure));
  if (told.length === 0) return false;
  const sources = [...before, ...stringsIn(scenario), ...stringsIn(persona)].filter(holdsFigure);
  return !told.every((figure) => sources.some((source) => names(source, figure)));
}

/** A quick look, for a scenario has some two hundred lines. */
const anyFigure =
  /\d|[一二两三四五六七八九十百千]|six|seven|eight|nine|ten|eleven|twelve|teen|ty\b|hundred|thousand|per ?cent|%/i;
const holdsFigure = (text: string) => anyFigure.test(text);

/** With its unit, or bare where the words name it bare. */
function names(source: string, figure: string): boolean {
  return figuresIn(source).some((each) => each === figure || bare(each) === figure);
}

const bare = (figure: string) => figure.replace(/[^\d.,].*$/u, "");

function isTold(figure: string): boolean {
  return figure.includes("%") || Number.parseFloat(figure.replaceAll(",", "")) >= leastTold;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
