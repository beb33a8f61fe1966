import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineDelayMs, retryDelayMs } from "../../../src/core/webhooks/retry.ts";

const failed = { status: 500, retryAfterMs: null };
const delay = (
  attempts: number,
  id = "whm_1",
  attempt: Parameters<typeof retryDelayMs>[0]["attempt"] = failed,
) => retryDelayMs({ message: { id, attempts }, attempt });

describe("the wait after a failure", () => {
  it("grows with each attempt, from about five seconds to at most eight hours", () => {
    const waits = Array.from({ length: 12 }, (_, attempts) => delay(attempts));
    expect(waits[0]).toBeGreaterThanOrEqual(4_000);
    expect(waits[0]).toBeLessThanOrEqual(5_000);
    for (const [index, wait] of waits.entries()) {
      expect(wait).toBeLessThanOrEqual(8 * 3_600_000);
      if (index > 0 && index < 7) expect(wait).toBeGreaterThan(waits[index - 1] ?? 0);
    }
  });

  it("is each message's own, within a fifth", () => {
    const waits = Array.from({ length: 200 }, (_, index) => delay(3, `whm_${index}`));
    expect(new Set(waits).size).toBeGreaterThan(100);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(0.8 * Math.max(...waits) - 1);
  });

  it("is never less than the receiver asks for, up to eight hours", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(40_000_000), (attempts, retryAfterMs) => {
        const wait = delay(attempts, "whm_1", { status: 429, retryAfterMs });
        expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfterMs, 8 * 3_600_000));
      }),
    );
  });

  it("of a receiver that is away doubles what has passed, up to half an hour", () => {
    expect([0, 5_000, 60_000, 86_400_000].map(lineDelayMs)).toEqual([
      5_000, 5_000, 60_000, 1_800_000,
    ]);
  });
});
