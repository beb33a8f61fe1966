import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../src/calendar.ts";
import {
  addWorkingTime,
  fromLocalTime,
  isWorking,
  localTime,
  nextWorkingMoment,
} from "../../../src/core/people/working-time.ts";

const workdays = createCalendar();
const at = (iso: string) => Date.parse(iso);
const hour = 3_600_000;

describe("local time", () => {
  const zones = ["Asia/Shanghai", "Europe/London", "America/New_York", "Asia/Kolkata", "UTC"];

  it("and back is the same moment, to the minute, in every zone and season", () => {
    const moments = fc.integer({ min: at("2020-01-01"), max: at("2030-01-01") });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const minute = Math.floor(moment / 60_000) * 60_000;
        const there = localTime(minute, zone);
        // The hour that a clock shows twice stands for two moments, of which either is right.
        expect(Math.abs(fromLocalTime(there, zone) - minute) % hour).toBe(0);
        expect(localTime(fromLocalTime(there, zone), zone)).toEqual(there);
      }),
    );
  });

  it("within the hour that a clock change skips is after the change", () => {
    // London, 29 March 2026: 01:00 becomes 02:00.
    const skipped = fromLocalTime({ day: "2026-03-29", minutes: 90 }, "Europe/London");
    expect(new Date(skipped).toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });
});

describe("working time", () => {
  const london = { timeZone: "Europe/London", workdays };
  const shanghai = { timeZone: "Asia/Shanghai", workdays };

  it("is within office hours of a working day", () => {
    expect(isWorking(at("2026-11-23T09:00:00Z"), london)).toBe(true);
    expect(isWorking(at("2026-11-23T18:00:00Z"), london)).toBe(false);
    expect(isWorking(at("2026-11-22T12:00:00Z"), london)).toBe(false);
  });

  it("knows statutory holidays and the days worked in their place", () => {
    expect(isWorking(at("2026-12-25T10:00:00Z"), london)).toBe(false);
    expect(isWorking(at("2026-10-01T03:00:00Z"), shanghai)).toBe(false);
    // A Saturday worked for the National Day holiday.
    expect(isWorking(at("2026-10-10T03:00:00Z"), shanghai)).toBe(true);
  });

  it("goes on after nights, weekends and holidays", () => {
    const eve = at("2026-12-24T17:00:00Z");
    // One hour on Christmas Eve, then Monday is Boxing Day's substitute: Tuesday.
    expect(new Date(addWorkingTime(eve, 2 * hour, london)).toISOString()).toBe(
      "2026-12-29T10:00:00.000Z",
    );
  });

  it("is as long on the day the clocks change", () => {
    const friday = at("2026-03-27T17:00:00Z");
    // Friday still GMT, Monday already BST: 09:00 there is 08:00 UTC.
    expect(new Date(addWorkingTime(friday, 2 * hour, london)).toISOString()).toBe(
      "2026-03-30T09:00:00.000Z",
    );
  });

  it("adds up: two stretches are one", () => {
    const starts = fc.integer({ min: at("2026-01-01"), max: at("2026-12-31") });
    const stretch = fc.integer({ min: 0, max: 20 * hour });
    fc.assert(
      fc.property(starts, stretch, stretch, (start, a, b) => {
        const inTwo = addWorkingTime(addWorkingTime(start, a, london), b, london);
        const whole = addWorkingTime(start, a + b, london);
        // The end of a day and the next morning are the same working moment.
        expect(nextWorkingMoment(inTwo, london)).toBe(nextWorkingMoment(whole, london));
      }),
      { numRuns: 50 },
    );
  });

  it("ends where a calendar never works", () => {
    const never = { timeZone: "UTC", workdays: { isWorkday: () => false } };
    expect(nextWorkingMoment(0, never)).toBe(0);
    expect(addWorkingTime(0, hour, never)).toBe(hour);
  });
});
