// Names in a question: people, teams, industries and whatever else the records call things.
import type { MetricId } from "../metrics.ts";
import { canSplit } from "../query.ts";
import type { Named, Vocabulary } from "../vocabulary.ts";

/** A name as it stands in the text; several values where more than one thing is called so. */
export type ValueFound = { values: Named[]; start: number; end: number };

/** Every name there is, the longest where they overlap, in the order of the text. `words` keep their case. */
export function findValues(words: string, { named }: Vocabulary): ValueFound[] {
  const found = named.flatMap((value) =>
    value.names.flatMap((name) => placesOf(words, name).map((place) => ({ ...place, value }))),
  );
  const kept: ValueFound[] = [];
  for (const { start, end, value } of found.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const same = kept.find((one) => one.start === start && one.end === end);
    if (same) same.values.push(value);
    else if (!kept.some((one) => start < one.end && end > one.start)) {
      kept.push({ values: [value], start, end });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Of things called the same, those the metric has something to do with. */
export function fitting(values: readonly Named[], metric: MetricId): readonly Named[] {
  const fit = values.filter(({ dimension }) => canSplit(metric, dimension));
  const first = fit[0]?.dimension;
  return fit.filter(({ dimension }) => dimension === first);
}

function placesOf(words: string, name: string): { start: number; end: number }[] {
  if (name.length < 2) return [];
  return [...words.matchAll(patternOf(name))].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}

const patterns = new Map<string, RegExp>();

/** Latin names stand alone and short ones in capitals ("UK", not "uk"); Chinese ones anywhere. */
function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const plain = name.normalize("NFKC").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [before, after] = [/^[a-z\d]/i, /[a-z\d]$/i].map((edge) => edge.test(name));
  const text = `${before ? "(?<![a-zA-Z\\d])" : ""}${plain}${after ? "(?![a-zA-Z\\d])" : ""}`;
  const isShort = /^[A-Z]{2,3}$/.test(name) || / [A-Z]{2,3}$/.test(name);
  const pattern = new RegExp(text, isShort ? "gu" : "giu");
  if (patterns.size > mostPatterns) patterns.clear();
  patterns.set(name, pattern);
  return pattern;
}

/** Kept between questions; a large company has some thousands of names. */
const mostPatterns = 20_000;
