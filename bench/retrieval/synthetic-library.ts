// Libraries of any size whose every line was written by a person: the shipped lines, dealt out anew.
import type { Library, Playbook, Sourced } from "../../src/core/training/library.ts";
import { type Entry, tactics } from "../../src/core/training/playbook.ts";

/** Verticals, so that one is a tenth of a language's entries; and scenarios, so that one is a hundredth. */
const [verticals, scenarios] = [10, 100];

/** What customers of the shipped scenarios say: queries that no entry was made from. */
export function listObjections({ playbooks }: Library): string[] {
  return playbooks.flatMap(({ scenarios: all }) =>
    all.flatMap(({ objections }) => objections.flatMap(({ says }) => says)),
  );
}

/** `size` entries in one language, each with lines of several shipped ones; the same in every run. */
export function makeLibrary(shipped: Library, size: number): Library {
  const known = shipped.playbooks.filter(({ language }) => language === "en");
  const lines = linesOf(known.flatMap(({ entries }) => entries));
  const next = createDraw();
  const playbooks = Array.from({ length: verticals }, (_, index): Playbook => {
    const count =
      Math.floor(((index + 1) * size) / verticals) - Math.floor((index * size) / verticals);
    const entries = Array.from({ length: count }, (__, at) => makeEntry(at, { lines, next }));
    const empty = { personas: [], scenarios: [], rubric: [], compliance: [] };
    return { vertical: `vertical-${index}`, language: "en", ...empty, entries };
  });
  return { playbooks };
}

type Lines = { customer: string[]; when: string[]; say: string[]; why: string[] };

function linesOf(entries: Entry[]): Lines {
  return {
    customer: entries.flatMap(({ customer }) => customer),
    when: entries.map(({ when }) => when),
    say: entries.flatMap(({ say }) => say),
    why: entries.map(({ why }) => why),
  };
}

type Dealer = { lines: Lines; next: (below: number) => number };

function makeEntry(at: number, { lines, next }: Dealer): Sourced<Entry> {
  const one = (from: string[]) => from[next(from.length)] ?? "";
  return {
    id: `entry-${at}`,
    tactic: tactics[next(tactics.length)] ?? "silence",
    scenarios: [`scenario-${next(scenarios)}`],
    when: one(lines.when),
    customer: [one(lines.customer), one(lines.customer)],
    say: [one(lines.say), one(lines.say), one(lines.say)],
    why: one(lines.why),
    at: { file: "synthetic", line: 1, column: 1, path: [at] },
  };
}

/** Park and Miller's generator (1988). */
function createDraw(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
