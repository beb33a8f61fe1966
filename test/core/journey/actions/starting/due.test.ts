import { describe, expect, it } from "vitest";
import { dueAfter } from "../../../../../src/core/journey/actions/starting/due.ts";

const workdays = {
  isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay()),
};
const hourMs = 3_600_000;
const friday = Date.UTC(2026, 10, 27, 17);
const at = (dueInMs: number, timeZone = "UTC") =>
  new Date(dueAfter(friday, dueInMs, { timeZone, workdays })).toISOString();

describe("a deadline", () => {
  it("takes a day for a working day, over the weekend", () => {
    expect(at(24 * hourMs)).toBe("2026-11-30T17:00:00.000Z");
    expect(at(48 * hourMs)).toBe("2026-12-01T17:00:00.000Z");
  });

  it("counts hours in working hours of the person's own zone", () => {
    expect(at(4 * hourMs)).toBe("2026-11-30T12:00:00.000Z");
    expect(at(4 * hourMs, "Asia/Shanghai")).toBe("2026-11-30T05:00:00.000Z");
  });

  it("takes at most a day for what is less than a day", () => {
    expect(at(20 * hourMs)).toBe("2026-11-30T17:00:00.000Z");
  });
});
