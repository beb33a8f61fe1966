import { describe, expect, it } from "vitest";
import { linesOf } from "../../../../src/core/strategy/debrief/draft-script.ts";
import { personalKinds } from "../../../../src/core/strategy/debrief/personal/kinds.ts";
import { createClean } from "../../../../src/core/strategy/debrief/personal/remove-personal.ts";
import { readTold } from "../../../../src/core/strategy/debrief/read-told.ts";
import { evaluatePii } from "../../../../src/evals/pii/evaluate.ts";

const words = Object.fromEntries(personalKinds.map((kind) => [kind, kind])) as Parameters<
  typeof createClean
>[1];

describe("what is personal", () => {
  it("is found in planted sentences of both languages, and little else is lost", async () => {
    const { sets } = await evaluatePii();
    for (const language of ["en", "zh"]) {
      const all = [sets[`cases.${language}`], sets[`held-out.${language}`]];
      const planted = all.reduce((sum, set) => sum + (set?.planted ?? 0), 0);
      const removed = all.reduce((sum, set) => sum + (set?.removed ?? 0), 0);
      expect(planted).toBeGreaterThanOrEqual(60);
      expect(removed / planted).toBeGreaterThanOrEqual(0.95);
      expect(all.reduce((sum, set) => sum + (set?.lost ?? 0), 0)).toBeLessThanOrEqual(1);
    }
  });

  it("leaves a blank that says what stood there, and says how much was taken out", () => {
    const clean = createClean({ people: ["Sarah Whitfield"], accounts: [] }, words);
    const { text, removed } = clean("Sarah paid $5,000, call +44 7700 900123");
    expect(text).toBe("{name} paid {amount}, call {phone}");
    expect(removed.toSorted()).toEqual(["amount", "name", "phone"]);
  });

  it("is gone after one pass: a second finds nothing", () => {
    const clean = createClean({ people: ["王建国"], accounts: ["Acme Medical"] }, words);
    const once = clean("王建国和Acme Medical的李总谈到50万，打13812345678").text;
    expect(clean(once)).toEqual({ text: once, removed: [] });
  });
});

describe("a debrief told in one go", () => {
  it("falls into what turned it, the objection and the words", () => {
    expect(
      readTold(
        "The site visit turned it. They said it was too expensive. I said “split it in rows”.",
      ),
    ).toEqual({
      turned: "The site visit turned it.",
      objection: "They said it was too expensive.",
      words: "split it in rows",
    });
    expect(readTold("现场演示起了作用。客户嫌贵。我说「少哪一行您划掉」。")).toEqual({
      turned: "现场演示起了作用。",
      objection: "客户嫌贵。",
      words: "少哪一行您划掉",
    });
  });
});

describe("the lines of a talk track", () => {
  it("are at most three, and nothing of them is lost", () => {
    expect(linesOf("One. Two! Three? Four.")).toEqual(["One.", "Two!", "Three? Four."]);
    expect(linesOf("一行\n两行")).toEqual(["一行", "两行"]);
  });
});
