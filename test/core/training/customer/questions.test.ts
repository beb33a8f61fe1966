import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Language } from "../../../../src/core/model.ts";
import { withoutEchoes } from "../../../../src/core/training/customer/echoes.ts";
import { findAnswers } from "../../../../src/core/training/customer/find-answers.ts";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../../../src/core/training/customer/reply.ts";
import { withMarks } from "../../../../src/core/training/customer/with-marks.ts";
import { contentWords, sharedWords } from "../../../../src/core/training/moves/text.ts";
import { has, understandRep } from "../../../../src/core/training/moves/understand-rep.ts";
import { library, scenarios } from "../reps.ts";

type Row = [language: Language, scenario: string, question: string, wanted: string];

const rows = parse(readFileSync(new URL("./questions.yaml", import.meta.url), "utf8")) as Row[];

/** What a question brings up: "F3" for a fact, "R0" for a hidden thing. */
function broughtUp([language, scenario, question]: Row): string[] {
  const plan = toPlan(library, { scenario, language });
  const { state } = openTalk(plan, 1);
  const { reveal, facts } = findAnswers(plan, state, understandRep(withMarks(question)));
  return [...(reveal ? [`R${reveal.index}`] : []), ...facts.map(({ index }) => `F${index}`)];
}

function verdictOn(row: Row): "right" | "none" | "wrong" {
  const found = broughtUp(row);
  const wanted = row[3].split(",");
  if (found.length === 0) return wanted.includes("-") ? "right" : "none";
  return found.every((each) => wanted.includes(each)) ? "right" : "wrong";
}

describe("a question in words nobody listed", () => {
  const verdicts = rows.map(verdictOn);
  const share = (wanted: string, half: number) => {
    const own = verdicts.filter((_, at) => at % 2 === half);
    return own.filter((each) => each === wanted).length / own.length;
  };

  it("is mostly answered with what answers it, on the half it was not tuned on, too", () => {
    expect(share("right", 0)).toBeGreaterThan(0.7);
    expect(share("right", 1)).toBeGreaterThan(0.6);
  });

  it("is seldom answered with something else", () => {
    expect(share("wrong", 0)).toBeLessThan(0.12);
    expect(share("wrong", 1)).toBeLessThan(0.12);
  });
});

describe("the facts of a scenario", () => {
  it("do not say what a hidden thing would", () => {
    const given = scenarios.flatMap(({ scenario, language }) => {
      const { facts = [], reveals } = toPlan(library, { scenario, language }).scenario;
      return facts.flatMap(({ says }) =>
        reveals.flatMap((reveal) => {
          const { words, share } = sharedWords(contentWords(says), contentWords(reveal.says));
          return words.length >= 4 && share >= 0.75 ? [`${scenario}: ${says}`] : [];
        }),
      );
    });
    expect(given).toEqual([]);
  });
});

describe("a turn", () => {
  it.each([
    "Order both by June and the training's on us.",
    "Five percent off against prepayment.",
    "The second year free, if it's a three-year contract.",
    "两条线一起上，我让三个点。",
    "让三个点可以，但付款得十四天。",
    "您签三年，第三年维保送您。",
  ])("that gives something for something is a trade: %s", (text) => {
    const { moves } = understandRep(text);
    expect(has(moves, "trade")).toBe(true);
    expect(has(moves, "concession")).toBe(false);
  });

  it.each(["I can't promise you Friday.", "周五我不敢保证。", "我没法答应您下周五。"])(
    "that declines a promise proposes nothing: %s",
    (text) => {
      const { moves } = understandRep(text);
      expect(has(moves, "refusal")).toBe(true);
      expect(has(moves, "close")).toBe(false);
      expect(has(moves, "date")).toBe(false);
    },
  );

  it("that says the customer's own word over again is not rude", () => {
    const turn = understandRep("And you'd look stupid again if it goes wrong.");
    expect(has(turn.moves, "rudeness")).toBe(true);
    const heard = withoutEchoes(turn, ["I'm the one who looked stupid in October."]);
    expect(has(heard.moves, "rudeness")).toBe(false);
    expect(has(withoutEchoes(turn, ["Good."]).moves, "rudeness")).toBe(true);
  });

  it("that jokes along with the customer promises nothing", () => {
    const plan = toPlan(library, { scenario: "remote-access-refused", language: "en" });
    const joke = "Ha, a screwdriver can't be hacked, I give you that.";
    const { state } = openTalk(plan, 1);
    const said = [...state.said, "Maintenance has a screwdriver. It's never been hacked."];
    expect(replyTo(plan, { ...state, said }, joke).reaction).not.toBe("breach");
    expect(replyTo(plan, state, "Our box can't be hacked.").reaction).toBe("breach");
  });
});
