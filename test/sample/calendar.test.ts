import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hourMs } from "../../src/core/durations.ts";
import { addWorkingHours, nextWorkingTime, workingTime } from "../../src/sample/calendar.ts";
import { createRandom } from "../../src/sample/random.ts";

const moments = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
const offsets = fc.constantFrom(-8, -5, 0, 8);
const random = createRandom(1, "calendar test");

/** Local weekday (0 = Sunday) and hour. */
function local(at: number, offsetHours: number) {
  const date = new Date(at + offsetHours * hourMs);
  return { weekday: date.getUTCDay(), hour: date.getUTCHours() + date.getUTCMinutes() / 60 };
}

function expectAtWork(at: number, offsetHours: number) {
  const { weekday, hour } = local(at, offsetHours);
  expect([1, 2, 3, 4, 5]).toContain(weekday);
  expect(hour).toBeGreaterThanOrEqual(9);
  expect(hour).toBeLessThanOrEqual(18);
}

describe("working times of the sample", () => {
  it("lie on weekdays between nine and six, wherever one is", () => {
    fc.assert(
      fc.property(
        moments,
        offsets,
        fc.double({ min: 0, max: 60, noNaN: true }),
        (at, offset, hours) => {
          expectAtWork(workingTime(at, offset, random), offset);
          const next = nextWorkingTime(at, offset, random);
          expectAtWork(next, offset);
          expect(next).toBeGreaterThanOrEqual(at);
          expectAtWork(addWorkingHours(next, hours, offset), offset);
        },
      ),
    );
  });

  it("skip the night and the weekend", () => {
    const friday = Date.UTC(2026, 2, 13, 17);
    expect(addWorkingHours(friday, 3, 0)).toBe(Date.UTC(2026, 2, 16, 11));
  });
});
