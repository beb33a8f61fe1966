import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Assignment } from "../../../../src/core/leads/assigning/assignment.ts";
import { replay } from "../../../../src/core/leads/weighing/replay.ts";

type Values = Record<string, number>;

function past(values: Record<string, Values>, { known = true, blocked = "" } = {}) {
  const [first = "", ...others] = Object.keys(values);
  const factors = Object.keys(values[first] ?? {});
  const shareOf = (repId: string, factor: string) => values[repId]?.[factor] ?? 0;
  const contributions = factors.map((factor) => ({
    ...{ factor, value: shareOf(first, factor), weight: 0, points: 0, known },
    reason: { code: "no_data", params: {}, refs: [] },
  }));
  const assignment: Assignment = {
    ...{ id: "a", leadId: "led", repId: first, fit: 0, rank: 1, contributions },
    ...{ state: "offered", runnerUpId: null, weightVersionId: "w" },
    ...{ batch: 1, authorId: null, reason: null, declineReason: null, deadlineAt: null },
    ...{ decidedAt: 0, closedAt: null },
    alternatives: others.map((repId) => ({
      ...{ repId, fit: 0, rank: 1, open: 0, capacity: 1 },
      values: factors.map((factor) => (known ? shareOf(repId, factor) : null)),
      blockedBy: repId === blocked ? { code: "full", params: {}, refs: [] } : null,
    })),
  };
  return { assignment, worth: 1 };
}

const pair = { ana: { won_deals: 60, load: 20 }, ben: { won_deals: 40, load: 90 } };

describe("past leads under other weights", () => {
  it("go to whoever fits best then", () => {
    const { moves } = replay([past(pair)], { won_deals: 100 }, { load: 100 });
    expect(moves).toEqual([{ leadId: "led", fromId: "ana", toId: "ben" }]);
  });

  it("never go to somebody whom a limit kept out", () => {
    const { moves } = replay([past(pair, { blocked: "ben" })], { won_deals: 100 }, { load: 100 });
    expect(moves).toEqual([]);
  });

  it("are worth the wins that reps make of such deals", () => {
    const { wins } = replay([past(pair)], { won_deals: 100 }, { load: 100 });
    expect(wins?.before.value).toBe(0.6);
    expect(wins?.difference.value).toBe(-0.2);
  });

  it("promise no wins where no deals were closed", () => {
    expect(replay([past(pair, { known: false })], { load: 1 }, { load: 1 }).wins).toBeNull();
  });

  it("change nothing under the same weights, and fairness lies between 1/n and 1", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const values = fc.record({ won_deals: percent, load: percent });
    const leads = fc.array(fc.record({ ana: values, ben: values, cem: values }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(leads, percent, (rows, weight) => {
        const weights = { won_deals: weight, load: 100 - weight };
        const { moves, fairness } = replay(
          rows.map((row) => past(row)),
          weights,
          weights,
        );
        expect(moves).toEqual([]);
        expect(fairness.before).toBeGreaterThanOrEqual(1 / 3 - 1e-9);
        expect(fairness.before).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 20 },
    );
  });
});
