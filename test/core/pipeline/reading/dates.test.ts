// Dates as reps say them, whatever day it is.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { addDays, weekdayIn, weekdayOf } from "../../../../src/core/calendar-days.ts";
import { findDates } from "../../../../src/core/pipeline/reading/dates/find-dates.ts";

const workdays = createCalendar();
const read = (text: string, today: string, timeZone = "Asia/Shanghai") =>
  findDates(text, { today, timeZone, workdays }).map(({ day }) => day);
const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays("2024-01-01", count));
const names = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
const weekdays = fc.integer({ min: 1, max: 7 });

describe("dates in words", () => {
  it("put a weekday of next week into the next calendar week, in both languages", () => {
    fc.assert(
      fc.property(days, weekdays, (today, weekday) => {
        const expected = weekdayIn(today, { weekday, weeks: 1 });
        expect(read(`下周${"一二三四五六日"[weekday - 1]}`, today)).toEqual([expected]);
        expect(read(`next ${names[weekday - 1]}`, today)).toEqual([expected]);
      }),
    );
  });

  it("take a bare weekday for the next to come, within a week and never today", () => {
    fc.assert(
      fc.property(days, weekdays, (today, weekday) => {
        const [day = ""] = read(names[weekday - 1] ?? "", today);
        expect(day > today && day <= addDays(today, 7)).toBe(true);
        expect(weekdayOf(day)).toBe(weekday);
        expect(read(`周${"一二三四五六日"[weekday - 1]}`, today)).toEqual([day]);
      }),
    );
  });

  it("read the same end of the month in both languages, whose next day is a first", () => {
    fc.assert(
      fc.property(days, (today) => {
        const [day = ""] = read("end of month", today);
        expect(read("月底", today)).toEqual([day]);
        expect(addDays(day, 1).slice(8)).toBe("01");
        expect(day >= today).toBe(true);
      }),
    );
  });

  it("read every ISO day as itself", () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        expect(read(day, today)).toEqual([day]);
      }),
    );
  });

  it.each([
    ["end of next week", "2026-03-10", "2026-03-20"],
    ["国庆后", "2026-09-21", "2026-10-08"],
    ["五一后", "2026-04-20", "2026-05-06"],
    ["春节后", "2026-01-28", "2026-02-24"],
    ["端午后", "2026-06-11", "2026-06-22"],
    ["季度末", "2026-09-21", "2026-09-30"],
    ["下季度末", "2026-09-21", "2026-12-31"],
    ["end of q2", "2026-05-15", "2026-06-30"],
    ["the day after tomorrow", "2026-12-30", "2027-01-01"],
    ["大后天", "2026-12-30", "2027-01-02"],
    ["下个月15号", "2026-12-16", "2027-01-15"],
    ["jan 8", "2026-12-16", "2027-01-08"],
    ["3个工作日后", "2026-03-12", "2026-03-17"],
  ])("read %s on %s as %s", (text, today, day) => {
    expect(read(text, today)).toEqual([day]);
  });

  it("read figures by the country's order", () => {
    expect(read("3/12", "2026-01-05", "America/New_York")).toEqual(["2026-03-12"]);
    expect(read("3/12", "2026-11-05", "Europe/London")).toEqual(["2026-12-03"]);
  });

  it.each([
    "next week",
    "下周",
    "early march",
    "三月初",
    "tuesday or wednesday",
    "下周三或周四",
    "soon",
    "过几天",
    "the week of march 9",
    "around friday",
  ])("name no day in %s", (text) => {
    expect(read(text, "2026-03-10").every((day) => day === undefined)).toBe(true);
  });

  it("leave out what was corrected or denied", () => {
    expect(read("tuesday, no sorry, wednesday", "2026-03-10")).toEqual(["2026-03-11"]);
    expect(read("不是周三,是周四", "2026-03-10")).toEqual(["2026-03-12"]);
  });
});
