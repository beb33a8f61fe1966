import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { readClock, sayClock } from "../../../../src/core/people/clock-words.ts";
import {
  periodOf,
  readReportDay,
  workdayFrom,
} from "../../../../src/core/pipeline/reports/period.ts";
import { decideOffer } from "../../../../src/core/pipeline/reports/set-offer.ts";

const workdays = createCalendar();
const hourMs = 3_600_000;
const iso = (at: number) => new Date(at).toISOString();

describe("the period of a report", () => {
  it("is the person's own day, in Shanghai and in New York", () => {
    const shanghai = periodOf("day", "2026-11-23", { timeZone: "Asia/Shanghai", workdays });
    expect([iso(shanghai.from), iso(shanghai.to)]).toEqual([
      "2026-11-22T16:00:00.000Z",
      "2026-11-23T16:00:00.000Z",
    ]);
    const york = periodOf("day", "2026-11-23", { timeZone: "America/New_York", workdays });
    expect(iso(york.from)).toBe("2026-11-23T05:00:00.000Z");
  });

  it("has 23 hours when clocks go forward and 25 when they go back", () => {
    const place = { timeZone: "America/New_York", workdays };
    const length = (day: string) => {
      const { from, to } = periodOf("day", day, place);
      return (to - from) / hourMs;
    };
    expect(length("2026-03-08")).toBe(23);
    expect(length("2026-11-01")).toBe(25);
    const week = periodOf("week", "2026-11-01", place);
    expect((week.to - week.from) / hourMs).toBe(7 * 24 + 1);
  });

  it("of a week runs from Monday to Sunday, whichever day was named", () => {
    const place = { timeZone: "UTC", workdays };
    for (const day of ["2026-11-23", "2026-11-25", "2026-11-29"]) {
      expect(periodOf("week", day, place)).toMatchObject({
        ...{ day: "2026-11-23", lastDay: "2026-11-29" },
        next: { day: "2026-11-30", lastDay: "2026-12-06" },
      });
    }
  });

  it("looks ahead to the next working day, over weekends and holidays", () => {
    const china = { timeZone: "Asia/Shanghai", workdays };
    expect(periodOf("day", "2026-11-27", china).next.lastDay).toBe("2026-11-30");
    expect(periodOf("day", "2026-09-30", china).next.lastDay).toBe("2026-10-08");
    expect(workdayFrom("2026-10-07", china, -1)).toBe("2026-09-30");
  });
});

describe("the day that is meant", () => {
  const today = "2026-11-25"; // a Wednesday
  it.each([
    ["", "2026-11-25"],
    ["yesterday", "2026-11-24"],
    ["昨天", "2026-11-24"],
    ["前天", "2026-11-23"],
    ["for Monday", "2026-11-23"],
    ["周五", "2026-11-20"],
    ["11月20日", "2026-11-20"],
    ["2026-11-20", "2026-11-20"],
    ["last week", "2026-11-18"],
    ["上周", "2026-11-18"],
  ])("is read from “%s”", (words, day) => {
    expect(readReportDay(words, today)).toBe(day);
  });

  it("is still to come where that was said, and none where no day was", () => {
    expect(readReportDay("tomorrow", today)).toBe("2026-11-26");
    expect(readReportDay("下周三", today)).toBe("2026-12-02");
    expect(readReportDay("for the boss", today)).toBeUndefined();
  });
});

describe("a time of day", () => {
  it.each([
    ["8:30", "8:30"],
    ["at 08:05", "8:05"],
    ["9am", "9:00"],
    ["12 am", "0:00"],
    ["5 pm", "17:00"],
    ["8点半", "8:30"],
    ["下午5点45分", "17:45"],
    ["早上９：００", "9:00"],
  ])("is read from “%s”", (words, clock) => {
    expect(sayClock(readClock(words) ?? -1)).toBe(clock);
  });

  it.each(["8", "25:00", "8:75", "13am", "soon", "昨天", ""])("is none in “%s”", (words) => {
    expect(readClock(words)).toBeUndefined();
  });
});

describe("asking for the daily report at the end of the day", () => {
  it("takes on, off and a time, in both languages, and leaves days to the report", () => {
    expect(["on", "开", "开启"].map(decideOffer)).toEqual(Array(3).fill({ isOn: true }));
    expect(["off", "关", "取消"].map(decideOffer)).toEqual(Array(3).fill({ isOn: false }));
    expect(decideOffer("at 17:00")).toEqual({ isOn: true, minutes: 17 * 60 });
    expect(decideOffer("每天下午6点")).toEqual({ isOn: true, minutes: 18 * 60 });
    expect(["", "yesterday", "昨天", "11月20日"].map(decideOffer)).toEqual(
      Array(4).fill(undefined),
    );
  });
});
