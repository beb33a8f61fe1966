// The plan of a session: a scenario with its person and what answers it, copied out of the library.
import { NotFound } from "../../errors.ts";
import type { Language } from "../../model.ts";
import type { Library, Playbook, Sourced } from "../library.ts";
import type { Plan } from "./model.ts";
import { nearestNames } from "./nearest-names.ts";

/** Which scenario; `drill` keeps one objection of it, `level` makes the customer easier (-1) or harder (1). */
export type PlanOptions = {
  scenario: string;
  language: Language;
  vertical?: string | undefined;
  drill?: string | true | undefined;
  level?: -1 | 0 | 1;
};

/** One step easier or harder, in trust and patience at the start. */
const levelStep = 0.12;

/** The plan for a scenario. Throws NotFound when no playbook of that language has it. */
export function toPlan({ playbooks }: Library, options: PlanOptions): Plan {
  const { scenario: id, language, vertical, drill, level = 0 } = options;
  const playbook = playbooks.find(
    (each) =>
      each.language === language &&
      (!vertical || each.vertical === vertical) &&
      each.scenarios.some((scenario) => scenario.id === id),
  );
  const scenario = playbook?.scenarios.find((each) => each.id === id);
  const persona = playbook?.personas.find((each) => each.id === scenario?.persona);
  if (!playbook || !scenario || !persona) throw noScenario(playbooks, options);
  const objections = drill ? [pickObjection(scenario.objections, drill)] : scenario.objections;
  return {
    vertical: playbook.vertical,
    language,
    scenario: { ...withoutPlace(scenario), objections },
    persona: withLevel(withoutPlace(persona), level),
    rubric: playbook.rubric.map(withoutPlace),
    compliance: playbook.compliance.map(withoutPlace),
    tracks: Object.fromEntries(objections.map((each) => [each.id, tracksFor(playbook, id, each)])),
    isDrill: drill !== undefined,
  };
}

function noScenario(playbooks: readonly Playbook[], { scenario, language }: PlanOptions): NotFound {
  const own = playbooks.filter((each) => each.language === language);
  const ids = own.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
  const elsewhere = playbooks.find((each) => each.scenarios.some(({ id }) => id === scenario));
  const close = nearestNames(scenario, ids).join(", ");
  const where = elsewhere ? ` ${elsewhere.vertical} has it in ${elsewhere.language}.` : "";
  const message = `No scenario ${scenario} in ${language}.${where} Close to it: ${close}.`;
  return new NotFound("scenario", message, { scenario });
}

type Objections = Plan["scenario"]["objections"];

function pickObjection(objections: Objections, drill: string | true): Objections[number] {
  const named = objections.find(({ id }) => id === drill) ?? objections[0];
  if (!named) throw new Error("A scenario has at least three objections.");
  return named;
}

/** The talk tracks for an objection: of its tactic, for this scenario or for any. */
function tracksFor(
  { entries }: Playbook,
  scenario: string,
  { tactic }: Objections[number],
): string[] {
  return entries
    .filter(
      (entry) =>
        entry.tactic === tactic &&
        (entry.scenarios.length === 0 || entry.scenarios.includes(scenario)),
    )
    .flatMap(({ say }) => say);
}

function withLevel(persona: Plan["persona"], level: number): Plan["persona"] {
  const move = (value: number) => Math.min(0.9, Math.max(0.1, value - level * levelStep));
  const { trust, patience } = persona.mood;
  return { ...persona, mood: { trust: move(trust), patience: move(patience) } };
}

function withoutPlace<Value>({
  at: _,
  ...value
}: Sourced<Value>): Omit<Sourced<Value>, "at"> & Value {
  return value as Omit<Sourced<Value>, "at"> & Value;
}
