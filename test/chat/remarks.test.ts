import { describe, expect, it } from "vitest";
import { understand } from "../../src/chat/intents.ts";
import { remarkIn } from "../../src/chat/phrases/remarks.ts";

describe("a remark that asks for nothing", () => {
  it.each([
    ["thanks", "thanks"],
    ["Thanks a lot :)", "thanks"],
    ["Thank you 🙏", "thanks"],
    ["谢谢啦！", "thanks"],
    ["辛苦了", "thanks"],
    ["ok", "fine"],
    ["好的 👌", "fine"],
    ["收到。", "fine"],
    ["👍🏽", "fine"],
    ["undo", "undo"],
    ["撤销", "undo"],
    ["is this a bot?", "human"],
    ["转人工", "human"],
  ])("is heard in %s", (sentence, remark) => {
    expect(remarkIn(sentence)).toBe(remark);
    expect(understand(sentence)).toBeUndefined();
  });

  it.each([
    "",
    "thanks for the quote, we sign on Friday",
    "好的，报价已发",
    "ok so what about Acme",
    "50k",
    "我们不用这个",
  ])("is not heard in %s", (sentence) => {
    expect(remarkIn(sentence)).toBeUndefined();
  });
});
