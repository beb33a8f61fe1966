// Three lines of the library for an action, in the customer's language.
import type { Language } from "../../../model.ts";
import { markBlanks } from "../../../training/fill-in.ts";
import type { Library } from "../../../training/library.ts";
import { type Entry, tactics } from "../../../training/playbook.ts";
import type { ScriptHit, ScriptSearch } from "../../../training/script-search.ts";
import { verticalNamed } from "../../../training/verticals.ts";
import type { Rule } from "../../rules/rule.ts";
import type { ActionLine } from "../next-action.ts";

/**
 * Finds lines; the same question has the same answer for a while, so that a crowd of matches asks once. Rejects with
 * RetryLater while the library is being read.
 */
export type FindLines = (wanted: {
  rule: Rule;
  language: Language;
  industry: string | null;
}) => Promise<ActionLine[]>;

type Options = { scripts: ScriptSearch; library: () => Library; clock: () => number };

const shown = 3;
const keptMs = 600_000;

/** Answers are kept for ten minutes, failures not at all. */
export function createFindLines(options: Options): FindLines {
  const known = new Map<string, { until: number; lines: Promise<ActionLine[]> }>();
  return ({ rule, language, industry }) => {
    const now = options.clock();
    const key = JSON.stringify([rule.id, rule.then.talkTrack, language, industry]);
    const kept = known.get(key);
    if (kept && kept.until > now) return kept.lines;
    const lines = findLines(options, { rule, language, industry });
    known.set(key, { until: now + keptMs, lines });
    // Asked again next time.
    lines.catch(() => known.delete(key));
    return lines;
  };
}

type Wanted = { rule: Rule; language: Language; industry: string | null };

/** An entry by its id is the first; then what the tactic has, of the customer's vertical before the others. */
async function findLines(
  { scripts, library }: Options,
  { rule, language, industry }: Wanted,
): Promise<ActionLine[]> {
  const { talkTrack } = rule.then;
  if (talkTrack === undefined) return [];
  const { playbooks } = library();
  const vertical = verticalNamed(industry ?? "", [
    ...new Set(playbooks.map((each) => each.vertical)),
  ]);
  const own = playbooks
    .filter((each) => each.language === language)
    .sort((one, other) => Number(other.vertical === vertical) - Number(one.vertical === vertical));
  const entry = own.flatMap(({ entries }) => entries).find(({ id }) => id === talkTrack);
  const tactic = entry?.tactic ?? tactics.find((each) => each === talkTrack);
  const query = [rule.name[language], rule.about[language], talkTrack].filter(Boolean).join(" ");
  const hits = await searchNear(scripts, query, {
    language,
    ...(tactic ? { tactic } : {}),
    ...(vertical ? { vertical } : {}),
  });
  const first = entry ? [toLine(entry, language)] : [];
  const rest = hits
    .filter((hit) => hit.entry.id !== entry?.id)
    .map((hit) => toLine(hit.entry, language));
  return [...first, ...rest].slice(0, shown);
}

type Filter = { language: Language; tactic?: Entry["tactic"]; vertical?: string };

/** From the vertical first; what it lacks comes from the others. Rejects with RetryLater while the library is read. */
export async function searchNear(
  scripts: ScriptSearch,
  query: string,
  { vertical, ...wide }: Filter,
): Promise<ScriptHit[]> {
  const near = vertical ? await scripts.search(query, { ...wide, vertical }, shown) : [];
  if (near.length >= shown) return near;
  const all = await scripts.search(query, wide, shown * 2);
  const ids = new Set(near.map(({ entry }) => entry.id));
  return [...near, ...all.filter(({ entry }) => !ids.has(entry.id))].slice(0, shown);
}

function toLine({ say, when }: Pick<Entry, "say" | "when">, language: Language): ActionLine {
  return { say: markBlanks(say[0] ?? "", language), when };
}
