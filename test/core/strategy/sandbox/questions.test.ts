import { describe, expect, it } from "vitest";
import { openQuestions, readyPublisher } from "../../../../src/core/strategy/sandbox/publisher.ts";
import { isRight, questionIds } from "../../../../src/core/strategy/sandbox/questions.ts";
import { textsFor } from "../../../../src/core/text/texts.ts";

describe("the questions before a first publication", () => {
  it.each(["en", "zh"] as const)("fit the narrowest platform's lists in %s", (language) => {
    const { each } = textsFor(language).sandbox.questions;
    expect(questionIds).toHaveLength(6);
    for (const id of questionIds) {
      const options = Object.values(each[id].options);
      expect(options).toHaveLength(3);
      expect(Math.max(...options.map((words) => words.length))).toBeLessThanOrEqual(75);
      expect(each[id].why.length).toBeGreaterThan(30);
    }
  });

  it("have one right answer each, and not always in the same place", () => {
    const places = questionIds.map((id) => {
      const right = ["a", "b", "c"].filter((option) => isRight(id, option));
      expect(right).toHaveLength(1);
      return right[0];
    });
    expect(new Set(places).size).toBe(3);
  });

  it("are asked until each was answered rightly", () => {
    expect(openQuestions(undefined)).toEqual(questionIds);
    const ready = readyPublisher("per_mia", 1);
    expect(openQuestions(ready)).toEqual([]);
    const answers = { ...ready.answers, who_loses: { tries: 1, isRight: false } };
    expect(openQuestions({ ...ready, answers })).toEqual(["who_loses"]);
  });
});
