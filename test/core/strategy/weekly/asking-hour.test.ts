import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { localTime } from "../../../../src/core/people/working-time.ts";
import {
  askingTime,
  readHour,
  usualHour,
} from "../../../../src/core/strategy/weekly/asking-hour.ts";

const workdays = createCalendar();
const everyDay = { isWorkday: () => true };

describe("the hour of the weekly question", () => {
  it.each([
    ["Thursday 16:00", 4, 16 * 60],
    ["thu 4pm", 4, 16 * 60],
    ["Mondays at 8:30", 1, 8 * 60 + 30],
    ["周四16:00", 4, 16 * 60],
    ["周四 下午4点", 4, 16 * 60],
    ["星期一上午9点半", 1, 9 * 60 + 30],
    ["礼拜二晚上7点20分", 2, 19 * 60 + 20],
    ["周五１０：００", 5, 600],
  ])("is read from %s", (words, weekday, minutes) => {
    expect(readHour(words)).toEqual({ weekday, minutes });
  });

  it.each([
    ...["", "Thursday", "16:00", "Someday 16:00", "Thursday 3:00", "Thursday 23:00", "周四 25:00"],
    ...["Thursday 16:75", "周四", "每天 16:00", "Thursday 16:00 and Friday"],
  ])("is not read from “%s”", (words) => {
    expect(readHour(words)).toBeUndefined();
  });

  it("is that hour where they are, within the week that is planned, on any day and across clock changes", () => {
    const zones = fc.constantFrom(
      "Asia/Shanghai",
      "America/New_York",
      "Europe/London",
      "Pacific/Auckland",
    );
    const hour = fc.record({
      ...{ weekday: fc.integer({ min: 1, max: 7 }), minutes: fc.integer({ min: 480, max: 1200 }) },
    });
    const week = fc.integer({ min: 2_900, max: 3_000 });
    fc.assert(
      fc.property(zones, hour, week, (timeZone, wanted, number) => {
        const from = number * 7 * 86_400_000;
        const at = askingTime(wanted, { from, timeZone, workdays: everyDay });
        expect(at).toBeGreaterThanOrEqual(from);
        // A clock change may make the week an hour longer.
        expect(at).toBeLessThan(from + 7 * 86_400_000 + 3_600_000);
        const { day, minutes } = localTime(at, timeZone);
        expect([new Date(day).getUTCDay() || 7, minutes]).toEqual([wanted.weekday, wanted.minutes]);
      }),
    );
  });

  it("is the same hour of the next day that is worked, after a holiday", () => {
    // Friday 1 May 2026 begins China's holiday; the next day worked is Wednesday 6 May.
    const shanghai = { from: Date.UTC(2026, 3, 30), timeZone: "Asia/Shanghai", workdays };
    expect(askingTime(usualHour, shanghai)).toBe(Date.UTC(2026, 4, 6, 2));
  });
});
