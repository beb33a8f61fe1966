// One text about several deals, taken apart: a part for each, where each part names its own deal.
import { toClauses } from "./clauses.ts";
import { fold } from "./folded.ts";
import { correction } from "./lexicon/doubt.ts";
import { readUpdate } from "./read-update.ts";
import { type Segment, toSegments } from "./segments.ts";
import type { UpdateContext, UpdateDeal } from "./understood.ts";

/** A stretch of the rep's text with the one deal it is about. */
export type Part = { dealId: string; text: string };

/** More than this in one message is a report, not an update. */
const mostParts = 6;

/**
 * The parts, in order, when there are two or more and every one of them names a deal of its own and states something
 * of it; else none, and the text has to be asked about.
 */
export function splitUpdate(text: string, context: UpdateContext): Part[] {
  const segments = toSegments(text, context.deals);
  const ids = segments.map(({ deals }) => deals[0] ?? "");
  const isEach = segments.every(({ deals, isOther }) => deals.length === 1 && !isOther);
  const isSplit = segments.length >= 2 && segments.length <= mostParts;
  if (!isSplit || !isEach || new Set(ids).size < ids.length) return [];
  const parts = segments.map((segment) => ({ dealId: segment.deals[0] ?? "", text: segment.text }));
  const isTold = segments.every(
    (segment) => isSaid(segment, context) && !correction.test(segment.text.toLowerCase()),
  );
  return isTold ? parts : [];
}

/**
 * What of a text is about this deal: all of it, unless stretches of it name others. A deal that no stretch names is
 * what "the other one" means.
 */
export function partAbout(
  text: string,
  { deals, dealId }: { deals: readonly UpdateDeal[]; dealId: string },
): string {
  const segments = toSegments(text, deals);
  if (segments.length < 2) return text;
  const own = segments.filter((segment) => segment.deals.includes(dealId) && !segment.isOther);
  const kept = own.length > 0 ? own : segments.filter(({ isOther }) => isOther);
  return kept.length > 0 ? kept.map((segment) => segment.text).join("\n") : text;
}

/** It states something of its deal, and reads alone as it reads in the whole: not as hearsay that begins before it. */
function isSaid({ text, deals, clauses }: Segment, context: UpdateContext): boolean {
  const alone = toClauses(fold(text).text).map(({ status }) => status);
  if (alone.join() !== clauses.map(({ status }) => status).join()) return false;
  const own = context.deals.filter(({ id }) => deals.includes(id));
  return Object.keys(readUpdate(text, { ...context, deals: own }).facts).length > 0;
}
