import { describe, expect, it } from "vitest";
import { withoutEchoes } from "../../../../src/core/training/customer/echoes.ts";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../../../src/core/training/customer/reply.ts";
import { contentWords, sharedWords } from "../../../../src/core/training/moves/text.ts";
import { has, understandRep } from "../../../../src/core/training/moves/understand-rep.ts";
import { library, scenarios } from "../reps.ts";

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
