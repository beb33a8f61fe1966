import { describe, expect, it } from "vitest";
import { readAsked } from "../../../../src/core/pipeline/review/book-time.ts";
import { testNow } from "../../../helpers/people.ts";

/** Monday 23 November 2026, 09:00 UTC. */
const utc = { now: testNow, timeZone: "UTC" };
const read = (words: string, when = utc) => {
  const { at, ...asked } = readAsked(words, when);
  return at === undefined ? asked : { ...asked, at: new Date(at).toISOString().slice(0, 16) };
};

describe("whom a review is of, and when", () => {
  it.each([
    ["Acme at 15:00 tomorrow", "Acme", "2026-11-24T15:00"],
    ["Acme Medical tomorrow at 3pm", "Acme Medical", "2026-11-24T15:00"],
    ["Acme on Friday at 9:30", "Acme", "2026-11-27T09:30"],
    ["Acme at 4:30 pm tomorrow", "Acme", "2026-11-24T16:30"],
    ["Acme 10am next Wednesday", "Acme", "2026-12-02T10:00"],
    ["tomorrow 15:00 Acme", "Acme", "2026-11-24T15:00"],
    ["华星 明天15:00", "华星", "2026-11-24T15:00"],
    ["华星 明天下午3点", "华星", "2026-11-24T15:00"],
    ["华星精密 周五下午三点半", "华星精密", "2026-11-27T15:30"],
    ["明天上午十点 华星", "华星", "2026-11-24T10:00"],
    ["明天下午3点复盘华星", "华星", "2026-11-24T15:00"],
    ["明天15:00商机评审：华星精密", "华星精密", "2026-11-24T15:00"],
    ["周五上午十点复盘一下华星", "华星", "2026-11-27T10:00"],
    ["Acme at 15:00", "Acme", "2026-11-23T15:00"],
    ["Acme at 8:00", "Acme", "2026-11-24T08:00"],
    ["Acme at 12am tomorrow", "Acme", "2026-11-24T00:00"],
  ])("of “%s” is %s, %s", (words, name, at) => {
    expect(read(words)).toEqual({ name, at });
  });

  it.each(["Acme", "Acme 2027 renewal", "Seats 3", "华星 三期项目", "Acme at 25:00", "三一重工"])(
    "of “%s” is a name alone",
    (words) => {
      expect(read(words)).toEqual({ name: words });
    },
  );

  it("is a day without an hour where only that is said", () => {
    expect(read("Acme tomorrow")).toEqual({ name: "Acme", isDayOnly: true });
    expect(read("华星 周五")).toEqual({ name: "华星", isDayOnly: true });
    expect(read("周五复盘华星")).toEqual({ name: "华星", isDayOnly: true });
    expect(read("评审系统 周五")).toEqual({ name: "评审系统", isDayOnly: true });
  });

  it("is in the zone of whoever says it", () => {
    expect(read("华星 明天15:00", { ...utc, timeZone: "Asia/Shanghai" })).toEqual({
      ...{ name: "华星", at: "2026-11-24T07:00" },
    });
  });
});
