import { describe, expect, it } from "vitest";
import { againIn } from "../../../src/chat/phrases/practice.ts";

describe("words to play a practice once more", () => {
  it.each([
    ["again", 0],
    ["one more time please", 0],
    ["再来一次", 0],
    ["harder", 1],
    ["难一点吧", 1],
    ["make it easier", -1],
    ["简单一点", -1],
    ["it was harder than I thought", undefined],
  ])("are heard in %s", (words, step) => {
    expect(againIn(words)).toBe(step);
  });
});
