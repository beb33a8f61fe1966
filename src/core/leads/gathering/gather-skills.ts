// The skills that may count in assignment: of reps who agreed to that, and only what they shared.
import type { Person } from "../../model.ts";
import type { Purpose } from "../../people/consent.ts";
import type { Reader } from "../../ports.ts";
import { skills } from "../../training/playbook.ts";
import { weigh } from "../../training/twin/estimate.ts";
import type { SkillEvidence } from "../../training/twin/skill-evidence.ts";
import { visibleOf } from "../../training/twin/visible.ts";
import type { SharedSkill } from "./facts.ts";

const inFit: Purpose = "practice_in_fit";

/** Skills by rep; who did not agree, or shares nothing, is not in it. */
export async function gatherSkills(
  read: Reader,
  people: readonly Person[],
  now: number,
): Promise<Map<string, SharedSkill[]>> {
  const agreed = await read.consents.find({ purpose: inFit, withdrawnAt: null });
  const ids = new Set(agreed.map(({ personId }) => personId));
  const visible = await visibleOf(
    read,
    people.filter(({ id }) => ids.has(id)),
    now,
  );
  return new Map(
    visible
      .filter(({ evidence }) => evidence.length > 0)
      .map(({ person, evidence }) => [person.id, toShared(evidence, now)]),
  );
}

function toShared(evidence: readonly SkillEvidence[], now: number): SharedSkill[] {
  return skills.flatMap((skill) => {
    const own = evidence.filter((piece) => piece.skill === skill);
    if (own.length === 0) return [];
    const sum = { skill, passed: 0, checks: 0, hits: 0, of: 0 };
    for (const piece of own) {
      const { passed, failed } = weigh(piece, now);
      sum.passed += piece.passed;
      sum.checks += piece.checks;
      sum.hits += passed;
      sum.of += passed + failed;
    }
    return [sum];
  });
}
