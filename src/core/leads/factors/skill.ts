// Factor: strengths in what such customers object to.
import { groupBy } from "../../group-by.ts";
import type { Skill } from "../../training/playbook.ts";
import type { RepFacts, SharedSkill, TeamFacts } from "../gathering/facts.ts";
import { callsFor } from "../gathering/skill-calls.ts";
import { defineFactor, once, toPercent } from "./factor.ts";
import { againstTeam, shrink } from "./track-record.ts";

/**
 * The twin's strengths against the objections this kind of customer raises, of reps who agreed that practice counts in
 * assignment. Per skill the share of yes/no checks passed in shared practice and consented calls (weighed as in the
 * twin, older talks less), drawn towards everybody who shares by a beta prior worth 10 checks, beside their share: 50 is
 * as the others do. The mean over skills, each as often as the industry's playbook and the team's deals call for it.
 * Practice that is not shared never gets here, so it never counts against anybody.
 * Range 0..100. No data until the rep shares some, or while nothing is known of what such customers object to.
 */
export const skill = defineFactor({
  id: "skill",
  neutral: 50,
  keyOf: ({ account }) => account?.industry ?? "",
  measure({ account }, rep, team) {
    const calls = rep.skills ? callsFor(account?.industry, team) : new Map<Skill, number>();
    const tested = (rep.skills ?? []).filter((each) => (calls.get(each.skill) ?? 0) > 0);
    if (tested.length === 0) return null;
    let [sum, weights] = [0, 0];
    for (const each of tested) {
      const weight = calls.get(each.skill) ?? 0;
      sum += weight * besideOthers(each, team);
      weights += weight;
    }
    return {
      value: Math.round(sum / weights),
      reason() {
        const names = new Set(tested.map((each) => each.skill));
        const all = sumChecks(team.reps, names);
        const params = { ...sumChecks([rep], names), team: toPercent(all.passed / all.checks) };
        return { code: "skill", params, refs: [] };
      },
    };
  },
});

function besideOthers({ skill: name, hits, of }: SharedSkill, team: TeamFacts): number {
  const base = sharesOf(team).get(name) ?? 0;
  return againstTeam(shrink({ hits, of, base }), base);
}

/** Everybody's share of checks passed, by skill. */
const sharesOf = once(({ reps }: TeamFacts): ReadonlyMap<Skill, number> => {
  const shared = groupBy(
    reps.flatMap(({ skills = [] }) => skills),
    ({ skill: name }) => name,
  );
  return new Map(
    [...shared].map(([name, each]) => {
      const of = each.reduce((total, one) => total + one.of, 0);
      return [name, of === 0 ? 0 : each.reduce((total, one) => total + one.hits, 0) / of];
    }),
  );
});

function sumChecks(
  reps: readonly RepFacts[],
  names: ReadonlySet<Skill>,
): { passed: number; checks: number } {
  const shared = reps.flatMap(({ skills = [] }) => skills.filter((each) => names.has(each.skill)));
  return {
    passed: shared.reduce((sum, { passed }) => sum + passed, 0),
    checks: shared.reduce((sum, { checks }) => sum + checks, 0),
  };
}
