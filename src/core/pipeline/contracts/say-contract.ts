// A contract in words, made from its structure: what a rep, a contributor or a manager reads of it.
import { dayMs } from "../../durations.ts";
import type { Stage } from "../../model.ts";
import { stages } from "../../model.ts";
import type { Reading } from "../../text/format.ts";
import type { Contract } from "./contract.ts";
import { writeOrders } from "./precedence.ts";

/** What people call the field. */
export function nameOfContract({ name, id }: Contract, { language }: Reading): string {
  return name[language] ?? name.en ?? name.zh ?? id;
}

/** A stage as people call it. */
export function sayStage(stage: string, { texts }: Reading): string {
  return texts.contracts.stages[stage] ?? stage;
}

/** A source as people call it; a system of its own keeps its name. */
export function saySource(source: string, { texts }: Reading): string {
  return texts.contracts.sources[source] ?? source;
}

/** "rep > CRM > import; manager > CRM". */
export function sayOrders({ precedence }: Contract, reading: Reading): string {
  return writeOrders(precedence)
    .map((chain) =>
      chain
        .split(" > ")
        .map((name) => saySource(name, reading))
        .join(" > "),
    )
    .join("; ");
}

/** How long, in days. */
export function sayDays(ms: number, { texts, format }: Reading): string {
  return texts.contracts.days({ days: format.number(ms / dayMs) });
}

/** Kinds of evidence, as a choice. */
export function sayKinds(kinds: readonly string[], { texts }: Reading): string {
  const { evidence, or } = texts.contracts;
  return kinds.map((kind) => evidence[kind] ?? kind).join(or);
}

/** The whole contract, sentence by sentence. */
export function sayContract(contract: Contract, reading: Reading): string[] {
  const { about } = contract;
  const said = about[reading.language] ?? about.en;
  return [
    ...(said ? [said] : []),
    ...sayPeople(contract, reading),
    ...sayAnswers(contract, reading),
    ...sayProofs(contract, reading),
    ...sayValidity(contract, reading),
    ...sayWords(contract, reading),
  ];
}

function sayPeople(contract: Contract, reading: Reading): string[] {
  const { say } = reading.texts.contracts;
  const { owner, mayOverride, precedence, counts } = contract;
  const listed = (names: readonly string[]) =>
    names.map((name) => saySource(name, reading)).join(reading.language === "zh" ? "、" : ", ");
  return [
    say.owner({ owner: saySource(owner, reading) }),
    ...(precedence.length > 0 ? [say.precedence({ order: sayOrders(contract, reading) })] : []),
    say.override({ roles: listed(mayOverride) }),
    ...(counts.estimated.length > 0 ? [say.estimated({ sources: listed(counts.estimated) })] : []),
    ...(counts.verified.length > 0 ? [say.verified({ sources: listed(counts.verified) })] : []),
  ];
}

function sayAnswers(
  { requiredFrom, onlyOpen, unknown, freshMs }: Contract,
  reading: Reading,
): string[] {
  const { say } = reading.texts.contracts;
  const required =
    requiredFrom === "lost"
      ? [say.requiredLost]
      : [requiredFrom].flatMap((stage) =>
          stage ? [say.required({ stage: sayStage(stage, reading) })] : [],
        );
  return [
    ...required,
    ...(requiredFrom && onlyOpen ? [say.onlyOpen] : []),
    ...(unknown
      ? [
          say.unknown({
            stage: sayStage(unknown.until, reading),
            time: sayDays(unknown.atMostMs, reading),
          }),
        ]
      : []),
    freshMs === null ? say.ageless : say.fresh({ time: sayDays(freshMs, reading) }),
  ];
}

function sayProofs({ evidence }: Contract, reading: Reading): string[] {
  const { say } = reading.texts.contracts;
  return stages.flatMap((stage: Stage) => {
    const kinds = evidence[stage];
    if (!kinds) return [];
    const words = { stage: sayStage(stage, reading), kinds: sayKinds(kinds, reading) };
    return [say.evidence(words)];
  });
}

function sayValidity({ valid }: Contract, reading: Reading): string[] {
  const { say } = reading.texts.contracts;
  const { least, most } = valid;
  if (least === undefined || most === undefined) return sayLimits({ least, most }, reading);
  const { number } = reading.format;
  return [say.between({ least: number(least), most: number(most) })];
}

type Limits = { least: number | undefined; most: number | undefined };

function sayLimits({ least, most }: Limits, reading: Reading): string[] {
  const { say } = reading.texts.contracts;
  const { number } = reading.format;
  return [
    ...(least === undefined ? [] : [say.least({ least: number(least) })]),
    ...(most === undefined ? [] : [say.most({ most: number(most) })]),
  ];
}

function sayWords({ valid }: Contract, { texts, language }: Reading): string[] {
  const { say } = texts.contracts;
  const { oneOf, notPast, mostCharacters, pattern } = valid;
  return [
    ...(oneOf ? [say.oneOf({ values: oneOf.join(language === "zh" ? "、" : ", ") })] : []),
    ...(notPast ? [say.notPast] : []),
    ...(mostCharacters === undefined ? [] : [say.characters({ count: mostCharacters })]),
    ...(pattern === undefined ? [] : [say.pattern({ pattern })]),
  ];
}

/** One demand on values, as when a value breaks it. */
export function sayDemand(contract: Contract, rule: string, reading: Reading): string {
  const valid = Object.entries(contract.valid).filter(([key]) => key === rule);
  const only = { ...contract, valid: Object.fromEntries(valid) };
  return [...sayValidity(only, reading), ...sayWords(only, reading)].join(" ");
}
