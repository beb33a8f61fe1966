import { describe, expect, it } from "vitest";
import { findPlaybook } from "../../../../src/core/training/library.ts";
import { toRulebook } from "../../../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../../../src/core/training/scorer/score.ts";
import { library } from "../reps.ts";

const breachesOf = (text: string, vertical: string, language: "en" | "zh") => {
  const playbook = findPlaybook(library, { vertical, language });
  if (!playbook) throw new Error("The shipped library has it.");
  return scoreTranscript([{ who: "rep", text }], toRulebook(playbook)).breaches;
};

describe("what must not be said, in other words", () => {
  it.each([
    ["finance", "You can't end up below where you started."],
    ["finance", "You needn't mention the custody fee to your board."],
    ["finance", "Sign first and read it afterwards."],
    ["finance", "Honestly, Omega's people are crooks."],
    ["manufacturing", "We can backdate the sheet to March."],
    ["manufacturing", "I promise zero defects from day one."],
    ["manufacturing", "You can disable the interlock, everybody does."],
    ["medical", "It isn't approved for children, but give it a try."],
    ["medical", "The trip to Vienna would be taken care of, privately."],
  ] as const)("is found in %s: “%s”", (vertical, text) => {
    expect(breachesOf(text, vertical, "en")).toHaveLength(1);
  });

  it.each([
    ["finance", "亏了算我的，我个人给您补上。"],
    ["finance", "管理费就别跟他们提了。"],
    ["finance", "您先把字签了，条款回头再看。"],
    ["manufacturing", "这台机器一次都不会坏。"],
    ["manufacturing", "检测报告我们可以调一调。"],
    ["manufacturing", "检修的时候把联锁关了就行。"],
    ["medical", "儿童是没批，您试试看。"],
    ["medical", "返点直接打到您爱人卡上。"],
    ["medical", "那家的泵害死过人。"],
    ["medical", "课酬按最高的给您算，我来操作。"],
    ["medical", "海外参会先紧着您科室，名单您来定。"],
    ["medical", "主任您个人这边，我单独有个意思。"],
    ["manufacturing", "这台现货您今天不打款我就给别家了。"],
    ["manufacturing", "我们下个月一号统一调价，您月底不签就得多花七万。"],
  ] as const)("is found in %s: “%s”", (vertical, text) => {
    expect(breachesOf(text, vertical, "zh")).toHaveLength(1);
  });

  it.each([
    ["finance", "en", "We cannot guarantee that you won't lose money."],
    ["finance", "en", "Has anybody promised you a return?"],
    ["finance", "en", "Our code says: never promise a return."],
    ["manufacturing", "en", "Please never disable the interlock."],
    ["medical", "en", "It isn't approved for children, so I can't talk about it."],
    ["finance", "zh", "本金我没法跟您保证。"],
    ["finance", "zh", "我们报点差二十五个点，保证金百分之五，有授信就免。"],
    ["finance", "zh", "介绍费给谁都不行，公司不允许。"],
    ["manufacturing", "zh", "联锁千万别关，检修用检修模式。"],
    ["medical", "zh", "儿童没批，我不能介绍。"],
    ["medical", "zh", "是不是有人跟您提过返现？"],
    ["medical", "zh", "课酬必须由医院申请，协议走学会，公对公。"],
    ["medical", "zh", "操作培训的名额给您科里留了六个，夜班两个。"],
    ["manufacturing", "zh", "这个价保到三月底，写进合同。"],
    ["manufacturing", "zh", "您今天不用定，下周二我再来，价格不变。"],
  ] as const)(
    "is not found in %s (%s) where it is declined, asked or quoted: “%s”",
    (vertical, language, text) => {
      expect(breachesOf(text, vertical, language)).toEqual([]);
    },
  );

  it("is held against the playbook's own rule first, and against a rule for every trade where it has none", () => {
    expect(breachesOf("It never breaks down.", "manufacturing", "en")[0]?.rule).toBe(
      "uptime-guaranteed",
    );
    expect(breachesOf("You needn't mention the fee to them.", "medical", "en")[0]).toMatchObject({
      rule: "general-hidden-cost",
    });
  });
});
