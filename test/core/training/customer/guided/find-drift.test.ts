import { describe, expect, it } from "vitest";
import {
  findDrift,
  type Held,
} from "../../../../../src/core/training/customer/guided/find-drift.ts";
import type { Wish } from "../../../../../src/core/training/customer/guided/view.ts";
import type { CustomerState, Plan } from "../../../../../src/core/training/customer/model.ts";
import { toPlan } from "../../../../../src/core/training/customer/plan.ts";
import { openTalk } from "../../../../../src/core/training/customer/reply.ts";
import { library, scenarios } from "../../reps.ts";

const english = toPlan(library, { scenario: "settlement-fails-cold-call", language: "en" });
const chinese = toPlan(library, { scenario: "valuation-cold-call", language: "zh" });

function hold(plan: Plan, set: Partial<CustomerState> = {}, before: string[] = []): Held {
  return { plan, decided: { ...openTalk(plan, 1).state, ...set }, before };
}
const says = (text: string, held = hold(english), wants: Wish = "continue") =>
  findDrift({ wants, says: text }, held);

describe("a customer's words that are wrong", () => {
  it("are none of what the library's own customers say, in every scenario", () => {
    const wrong = scenarios.flatMap((each) => {
      const plan = toPlan(library, each);
      const { opening, objections, reveals } = plan.scenario;
      const lines = objections.flatMap(({ says: all, dodged, met }) => [all, dodged, met]).flat();
      const known = hold(plan, { revealed: reveals.map((_, index) => index) });
      const told = [
        ...opening,
        ...lines,
        ...plan.persona.phrases,
        ...reveals.map((one) => one.says),
      ];
      const bad = told.map((line) => [findDrift({ wants: "continue", says: line }, known), line]);
      const won = plan.scenario.won.says.map((line) => [
        findDrift(
          { wants: "agree", says: line },
          { ...known, decided: { ...known.decided, outcome: "won" } },
        ),
        line,
      ]);
      return [...bad, ...won].filter(([drift]) => drift);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    "As an AI language model, I can't feel that.",
    "I'm just an assistant, but that sounds fine to me.",
    "How can I help you today?",
    "We can offer you a discount of ten percent.",
    "Thank you for your interest in our platform.",
  ])("are those of somebody else: %s", (text) => {
    expect(says(text)).toBe("persona");
  });

  it.each([
    "作为一个AI，我没有预算。",
    "请问有什么可以帮您？",
    "我们可以给您打折。",
    "感谢您对我们的关注。",
  ])("are those of somebody else in Chinese: %s", (text) => {
    expect(says(text, hold(chinese))).toBe("persona");
  });

  it.each([
    "In this scenario I would push back on the price.",
    "My hidden agenda is the Friday cover.",
    "Customer: who is this?",
    "(sighs) Who is this?",
    "*looks at the screen* Who is this?",
    "Your trust level went up a little.",
  ])("talk from outside: %s", (text) => {
    expect(says(text)).toBe("scene");
  });

  it.each(["这个场景里我应该拒绝您。", "（叹气）哪位？", "客户：哪位？", "我的信任值还不够。"])(
    "talk from outside in Chinese: %s",
    (text) => {
      expect(says(text, hold(chinese))).toBe("scene");
    },
  );

  it.each([
    "See https://example.com for more.",
    "- one\n- two",
    "I said **no**.",
    "Dear [Your name],",
  ])("belong on a page: %s", (text) => {
    expect(says(text)).toBe("markup");
  });

  it.each([
    [english, "你好，请问有什么事？我现在很忙。"],
    [english, "Perdone, pero ahora mismo no tengo tiempo para hablar de eso."],
    [english, "Здравствуйте, кто это говорит со мной?"],
    [chinese, "Who is this? I am in the middle of something."],
    [chinese, "すみません、今は時間がありません。"],
  ])("are in another language: %#", (plan, text) => {
    expect(says(text, hold(plan))).toBe("language");
  });

  it("may hold a foreign term, and may be one short word", () => {
    expect(says("OK？", hold(chinese))).toBeUndefined();
    expect(says("你这个 API 跟我们的 O32 怎么对接？", hold(chinese))).toBeUndefined();
  });

  it.each(["All right, I'll sign.", "Let's do it.", "You've got a deal."])(
    "say yes before it was decided: %s",
    (text) => {
      expect(says(text)).toBe("agrees");
      expect(says(text, hold(english, { outcome: "won" }), "agree")).toBeUndefined();
    },
  );

  it.each(["行，成交。", "您说服我了。", "我们买了。"])("say yes in Chinese: %s", (text) => {
    expect(says(text, hold(chinese))).toBe("agrees");
  });

  it("say no yes with a condition, a no or a question", () => {
    expect(says("I'll sign when my auditor has seen it.")).toBeUndefined();
    expect(says("You think I'm sold? Hardly.")).toBeUndefined();
    expect(says("等法务看完我就签。", hold(chinese))).toBeUndefined();
  });

  it.each<[CustomerState["outcome"], Wish]>([
    [null, "agree"],
    [null, "hangUp"],
    ["won", "continue"],
    ["lost", "continue"],
    ["open", "agree"],
  ])("come with another end than was decided: %s, %s", (outcome, wants) => {
    expect(says("Well, there we are.", hold(english, { outcome }), wants)).toBe("ending");
  });

  it("tell a secret that nobody asked for, and not one that is out", () => {
    const [reveal] = english.scenario.reveals;
    expect(says(reveal?.says ?? "")).toBe("secret");
    expect(says(reveal?.says ?? "", hold(english, { revealed: [0] }))).toBeUndefined();
    expect(says(chinese.persona.hiddenAgenda, hold(chinese))).toBe("secret");
  });

  it("repeat what was said before, by whomever", () => {
    const before = ["You sold my colleague in Leeds a dashboard that nobody opens."];
    const again = "So you sold my colleague in Leeds a dashboard nobody opens.";
    expect(says(again, hold(english, {}, before))).toBe("repeats");
    expect(
      says("What did the dashboard in Leeds cost?", hold(english, {}, before)),
    ).toBeUndefined();
  });

  it("are longer than anybody talks", () => {
    expect(says("I have a lot to say about that. ".repeat(14))).toBe("long");
    expect(says("这个事情我要好好跟你说一说。".repeat(16), hold(chinese))).toBe("long");
  });
});

describe("a figure", () => {
  const held = hold(english, {}, ["We have forty customers in Luxembourg."]);

  it.each(["We match about 2,400 trades a day.", "It's sixty percent of my day."])(
    "that stands nowhere is wrong: %s",
    (text) => {
      expect(says(text, held)).toBe("figure");
    },
  );

  it.each([
    "About eleven hundred trades a day, as I said.",
    "Forty customers, you say? Name two of them.",
    "Two more minutes, then I'm gone.",
  ])("of the facts, of the talk or in a turn of phrase is not: %s", (text) => {
    expect(says(text, held)).not.toBe("figure");
  });
});
