// What every factor says of everybody in a team, for one lead: a column per factor. What does not hang on the lead is
// measured once, so that deciding a lead among a thousand reps costs what is the lead's own.
import type { Column, Factor } from "../factors/factor.ts";
import { once, unknown } from "../factors/factor.ts";
import { factors } from "../factors.ts";
import type { Values } from "../fit.ts";
import type { LeadFacts, TeamFacts } from "./facts.ts";

/** Columns kept for a team: a thousand take a megabyte with a thousand reps. */
const mostKept = 1_000;

/** The columns of a lead, in the order of `factors`. */
export function columnsOf(lead: LeadFacts, team: TeamFacts): Column[] {
  return factors.map((factor) => columnOf(factor, lead, team));
}

/** One rep's line of some columns. */
export function lineOf(columns: readonly Column[], rep: number): Values {
  return columns.map((column) => {
    const value = column[rep];
    return value === undefined || value === unknown ? null : value;
  });
}

function columnOf(factor: Factor, lead: LeadFacts, team: TeamFacts): Column {
  if (factor.column) return factor.column(lead, team);
  if (!factor.keyOf) return measureAll(factor, lead, team);
  const kept = columnsKept(team);
  const key = `${factor.id} ${factor.keyOf(lead)}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const column = measureAll(factor, lead, team);
  kept.set(key, column);
  return column;
}

const columnsKept = once((_team: TeamFacts) => new Map<string, Column>());

function measureAll(factor: Factor, lead: LeadFacts, team: TeamFacts): Column {
  return Uint8Array.from(team.reps, (rep) => factor.measure(lead, rep, team)?.value ?? unknown);
}
