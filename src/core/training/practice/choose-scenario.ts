// Which scenario a rep gets when they name none: the one their weakest skill needs, not played lately.
import type { Language } from "../../model.ts";
import { toLooseKey } from "../../records/names.ts";
import type { Library, Playbook, Sourced } from "../library.ts";
import type { Entry, Scenario, Skill } from "../playbook.ts";
import { skillsOfTactic } from "../twin/skills-of-tactic.ts";

/** Why a scenario was picked; shown to the rep. */
export type Because = "weak" | "new" | "oldest" | "asked";

/** A scenario of the library, perhaps one objection of it. */
export type Choice = {
  vertical: string;
  language: Language;
  scenario: string;
  /** The objection of a drill. */
  drill?: string | undefined;
  because: Because;
};

type Wanted = {
  language: Language;
  /** The rep's own; without one, every vertical counts. */
  vertical?: string | undefined;
  weak?: Skill | undefined;
  /** Ids of scenarios, the one played last first. */
  played: readonly string[];
};

/**
 * Picks for a rep. Order: calls for the weak skill, was never played or longest ago, calls for it most, is easiest.
 * The one played last comes only when there is no other. Undefined when no playbook of the language has a scenario.
 */
export function chooseScenario(
  { playbooks }: Library,
  { language, vertical, weak, played }: Wanted,
): Choice | undefined {
  const ofLanguage = playbooks.filter((each) => each.language === language);
  const own = ofLanguage.filter((each) => each.vertical === vertical);
  const candidates = (own.some(hasScenarios) ? own : ofLanguage).flatMap((playbook) =>
    playbook.scenarios.map((scenario) => ({
      vertical: playbook.vertical,
      scenario,
      calls: callsFor(scenario, weak),
      lately: latelyOf(scenario.id, played),
    })),
  );
  const [best] = candidates.sort(
    (a, b) =>
      Number(isLast(a, played)) - Number(isLast(b, played)) ||
      Number(a.calls === 0) - Number(b.calls === 0) ||
      a.lately - b.lately ||
      b.calls - a.calls ||
      a.scenario.difficulty - b.scenario.difficulty,
  );
  if (!best) return undefined;
  const newOrOldest = best.lately === 0 ? "new" : "oldest";
  const because = best.calls > 0 ? "weak" : newOrOldest;
  return { vertical: best.vertical, language, scenario: best.scenario.id, because };
}

const hasScenarios = ({ scenarios }: Playbook) => scenarios.length > 0;

/** Objections of a scenario that put a skill to the test; handling objections as such, all of them do. */
function callsFor({ objections }: Scenario, weak: Skill | undefined): number {
  if (weak === undefined) return 0;
  return objections.filter(({ tactic }) => skillsOfTactic(tactic).includes(weak)).length;
}

/** 0: never; the more, the more lately. */
function latelyOf(id: string, played: readonly string[]): number {
  const at = played.indexOf(id);
  return at < 0 ? 0 : played.length - at;
}

function isLast({ scenario }: { scenario: Scenario }, [last]: readonly string[]): boolean {
  return scenario.id === last;
}

/** The scenario these words name, by its id or in its title; one of the rep's own vertical first. */
export function scenarioNamed(
  { playbooks }: Library,
  { words, language, vertical }: { words: string } & Pick<Wanted, "language" | "vertical">,
): Choice | undefined {
  const wanted = toLooseKey(words);
  if (wanted.length < 2) return undefined;
  const found = playbooks
    .filter((each) => each.language === language)
    .sort((a, b) => Number(b.vertical === vertical) - Number(a.vertical === vertical))
    .flatMap((playbook) => playbook.scenarios.map((scenario) => ({ playbook, scenario })))
    .find(
      ({ scenario }) =>
        toLooseKey(scenario.id) === wanted || toLooseKey(scenario.title).includes(wanted),
    );
  if (!found) return undefined;
  const { playbook, scenario } = found;
  return { vertical: playbook.vertical, language, scenario: scenario.id, because: "asked" };
}

/** Where an entry of the library can be drilled: an objection of its tactic, best in a scenario it belongs to. */
export function drillFor(
  { playbooks }: Library,
  { entry, vertical, language }: { entry: Entry } & Pick<Choice, "vertical" | "language">,
): Choice | undefined {
  const playbook = playbooks.find(
    (each) => each.vertical === vertical && each.language === language,
  );
  const raise = ({ objections }: Scenario) =>
    objections.find(({ tactic }) => tactic === entry.tactic)?.id;
  const fitting = (playbook?.scenarios ?? []).filter((scenario) => raise(scenario) !== undefined);
  const own = fitting.find(({ id }) => entry.scenarios.includes(id));
  const scenario: Sourced<Scenario> | undefined = own ?? fitting[0];
  if (!scenario) return undefined;
  const place = { vertical, language, scenario: scenario.id };
  return { ...place, drill: raise(scenario), because: "asked" };
}
