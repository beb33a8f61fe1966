// How the demo shows on a terminal what each rep got.
import { renderTerminal } from "../chat/local/render-terminal.ts";
import { type Card, plain } from "../core/card.ts";
import type { Assignment } from "../core/leads/assignment.ts";
import type { Language, Person } from "../core/model.ts";
import { createFormat, type Format, readingOf } from "../core/text/format.ts";
import { textsFor } from "../core/text/texts.ts";
import type { Log } from "../log.ts";

export type DemoOptions = {
  language: Language;
  print: (line: string) => void;
  width: number;
  color: boolean;
  log: Log;
};

/** An assignment with the card its rep really has. */
export type Offer = { assignment: Assignment; rep: Person; card: Card };

/** The card whole, as its rep sees it. */
export function printCard(
  { rep, card }: Offer,
  { print, language, width, color }: DemoOptions,
): void {
  print("");
  print(textsFor(language).demo.gets({ rep: rep.name }));
  print(renderTerminal(card, { reading: readingOf(rep), width, color }));
}

/** The reasons, and the sum. */
export function printShort(
  { rep, card, assignment }: Offer,
  { print, language }: DemoOptions,
): void {
  const format = createFormat(language, rep.timeZone);
  print("");
  print(`  ${rep.name} ← ${card.title}`);
  for (const line of reasonsOf(card)) print(`    ${line}`);
  print(`    ${sumOf(assignment, format, language)}`);
}

function sumOf({ contributions, fit }: Assignment, format: Format, language: Language): string {
  const parts = contributions.map(({ points }) => format.points(points)).join(" + ");
  return textsFor(language).demo.sum({ parts, fit: format.points(fit) });
}

function reasonsOf(card: Card): string[] {
  const lines = card.blocks.flatMap((block) =>
    block.t === "text" ? plain(block.text).split("\n") : [],
  );
  return lines.filter((line) => line.startsWith("•"));
}
