// Who answers best, by skill: the rep whose interval begins highest, of what they shared. Pure.
import { type Skill, skills } from "../../playbook.ts";
import { toTwin } from "../estimate.ts";
import type { Visible } from "../visible.ts";

/** Fewer talks say little, however well they went (ours). */
const fewestTalks = 3;
/** The interval begins above this: nineteen times out of twenty more checks pass than fail. */
const leastLow = 50;

/** One rep at the top of one skill, by the lower end of the 90 % interval. */
export type Top = { skill: Skill; personId: string; low: number; high: number; talks: number };

/** One for each skill that has one; `visible` holds shared evidence alone. Of equal ones the smaller id. */
export function topPerformers(visible: readonly Visible[], now: number): Top[] {
  const twins = visible.map(({ person, evidence }) => ({
    personId: person.id,
    twin: toTwin(evidence, now),
  }));
  return skills.flatMap((skill) => {
    const [best] = twins
      .flatMap(({ personId, twin }): Top[] => {
        const state = twin[skill];
        if (!state || state.evidence < fewestTalks || state.low < leastLow) return [];
        return [{ skill, personId, low: state.low, high: state.high, talks: state.evidence }];
      })
      .sort((a, b) => b.low - a.low || (a.personId < b.personId ? -1 : 1));
    return best ? [best] : [];
  });
}
