import { describe, expect, it } from "vitest";
import { isHeldOut, mayHoldOut } from "../../../src/core/journey/hold-out.ts";

describe("a hold-out", () => {
  const limit = { holdOutUpTo: 1_000, holdOutCurrency: "EUR" };

  it("never touches a deal above the size, in another currency, or of unknown size", () => {
    expect(mayHoldOut(limit, [])).toBe(true);
    expect(mayHoldOut(limit, [{ amount: 1_000, currency: "EUR" }])).toBe(true);
    for (const [amount, currency] of [
      [1_001, "EUR"],
      [10, "CNY"],
      [null, "EUR"],
    ] as const) {
      expect(mayHoldOut(limit, [{ amount, currency }])).toBe(false);
    }
    expect(mayHoldOut({ holdOutUpTo: null, holdOutCurrency: null }, [])).toBe(false);
  });

  it("draws the same customers every time, about as many as it says, others for another rule", () => {
    const customers = Array.from({ length: 20_000 }, (_, index) => `con_${index}`);
    const drawn = (rule: string) => customers.filter((one) => isHeldOut(one, rule, 0.1));
    expect(drawn("a")).toEqual(drawn("a"));
    expect(drawn("a").length).toBeGreaterThan(1_850);
    expect(drawn("a").length).toBeLessThan(2_150);
    const both = drawn("a").filter((one) => isHeldOut(one, "b", 0.1));
    expect(both.length).toBeLessThan(270);
    expect(customers.filter((one) => isHeldOut(one, "a", 0.9)).length).toBeLessThan(4_300);
  });
});
