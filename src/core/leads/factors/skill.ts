import type { RepFacts } from "../facts.ts";
import { defineFactor, toPercent } from "./factor.ts";
import { againstTeam, shrink } from "./track-record.ts";

/**
 * The rep's skills where they chose to share them: the share of yes/no checks passed in shared practice and consented
 * calls, drawn towards the share of everybody who shares by a beta prior worth 10 checks, beside that share: 50 is as
 * the others do. Practice that is not shared never gets here, so it never counts against anybody (PRODUCT.md, "Rep
 * first").
 * Range 0..100. No data until the rep shares any.
 */
export const skill = defineFactor({
  id: "skill",
  neutral: 50,
  measure(_lead, rep, team) {
    const mine = sumChecks([rep]);
    if (mine.checks === 0) return null;
    const all = sumChecks(team.reps);
    const base = all.checks === 0 ? 0 : all.passed / all.checks;
    const share = shrink({ hits: mine.passed, of: mine.checks, base });
    return {
      value: againstTeam(share, base),
      reason: { code: "skill", params: { ...mine, team: toPercent(base) }, refs: [] },
    };
  },
});

function sumChecks(reps: readonly RepFacts[]): { passed: number; checks: number } {
  const shared = reps.flatMap(({ skills }) => skills ?? []);
  return {
    passed: shared.reduce((sum, { passed }) => sum + passed, 0),
    checks: shared.reduce((sum, { checks }) => sum + checks, 0),
  };
}
