import { describe, expect, it } from "vitest";
import { bootstrap } from "../../../src/core/statistics/bootstrap.ts";

describe("a bootstrap", () => {
  it("draws whole groups: one customer's leads are not several witnesses", () => {
    const values = Float64Array.from({ length: 200 }, (_, at) => Number(at < 100));
    const mean = (times: Uint16Array) => ({
      mean:
        values.reduce((sum, value, at) => sum + value * (times[at] ?? 0), 0) /
        times.reduce((sum, each) => sum + each, 0),
    });
    const alone = bootstrap([...values.keys()], mean).mean;
    const grouped = bootstrap(
      [...values.keys()].map((at) => Math.floor(at / 20)),
      mean,
    ).mean;
    expect(grouped.high - grouped.low).toBeGreaterThan(2 * (alone.high - alone.low));
  });
});
