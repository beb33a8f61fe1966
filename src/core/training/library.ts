// Every playbook there is, each thing with the place it was written, so that an answer can name its source.
import type { Language } from "../model.ts";
import type {
  Compliance,
  Entry,
  Persona,
  playbookFiles,
  Rubric,
  Scenario,
  Skill,
} from "./playbook.ts";

/** The name of one of the five files of a playbook. */
export type PlaybookFile = keyof typeof playbookFiles;

/** A place in a file, for people: line and column begin at 1. */
export type Place = { file: string; line: number; column: number };

/** Where in a file's value something lies, such as [3, "say", 0]. */
export type Path = readonly (string | number)[];

/** Something read from a file, with its place and its path there. */
export type Sourced<Value> = Value & { at: Place & { path: Path } };

/** One yes/no question of a rubric, with the skill it belongs to. */
export type RubricCheck = NonNullable<Rubric[Skill]>[number] & { skill: Skill };

/** What one vertical holds in one language; ids are unique within it, each kind for itself. */
export type Playbook = {
  vertical: string;
  language: Language;
  personas: Sourced<Persona>[];
  scenarios: Sourced<Scenario>[];
  entries: Sourced<Entry>[];
  rubric: Sourced<RubricCheck>[];
  compliance: Sourced<Compliance>[];
};

/** Every playbook, at most one per vertical and language; plain data, so that a worker thread can take it. */
export type Library = { playbooks: Playbook[] };

/** Something wrong with a playbook: where, what, and what to do about it. */
export type Problem = Place & { message: string; fix: string };

/** The playbook of a vertical in a language, if the library has one. */
export function findPlaybook(
  { playbooks }: Library,
  { vertical, language }: Pick<Playbook, "vertical" | "language">,
): Playbook | undefined {
  return playbooks.find((each) => each.vertical === vertical && each.language === language);
}

/** One library of two: `added` completes the playbooks of `base`. Both were checked together: no id is in both. */
export function joinLibraries(base: Library, added: Library): Library {
  const joined = base.playbooks.map((playbook) => {
    const more = findPlaybook(added, playbook);
    return more ? joinPlaybooks(playbook, more) : playbook;
  });
  const others = added.playbooks.filter((playbook) => !findPlaybook(base, playbook));
  return { playbooks: [...joined, ...others] };
}

function joinPlaybooks(base: Playbook, added: Playbook): Playbook {
  return {
    vertical: base.vertical,
    language: base.language,
    personas: [...base.personas, ...added.personas],
    scenarios: [...base.scenarios, ...added.scenarios],
    entries: [...base.entries, ...added.entries],
    rubric: [...base.rubric, ...added.rubric],
    compliance: [...base.compliance, ...added.compliance],
  };
}
