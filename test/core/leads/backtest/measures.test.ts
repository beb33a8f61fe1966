import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calibrationOf,
  createAuc,
  lossesOf,
} from "../../../../src/core/leads/backtest/measures.ts";
import { fitLogistic, sigmoid } from "../../../../src/core/statistics/logistic.ts";

const predictions = fc.array(
  fc.record({
    chance: fc.integer({ min: 1, max: 9 }),
    won: fc.boolean(),
    times: fc.nat({ max: 3 }),
  }),
  { minLength: 2, maxLength: 40 },
);

describe("the measures of a back-test", () => {
  it("agree with every pair counted one by one", () => {
    fc.assert(
      fc.property(predictions, (rows) => {
        const drawn = rows.flatMap((row) => new Array<typeof row>(row.times).fill(row));
        const pairs = drawn
          .filter(({ won }) => won)
          .flatMap((win) => drawn.filter(({ won }) => !won).map((loss) => [win, loss] as const));
        const right = pairs.reduce(
          (sum, [win, loss]) => sum + (Math.sign(win.chance - loss.chance) + 1) / 2,
          0,
        );
        const auc = createAuc(
          Float64Array.from(rows, ({ chance }) => chance / 10),
          rows.map(({ won }) => won),
        )(rows.map(({ times }) => times));
        if (pairs.length === 0) expect(auc).toBeNaN();
        else expect(auc).toBeCloseTo(right / pairs.length, 10);
      }),
    );
  });

  it("cost a sure mistake much and a sure hit nothing", () => {
    const [hit, mistake] = lossesOf(Float64Array.of(1, 1), [true, false]);
    expect(hit).toBeCloseTo(0, 5);
    expect(mistake).toBeGreaterThan(10);
  });

  it("find chances calibrated that come true as often as they say", () => {
    const chances = Float64Array.from({ length: 100 }, (_, at) => (at < 50 ? 0.2 : 0.8));
    const won = [...chances.keys()].map((at) => (at < 50 ? at % 5 === 0 : at % 5 !== 0));
    expect(calibrationOf(chances, won).ece).toBe(0);
  });
});

describe("the logistic regression", () => {
  const rows = Array.from({ length: 400 }, (_, at) => ({ at: [0, 1], by: [1, at % 2] }));
  const won = rows.map((_, at) => (at % 2 === 1 ? at % 8 < 6 : at % 8 < 2));

  it("finds the odds that are there", () => {
    const [base = 0, more = 0] = fitLogistic({ rows, won, ridge: Float64Array.of(0, 0) });
    const share = (odd: number) =>
      won.filter((is, at) => is && at % 2 === odd).length / (won.length / 2);
    expect(sigmoid(base)).toBeCloseTo(share(0), 6);
    expect(sigmoid(base + more)).toBeCloseTo(share(1), 6);
  });

  it("is drawn to 0 by its ridge", () => {
    const [, more = 0] = fitLogistic({ rows, won, ridge: Float64Array.of(0, 1e6) });
    expect(Math.abs(more)).toBeLessThan(0.01);
  });

  it("stays finite on outcomes that a column separates wholly", () => {
    const separated = rows.map(({ by }) => by[1] === 1);
    const found = fitLogistic({ rows, won: separated, ridge: Float64Array.of(0, 0.1) });
    expect([...found].every(Number.isFinite)).toBe(true);
  });
});
