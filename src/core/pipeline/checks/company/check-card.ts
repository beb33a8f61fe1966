// One check as a card: each look with its outcome, what registers hold, when, and what could be written.
import { note, sentence } from "../../../blocks.ts";
import { type Block, type Card, type Inline, text } from "../../../card.ts";
import type { Spell } from "../../../identity/duplicates/company-name.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import { type Checked, type Entry, holds, type Line } from "./checked.ts";
import type { Offer } from "./find-offer.ts";
import { offerBlocks } from "./offer-blocks.ts";

export type CheckView = {
  person: Person;
  checked: Checked;
  /** Somebody is being asked still. */
  isAsking: boolean;
  offer: Offer | undefined;
  key: string;
  spell: Spell;
};

/** The card. */
export function checkCard(unit: Unit, view: CheckView): Card {
  const { person, checked, isAsking, offer, key, spell } = view;
  const reading = readingOf(person);
  const { checks } = reading.texts;
  const { type, value, country, at } = checked;
  const title = titleOf(view, reading);
  const { format } = reading;
  return {
    ...{ key, title, summary: title, tone: toneOf(view) },
    blocks: [
      sentence(checks.is({ value, what: checks.types[type] ?? type, country: country ?? "" })),
      ...checked.lines.map((line) => sentence(`${marks[line.result]} ${sayLine(line, reading)}`)),
      ...checked.entries.map((entry) => entryBlock(entry, reading)),
      ...(offer ? offerBlocks(unit, { person, offer, key, spell }, reading) : []),
      ...(isAsking ? [] : [note(checks.checkedOn({ day: format.day(at), time: format.time(at) }))]),
      ...(isCode(checked) && checked.entries.length === 0 ? [note(checks.limits)] : []),
    ],
  };
}

/** The card for what is none of the kinds there are. */
export function unknownCard(person: Person, key: string): Card {
  const { checks } = readingOf(person).texts;
  const { unknown: title, knows } = checks;
  return { key, title, summary: title, tone: "info", blocks: [sentence(knows)] };
}

/** One line in words. */
export function sayLine({ says, params }: Line, { texts: { checks } }: Reading): string {
  const said = checks.says[says];
  return typeof said === "function" ? said(params) : (said ?? says);
}

const marks = { passed: "✓", failed: "✗", not_checked: "○" } as const;

function titleOf({ checked, isAsking }: CheckView, { texts: { checks } }: Reading): string {
  if (isAsking) return checks.asking;
  if (!holds(checked)) return checks.wrong;
  const isWhole = checked.lines.every(({ result }) => result === "passed");
  return isWhole ? checks.holds : checks.unsure;
}

function toneOf({ checked, isAsking }: CheckView): Card["tone"] {
  if (isAsking) return "info";
  return holds(checked) ? "good" : "warn";
}

const isCode = ({ type }: Checked) =>
  type === "creditCode" || type === "vatId" || type === "registrationNumber" || type === "lei";

function entryBlock(entry: Entry, { texts: { checks } }: Reading): Block {
  const { register, name, otherNames, country, creditCode, address, foundedYear, url } = entry;
  const known: [string, string | number | null][] = [
    [checks.entry.name({ register }), name],
    [checks.entry.otherNames, otherNames.slice(0, 3).join(" · ")],
    [checks.entry.country, country],
    [checks.entry.creditCode, creditCode],
    [checks.entry.address, address],
    [checks.entry.foundedYear, foundedYear],
  ];
  const items = known
    .filter(([, value]) => value !== null && value !== "")
    .map(([label, value]) => ({ label, value: [text(String(value))] as Inline[] }));
  const link: Inline[] = url ? [{ t: "link", text: register, url }] : [];
  return {
    t: "fields",
    items: [...items, ...(url ? [{ label: checks.entry.link, value: link }] : [])],
  };
}
