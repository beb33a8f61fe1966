import { describe, expect, it } from "vitest";
import { understand } from "../../../src/chat/intents.ts";

describe("asking for briefs and reviews", () => {
  it.each([
    ["brief Acme", "brief", "Acme"],
    ["Brief me on Acme Medical, please", "brief", "Acme Medical"],
    ["give me a briefing for Wang Li", "brief", "Wang Li"],
    ["brief", "brief", ""],
    ["简报 华星", "brief", "华星"],
    ["给我一份简报：华星", "brief", "华星"],
    ["华星的会前简报", "brief", "华星"],
    ["brief me before meetings", "meeting_briefs", ""],
    ["no briefs before meetings", "meeting_briefs", "no"],
    ["stop briefing me before my meetings", "meeting_briefs", "stop"],
    ["会前给我简报", "meeting_briefs", ""],
    ["不要会前简报", "meeting_briefs", "不要"],
    ["会前不要发简报", "meeting_briefs", "不要"],
    ["review Acme", "review", "Acme"],
    ["deal review: Acme", "review", "Acme"],
    ["review Acme at 15:00 tomorrow", "review", "Acme at 15:00 tomorrow"],
    ["复盘 华星", "review", "华星"],
    ["评审 华星 明天15:00", "review", "华星 明天15:00"],
    ["复盘一下商机华星", "review", "华星"],
    ["明天下午3点复盘华星", "review", "明天下午3点复盘华星"],
    ["周五复盘华星", "review", "周五复盘华星"],
    ["下周三上午10点评审华星", "review", "下周三上午10点评审华星"],
  ])("understands “%s” as %s of “%s”", (sentence, intent, rest) => {
    expect(understand(sentence)).toEqual({ intent, rest });
  });

  it.each(["周五和华星开会评审方案", "明天评审合同", "周五演示华星"])(
    "takes “%s” for no review of a deal",
    (sentence) => {
      expect(understand(sentence)?.intent).not.toBe("review");
    },
  );

  it.each([
    ["review my last call", "calls"],
    ["复盘通话", "calls"],
    ["mute briefs before meetings", "mute"],
    ["静音 会前简报", "mute"],
  ])("leaves “%s” to %s", (sentence, intent) => {
    expect(understand(sentence)?.intent).toBe(intent);
  });
});
