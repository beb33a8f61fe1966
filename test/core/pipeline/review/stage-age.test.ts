import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StageChange } from "../../../../src/core/facts.ts";
import { stageAge } from "../../../../src/core/pipeline/review/stage-age.ts";
import { testNow } from "../../../helpers/people.ts";
import { aDeal } from "../brief/stories.ts";

const dayMs = 86_400_000;
const move = (dealId: string, to: string, at: number, from: string | null = "new") =>
  ({
    id: `${dealId}${to}`,
    dealId,
    from,
    to,
    at,
    actorId: null,
    source: "x",
    evidence: null,
  }) as StageChange;
/** Won deals that stayed in proposal for so many days each. */
const won = (days: number[]) =>
  days.flatMap((stay, index) => [
    move(`dea_${index}`, "proposal", 0),
    move(`dea_${index}`, "won", stay * dayMs),
  ]);
const deal = aDeal({ stage: "proposal" });
const own = [move("dea_a", "proposal", testNow - 12 * dayMs)];

describe("the age of a stage", () => {
  it("counts since the deal came to it, and stands beside won deals: median and nine of ten", () => {
    const age = stageAge(deal, { own, won: won([1, 2, 3, 4, 5, 6, 7, 8, 9, 40]), now: testNow });
    expect(age).toMatchObject({ ageMs: 12 * dayMs, since: testNow - 12 * dayMs, known: 10 });
    expect(age.won).toEqual({
      ...{ medianMs: 5 * dayMs, mostMs: 9 * dayMs, deals: 10, quicker: 0.9 },
    });
  });

  it("compares with nothing below ten won deals, and says how many there are", () => {
    const age = stageAge(deal, { own, won: won([1, 2, 3, 4, 5, 6, 7, 8, 9]), now: testNow });
    expect(age).toMatchObject({ won: null, known: 9 });
  });

  it("of a new deal is that of the deal; of another, from when its stage was first recorded", () => {
    const openedAt = testNow - 300 * dayMs;
    const first = (to: string) => [move("dea_a", to, testNow - dayMs, null)];
    const fresh = aDeal({ stage: "new", openedAt });
    expect(stageAge(fresh, { own: first("new"), won: [], now: testNow }).since).toBe(openedAt);
    const later = aDeal({ stage: "proposal", openedAt });
    const moves = { own: first("proposal"), won: [], now: testNow };
    expect(stageAge(later, moves).ageMs).toBe(dayMs);
  });

  it("never has fewer than half of the won deals at or below the median, nor nine tenths at the most", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 10 }), (days) => {
        const age = stageAge(deal, { own, won: won(days), now: testNow });
        const share = (ms: number) => days.filter((day) => day * dayMs <= ms).length / days.length;
        expect(share(age.won?.medianMs ?? 0)).toBeGreaterThanOrEqual(0.5);
        expect(share(age.won?.mostMs ?? 0)).toBeGreaterThanOrEqual(0.9);
      }),
    );
  });
});
