import { describe, expect, it } from "vitest";
import { findClock, readClock, sayClock } from "../../../src/core/people/clock-words.ts";

describe("a time of day", () => {
  it.each([
    ["8:30", 510],
    ["at 9am", 540],
    ["4:30 pm", 990],
    ["12am", 0],
    ["下午4点", 960],
    ["下午三点半", 930],
    ["8点45分", 525],
    ["早上9点一刻", 555],
    ["中午1点", 780],
    ["晚上12点", 0],
    ["１８：００", 1080],
  ])("is read from “%s”: %i minutes", (words, minutes) => {
    expect(readClock(words)).toBe(minutes);
  });

  it.each(["9", "25:00", "8:75", "14 am", "三期", "9:30 tomorrow", ""])("is not “%s”", (words) => {
    expect(readClock(words)).toBeUndefined();
  });

  it("is found inside a sentence, dates left alone", () => {
    expect(findClock("Acme 2026-11-24 15:00, room 3")).toEqual({ match: "15:00", minutes: 900 });
    expect(findClock("12月3号下午3点 华星")).toEqual({ match: "下午3点", minutes: 900 });
    expect(findClock("on 24 November, room 3")).toBeUndefined();
  });

  it("is said as a clock shows it", () => {
    expect([sayClock(510), sayClock(0)]).toEqual(["8:30", "0:00"]);
  });
});
