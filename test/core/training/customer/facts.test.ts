import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/core/model.ts";
import { findAnswers } from "../../../../src/core/training/customer/find-answers.ts";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { linesFor } from "../../../../src/core/training/customer/register.ts";
import { openTalk, replyTo } from "../../../../src/core/training/customer/reply.ts";
import { withMarks } from "../../../../src/core/training/customer/with-marks.ts";
import { understandRep } from "../../../../src/core/training/moves/understand-rep.ts";
import { library, scenarios } from "../reps.ts";

function planOf(scenario: string, language: Language) {
  return toPlan(library, { scenario, language });
}

/** What a question brings up in a scenario, as topics. */
function topicsOf(language: Language, scenario: string, text: string) {
  const plan = planOf(scenario, language);
  const { state } = openTalk(plan, 1);
  const { facts } = findAnswers(plan, state, understandRep(withMarks(text)));
  return facts.map(({ index }) => plan.scenario.facts?.[index]?.about);
}

describe("the facts of a scenario", () => {
  it("are there in every scenario, eight at least, with how they are, how much, what is used and who decides", () => {
    for (const { scenario, language } of scenarios) {
      const facts = planOf(scenario, language).scenario.facts ?? [];
      const topics = new Set(facts.map(({ about }) => about));
      expect(facts.length, scenario).toBeGreaterThanOrEqual(8);
      for (const topic of ["mood", "scale", "today", "decides"] as const) {
        expect(topics.has(topic), `${scenario}: ${topic}`).toBe(true);
      }
    }
  });

  it.each([
    [
      "en",
      "pumps-night-shift",
      "how many nurses are there and who else has to sign",
      ["team", "decides"],
    ],
    ["en", "wealth-crm-phase-two", "is there anybody who'd shoot this down", ["against"]],
    ["en", "owner-at-the-open-house", "how many parts a day do you bend", ["scale"]],
    ["en", "cutover-before-freeze", "how was the weekend", ["mood"]],
    ["zh", "suspense-payback", "财审会上谁最可能反对", ["against"]],
    ["zh", "wenling-cha-zhuo", "一天出多少件 用几个工人", ["scale", "team"]],
    ["zh", "second-main-bank", "这事您一个人定吗", ["decides"]],
  ] as const)("answer what was asked (%s, %s: %s)", (language, scenario, text, topics) => {
    expect(topicsOf(language, scenario, text)).toEqual(topics);
  });

  it.each([
    ["en", "pumps-night-shift", "Sixty days from signature. Can you live with that?"],
    ["en", "clinic-first-call", "what colour are the walls"],
    ["zh", "tui-huo-san-bai-xiang", "围堵我们三天到位，您看够不够？"],
  ] as const)("answer nothing that was not asked (%s, %s: %s)", (language, scenario, text) => {
    expect(topicsOf(language, scenario, text)).toEqual([]);
  });

  it("are told in full once, and then in other words", () => {
    const plan = planOf("pumps-night-shift", "en");
    const asked = "How many nurses have to be trained?";
    const once = replyTo(plan, openTalk(plan, 1).state, asked);
    const twice = replyTo(plan, once.state, asked);
    expect(once.text).toContain("three of those are agency");
    expect(twice.text).toMatch(/(said|told|before|mentioned).*Sixty-four, eight on a night/);
  });

  it("that nobody wrote down get an honest answer of the question's kind", () => {
    const plan = planOf("pumps-night-shift", "en");
    const { text } = replyTo(
      plan,
      { ...openTalk(plan, 1).state, turn: 2, open: 0 },
      "When was the chapel last painted?",
    );
    expect(linesFor(plan, "day").some((line) => text.includes(line))).toBe(true);
  });

  it("are told beside an answer that has a question behind it", () => {
    const plan = planOf("ecg-network-interface", "zh");
    const raised = replyTo(plan, openTalk(plan, 1).state, "接口这块您说说。");
    const { text } = replyTo(
      plan,
      raised.state,
      "接口费我们全包，写进合同，第三方要收的也由我们付。现在院里是哪家的系统？",
    );
    expect(text).toContain("合同");
    expect(text).toContain("病历和收费是一家");
  });
});

describe("words without marks", () => {
  it.each([
    [
      "ok fair how many payments do you run a day and what happened last time",
      "ok fair. how many payments do you run a day? and what happened last time?",
    ],
    ["i know what happened in october", "i know what happened in october"],
    ["会上谁最可能反对 他担心啥", "会上谁最可能反对？他担心啥？"],
    ["那这样行吗", "那这样行吗？"],
    ["我不敢说哪天能好", "我不敢说哪天能好"],
    ["Sixty days, and no more.", "Sixty days, and no more."],
  ])("get those that a pause would stand for: %s", (text, marked) => {
    expect(withMarks(text)).toBe(marked);
  });
});
