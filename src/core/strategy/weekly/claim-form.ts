// The short form of a strategy: what was done, with whom, what it changes, and why.
import type { Field, FormBlock } from "../../card.ts";
import { type Person, stages } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, textOf } from "../../use-case.ts";
import { type Claim, metrics, openStages, usualPoints, windowDays } from "../claim.ts";
import { isMetric, type ReadClaim } from "../read-claim.ts";
import { actionOptions, toAction, toOption, type Words } from "./vocabulary.ts";

type Form = { person: Person; words: Words; cardKey: string; read?: ReadClaim; why?: string };

const mostIndustries = 100;

/** The form, with what was understood filled in. */
export function claimForm(unit: Unit, form: Form): FormBlock {
  const { person, cardKey } = form;
  const { form: texts } = readingOf(person).texts.strategy;
  const action = "strategy.form.submit";
  const ref = unit.arm({ action, params: {}, personId: person.id, cardKey });
  return {
    ...{ t: "form", id: "strategy", fields: [...doneFields(form), ...effectFields(form)] },
    submit: { id: action, label: texts.submit, ref, style: "primary" },
  };
}

function doneFields({ person, words, read }: Form): Field[] {
  const { texts } = readingOf(person);
  const { form } = texts.strategy;
  const { action, population } = read ?? {};
  const any = { nothing: form.any };
  const stageName = (value: string) => texts.contracts.stages[value] ?? value;
  const teams = words.ownTeams.map(({ id, name }) => ({ value: id, label: name }));
  const industries = words.industries
    .slice(0, mostIndustries)
    .map((value) => ({ value, label: texts.leads.industries[value] ?? value }));
  return [
    {
      ...{ kind: "select", name: "action", label: form.action, required: true },
      options: actionOptions(words, person),
      ...(action ? { value: toOption(action) } : {}),
    },
    {
      ...{ kind: "multiselect", name: "stages", label: form.stages },
      options: openStages.map((value) => ({ value, label: stageName(value) })),
      ...(population?.stages.length ? { value: population.stages } : {}),
    },
    ...choice(
      { ...any, name: "industry", label: form.industry, value: population?.industry },
      industries,
    ),
    ...choice({ ...any, name: "team", label: form.team, value: population?.teamId }, teams),
  ];
}

type Choice = { name: string; label: string; nothing: string; value: string | undefined };

/** A list nobody has to choose from; none at all where there is nothing in it. */
function choice({ value, ...rest }: Choice, options: { value: string; label: string }[]): Field[] {
  if (options.length === 0) return [];
  const isKnown = options.some((option) => option.value === value);
  return [{ kind: "select", ...rest, options, ...(value && isKnown ? { value } : {}) }];
}

function effectFields({ person, read, why = "" }: Form): Field[] {
  const { form, claim } = readingOf(person).texts.strategy;
  const options = (names: Record<string, string>, values: readonly string[]) =>
    values.map((value) => ({ value, label: names[value] ?? value }));
  return [
    {
      ...{ kind: "select", name: "outcome", label: form.outcome, required: true },
      options: options(claim.outcomes, metrics),
      ...(read?.outcome ? { value: read.outcome } : {}),
    },
    {
      ...{ kind: "select", name: "direction", label: form.direction },
      options: options(form.directions, ["up", "down"]),
      value: read?.direction ?? "up",
    },
    { kind: "number", name: "points", label: form.points, value: read?.points ?? usualPoints },
    { kind: "number", name: "days", label: form.days, value: read?.windowDays ?? windowDays.usual },
    { kind: "multiline", name: "why", label: form.why, value: why },
  ];
}

/** What came back: the claim, or what is wrong at which field. */
export function readForm(
  values: Answer["values"],
  person: Person,
): { claim: Claim } | { errors: Record<string, string> } {
  const action = toAction(textOf(values, "action"));
  const outcome = textOf(values, "outcome");
  const errors = {
    ...wrongNumbers(values, person),
    ...(action && isMetric(outcome) ? {} : wrongChoices(values, person)),
  };
  if (!action || !isMetric(outcome) || Object.keys(errors).length > 0) return { errors };
  const direction = textOf(values, "direction") === "down" ? "down" : "up";
  const { days, points } = numbersOf(values);
  const claim: Claim = {
    ...{ action, population: readWhom(values), outcome, direction, points, windowDays: days },
    isSuggested: false,
  };
  return { claim };
}

function numbersOf(values: Answer["values"]): { days: number; points: number } {
  return {
    days: Number(textOf(values, "days") || windowDays.usual),
    points: Number(textOf(values, "points") || usualPoints),
  };
}

function wrongNumbers(values: Answer["values"], person: Person): Record<string, string> {
  const { form } = readingOf(person).texts.strategy;
  const { days, points } = numbersOf(values);
  const isDays = Number.isInteger(days) && days >= windowDays.least && days <= windowDays.most;
  return {
    ...(isDays ? {} : { days: form.badDays }),
    ...(points >= 1 && points <= 100 ? {} : { points: form.badPoints }),
  };
}

function wrongChoices(values: Answer["values"], person: Person): Record<string, string> {
  const { form } = readingOf(person).texts.strategy;
  return {
    ...(toAction(textOf(values, "action")) ? {} : { action: form.badAction }),
    ...(isMetric(textOf(values, "outcome")) ? {} : { outcome: form.badOutcome }),
  };
}

function readWhom(values: Answer["values"]): Claim["population"] {
  const industry = textOf(values, "industry");
  const teamId = textOf(values, "team");
  const chosen = textOf(values, "stages").split(", ");
  return {
    stages: stages.filter((stage) => chosen.includes(stage)),
    ...(industry ? { industry } : {}),
    ...(teamId ? { teamId } : {}),
  };
}
