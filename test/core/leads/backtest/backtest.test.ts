import { describe, expect, it } from "vitest";
import { backtest } from "../../../../src/core/leads/backtest/backtest.ts";
import { inventHistory } from "./histories.ts";

describe("a back-test", () => {
  it("finds evidence where reps really differ by industry, and a policy that wins more", () => {
    const { verdict, found } = backtest(inventHistory({ leads: 1500, skill: 0.9, seed: 2 }));
    expect(verdict).toEqual({ code: "evidence", reason: "gain_above_zero" });
    expect(found?.gain.lead_only.low).toBeGreaterThan(0);
    expect(found?.models.fit.auc.value).toBeGreaterThan(found?.models.lead_only.auc.value ?? 1);
    expect(found?.policy.difference.low).toBeGreaterThan(0);
  });

  it.each([1, 2, 3])("finds none where who works a lead does not matter (history %i)", (seed) => {
    const { verdict, found } = backtest(inventHistory({ leads: 900, skill: 0, seed }));
    expect(verdict).toEqual({ code: "no_evidence", reason: "gain_not_above_zero" });
    expect(found?.gain.lead_only.low).toBeLessThanOrEqual(0);
  });

  it("learns the lead's own odds, which round robin does not know", () => {
    const { found } = backtest(inventHistory({ leads: 1500, skill: 0, seed: 1 }));
    expect(found?.models.lead_only.auc.low).toBeGreaterThan(0.5);
    expect(found?.models.round_robin.auc).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it("learns nothing from what was decided after the split", () => {
    const { split } = backtest(inventHistory({ leads: 900, skill: 0 }));
    expect(split?.embargoed).toBeGreaterThan(0);
    expect((split?.train ?? 0) + (split?.test ?? 0) + (split?.embargoed ?? 0)).toBe(900);
  });

  it("says the same of the same history", () => {
    const history = inventHistory({ leads: 400, skill: 0.5 });
    expect(backtest(history)).toEqual(backtest(history));
  });

  it("says so where outcomes have no date, and goes on", () => {
    const { isDated, found } = backtest(inventHistory({ leads: 600, skill: 0, isDated: false }));
    expect(isDated).toBe(false);
    expect(found?.factors.find(({ factor }) => factor === "load")?.logOdds).toBe(0);
  });

  it.each([
    ["too_few", inventHistory({ leads: 20, skill: 0 })],
    ["one_rep", inventHistory({ leads: 400, reps: 1, skill: 0 })],
    [
      "one_outcome",
      inventHistory({ leads: 400, skill: 0 }).map((each) => ({ ...each, won: true })),
    ],
    ["too_few", inventHistory({ leads: 400, skill: 0 }).map((each) => ({ ...each, at: null }))],
    [
      "no_later_part",
      inventHistory({ leads: 400, skill: 0 }).map((each, at) => ({ ...each, won: at < 100 })),
    ],
  ])("concludes nothing, and says why: %s", (reason, history) => {
    const { verdict, found } = backtest(history);
    expect(verdict).toEqual({ code: "no_evidence", reason });
    expect(found).toBeNull();
  });
});
