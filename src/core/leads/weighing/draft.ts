// Weights somebody is about to change: read from a form, carried by buttons until they are published.
import { Refused } from "../../errors.ts";
import type { Weights } from "../../facts.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reading } from "../../text/format.ts";
import { type Answer, textOf } from "../../use-case.ts";
import { factors } from "../factors.ts";
import { everybody, normaliseWeights } from "./weights.ts";

export type Draft = {
  weights: Weights;
  /** The version that was in force when it was begun; empty: none yet. */
  basedOn: string;
  /** The kind of customer they are for; `everybody` for all without their own. */
  segment: string;
};

/** Highest weight of one factor. */
export const highest = 100;

/** Throws Refused for whoever may only read. */
export function assertMayChange(person: Person): void {
  if (may(person, "weights.publish", {}, createOrg([], []))) return;
  throw new Refused("forbidden", `${person.role} may not change weights.`);
}

/** The draft as a button carries it. */
export function toParams({ weights, basedOn, segment }: Draft): Record<string, string> {
  return { weights: JSON.stringify(weights), basedOn, segment };
}

/** Buttons are ours: what they carry was checked when it was put there. */
export function fromParams(params: Record<string, string>): Draft {
  const { weights = "{}", basedOn = "" } = params;
  return { weights: JSON.parse(weights), basedOn, segment: segmentOf(params) };
}

/** What a button is about. */
export function segmentOf({ segment }: Record<string, string>): string {
  return segment ?? everybody;
}

export type ReadWeights = { weights: Weights } | { errors: Record<string, string> };

/** The form's numbers as whole points of 100, or what is wrong with each. */
export function readWeights(values: Answer["values"], { texts }: Reading): ReadWeights {
  const { change } = texts.weights;
  const given: Weights = {};
  const errors: Record<string, string> = {};
  for (const { id } of factors) {
    const written = textOf(values, id);
    const value = Number(written);
    if (written === "" || !(value >= 0 && value <= highest)) errors[id] = change.outside;
    else given[id] = value;
  }
  if (Object.keys(errors).length > 0) return { errors };
  const weights = normaliseWeights(given);
  return weights ? { weights } : { errors: { [factors[0].id]: change.allZero } };
}

/** "Deals won 24 → 30", for every factor that differs. */
export function changesBetween(before: Weights, after: Weights, { texts }: Reading): string[] {
  return factors.flatMap(({ id }) => {
    const [from, to] = [before[id] ?? 0, after[id] ?? 0];
    return from === to ? [] : [`${texts.leads.factors[id] ?? id} ${from} → ${to}`];
  });
}

/** A card's title, with the kind of customer it is about. */
export function titled(title: string, segment: string, { weights }: Reading["texts"]): string {
  return segment === everybody ? title : weights.segments.titled({ title, segment });
}
