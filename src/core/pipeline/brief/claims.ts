// Claims as cards show them: what is said, and what it rests on.
import { type Inline, text } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import { nameOf } from "../../identity/labels.ts";
import type { Contact, Deal, Touch } from "../../model.ts";
import type { Reading } from "../../text/format.ts";
import { withTitle } from "../../text/with-title.ts";
import { type Basis, type BasisReading, sayBasis } from "./basis.ts";
import { basisOfField, type Story } from "./story.ts";

/** "2 Dec 2026 (your update of 22 Nov 2026)". */
export function claim(words: string, basis: Basis, view: BasisReading): Inline[] {
  const { based } = view.reading.texts.briefing;
  return [text(words), text(based({ source: sayBasis(basis, view) }))];
}

/** "Wang Li, CFO". */
export function sayContact(contact: Contact, texts: Reading["texts"]): string {
  return withTitle(nameOf(contact), contact.title, texts);
}

/** "calls made · 2 Nov 2026 · phone". */
export function sayTalk({ type, at, source }: Touch, { texts, format }: Reading): string {
  const { customers } = texts;
  const what = customers.touches[type] ?? type;
  const from = customers.sources[source.replace(/^import:/, "")] ?? source;
  return `${what} · ${format.day(at)} · ${from}`;
}

/** The next step of a deal with its day, and whether that is past. */
export function nextStepClaim(story: Story, view: BasisReading, now: number): Inline[] {
  const { reading } = view;
  const { briefing } = reading.texts;
  const { deal } = story;
  if (!deal?.nextStep) return [text(briefing.noStep)];
  const words = `${deal.nextStep} · ${sayStepDay(deal, reading, now)}`;
  return claim(words, basisOfField(story, "nextStep"), view);
}

function sayStepDay({ nextStepDate: at }: Deal, { texts, format }: Reading, now: number): string {
  if (at === null) return texts.briefing.noDay;
  const day = format.day(at);
  // A day lasts until its end.
  return at + dayMs <= now ? texts.briefing.wasDue({ day }) : day;
}
