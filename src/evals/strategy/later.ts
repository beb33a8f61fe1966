// Of strategies that were switched on: how often one that still works is called fading, and one that stopped is.
import { type Share, shareOf } from "../../core/statistics/shares.ts";
import { judgeLater, type LaterCode } from "../../core/strategy/adoption/later-effect.ts";
import { testClaim } from "../../core/strategy/testing/test-claim.ts";
import { type Scenario, simulate, usual, windowDays } from "./simulate.ts";

/** What later looks found in one kind of invented team. */
export type LaterReport = { name: string; runs: number } & Record<LaterCode, Share>;

const scenarios: Record<string, Partial<Scenario>> = {
  "still works": { effect: 0.15 },
  "still works, 1,200 deals": { effect: 0.15, deals: 1_200 },
  "works half as well, 1,200 deals": { effect: 0.075, deals: 1_200 },
  "stopped working": {},
  "stopped working, 1,200 deals": { deals: 1_200 },
  "stopped working, 80 deals": { deals: 80, reps: 3 },
};
const claimed = { direction: "up", points: 10 } as const;
/** Of each history, what lies before it was switched on. */
const before = 0.2;

/** One look at the end of each history, at actions since a fifth of it had passed. */
export function evaluateLater(runs: number): LaterReport[] {
  return Object.entries(scenarios).map(([name, set]) => {
    const codes = Array.from({ length: runs }, (_, run) => {
      const { courses, from, to } = simulate({ ...usual, ...set }, 200_000 + run);
      const period = { from: from + (to - from) * before, to };
      return judgeLater(claimed, testClaim(courses, { windowDays }, period), claimed.points / 100);
    });
    const share = (wanted: LaterCode) =>
      shareOf(codes.filter((code) => code === wanted).length, runs);
    return {
      name,
      runs,
      holds: share("holds"),
      fading: share("fading"),
      unclear: share("unclear"),
    };
  });
}
