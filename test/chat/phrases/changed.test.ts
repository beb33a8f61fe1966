import { describe, expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";

describe("asking for a first day, for changes and for the sandbox", () => {
  it.each([
    ["day one", "day_one"],
    ["Day 1 again", "day_one"],
    ["第一天", "day_one"],
    ["What changed?", "what_changed"],
    ["what has changed this month", "what_changed"],
    ["这个月有什么变化？", "what_changed"],
    ["上个月的变化", "what_changed"],
    ["timeline", "timeline"],
    ["show the 72 hour timeline", "timeline"],
    ["变更时间线", "timeline"],
    ["sandbox", "sandbox"],
    ["沙箱", "sandbox"],
  ])("understands “%s”", (words, intent) => {
    expect(understand(words)).toEqual({ intent, rest: "" });
  });

  it.each(["what changed at Acme yesterday", "第一天我们去了华星", "changed elsewhere"])(
    "leaves “%s” to others",
    (words) => {
      const intent = understand(words)?.intent ?? "none";
      expect(["day_one", "what_changed", "timeline", "sandbox"]).not.toContain(intent);
    },
  );
});
