import { describe, expect, it } from "vitest";
import type { Language } from "../../../../src/core/model.ts";
import {
  honestLines,
  unansweredLines,
} from "../../../../src/core/training/customer/fitting-lines.ts";
import { concretenessOf } from "../../../../src/core/training/customer/how-concrete.ts";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { linesFor } from "../../../../src/core/training/customer/register.ts";
import { openTalk, replyTo } from "../../../../src/core/training/customer/reply.ts";
import { understandRep } from "../../../../src/core/training/moves/understand-rep.ts";
import { library } from "../reps.ts";

/** The customer's answer to words against one objection of a scenario, open from the start. */
function against(language: Language, place: string, text: string) {
  const [scenario = "", objection = ""] = place.split("/");
  const plan = toPlan(library, { scenario, language });
  const { state } = openTalk(plan, 1);
  const open = plan.scenario.objections.findIndex(({ id }) => id === objection);
  const objections = state.objections.map((each, index) => ({
    ...each,
    stands: index === open ? ("open" as const) : each.stands,
  }));
  return replyTo(plan, { ...state, turn: 2, open, objections }, text);
}

describe("an answer with a question behind it", () => {
  it.each([
    [
      "zh",
      "shuju-bu-chu-chang/duan-wang",
      "断网的时候本地照样采，缓存七天，恢复以后补传。要不要我现场断给您看？",
    ],
    [
      "en",
      "three-quotes-framework/framework-sixty",
      "Sixty days works if you commit to twelve months. Can your finance live with that?",
    ],
    [
      "zh",
      "joint-renewal-stock/out-of-stock",
      "配送那两分是我们的错。这次在院里放三十套寄售，缺货四小时内送到，送不到一台赔一万，您看这样写行吗？",
    ],
  ] as const)("is an answer (%s, %s)", (language, place, text) => {
    expect(["met", "partial"]).toContain(against(language, place, text).reaction);
  });

  it("asked to the point is not answered by the objection over again", () => {
    const asked = "那台第二年夏天是丝杠热了还是床身走了？";
    const { text } = against("zh", "san-fu-tian-kong-wei/san-nian-qian", asked);
    expect(text).not.toMatch(/[?？]$/);
  });

  it("is none when it only holds a question's words", () => {
    const told = "不教您挂，也没有另收的编码，只能算进成本。那就得看少用了什么。";
    expect(against("zh", "drg-ultrasonic-blade/can-it-be-charged", told).reaction).not.toBe(
      "explored",
    );
  });

  it("stays a question when nothing is said before it", () => {
    const asked = "Running with your logo by the twenty-third, for how many branches?";
    expect(against("en", "quarter-end-champion/start-monday", asked).reaction).toMatch(
      /explored|reveal/,
    );
  });
});

describe("an answer", () => {
  it.each([
    ["zh", "shuju-bu-chu-chang/jiu-xi-tong", "旧系统不动，我们的盒子拔掉旧系统照样跑。"],
    [
      "en",
      "three-quotes-framework/framework-sixty",
      "Sixty days works if you commit to twelve months.",
    ],
    [
      "zh",
      "second-main-bank/where-goes-dollar",
      "远期不保本。锁的是汇率，到期如果市场价更好，您也得按锁的价交割，这个风险得说清楚。",
    ],
  ] as const)("in words of their own is none of a dodge (%s, %s)", (language, place, text) => {
    expect(["met", "partial"]).toContain(against(language, place, text).reaction);
  });

  it.each([
    [
      "en",
      "cutover-before-freeze/rollback-inflight",
      "That basically never happens. We can look at it if it comes up.",
    ],
    [
      "en",
      "ct-service-renewal/sixty-one-hours",
      "That was an exception. Our average response is very good.",
    ],
    [
      "zh",
      "data-source-on-paper/authorisation-chain",
      "上家是正规数据公司，授权肯定有的，商业秘密不方便给。",
    ],
    [
      "zh",
      "valuation-cold-call/no-minute",
      "就一分钟，苏总，我们客户都说好，您加我微信我发您资料。",
    ],
  ] as const)("without anything to hold them to is a dodge (%s, %s)", (language, place, text) => {
    expect(against(language, place, text).reaction).toBe("dodged");
  });

  it.each([
    [
      "zh",
      "joint-renewal-stock/out-of-stock",
      "配送商那头停了一周没人吭声，我们也没盯。换了一家，每天五点报余量，低于三天自动补。",
    ],
    [
      "en",
      "screening-in-writing/where-exactly",
      "The data sits in Frankfurt and Dublin. At night it can be Pune or Kraków, recorded, and you can cut it off.",
    ],
  ] as const)(
    "so concrete that nobody would ask again is left to stand, whatever its words (%s, %s)",
    (language, place, text) => {
      const reply = against(language, place, text);
      const own = reply.state.objections.find(({ isHeard, stands }) => isHeard || stands === "met");
      expect(own?.stands).toMatch(/met|dropped/);
      expect(reply.text).not.toMatch(/half|piece missing|一半|缺一块/);
    },
  );

  it.each([
    ["zh", "shoufukuan/shou-fu-san-cheng", "这个我要回去申请一下，公司规定比较严"],
    ["zh", "model-out-of-the-box/denominator", "按金额的，一天大概几百条吧"],
    [
      "en",
      "three-quotes-framework/other-quote",
      "We can probably do something, let me talk to my director.",
    ],
  ] as const)("put off or guessed is a dodge (%s, %s)", (language, place, text) => {
    expect(against(language, place, text).reaction).toBe("dodged");
  });

  it("to somebody without time is another time", () => {
    const later = "Then I'm gone. Tomorrow at eleven, after your morning run, five minutes?";
    expect(against("en", "settlement-fails-cold-call/minute-only", later).reaction).toBe("met");
  });

  it("about an objection to come is not asked for right away", () => {
    const code =
      "程序、密码、带注释的源程序，验收那天交到您手上，少一样您扣一成。程序里不设任何到期锁，您找人来翻。";
    const { text } = against("zh", "suo-ji-san-tian/suo-ji", code);
    expect(text).not.toMatch(/源程序、密码|知识产权/);
  });

  it.each([
    ["en", "ultrasound-lots/third-on-price", "OK, we'll match that. Fourteen percent off lot 3."],
    ["zh", "san-jia-bi-jia/di-ba-ge-dian", "那就再便宜八个点，跟他一样，行不行？"],
  ] as const)(
    "that gives the price away is a concession, asked or not (%s, %s)",
    (language, place, text) => {
      expect(against(language, place, text).reaction).toBe("conceded");
    },
  );

  it("that goes along with what wants a no is not met", () => {
    const reply = against(
      "en",
      "audit-in-eight-weeks/backdated-records",
      "We could put March on it if you really need it, between us.",
    );
    expect(reply.reaction).not.toBe("met");
  });
});

describe("a customer", () => {
  it.each([
    [
      "en",
      "compressors-at-the-weekend/no-hands",
      "We clip them on on Friday, my guy does it, your electrician spends 20 minutes. Is that ok?",
    ],
    [
      "zh",
      "lab-line-placement/method-change",
      "小赵来做，四十个标本五个水平，三天，报告您审，夜班不耽误。这样行吗主任？",
    ],
  ] as const)(
    "says what they make of what was put to them as a yes or no (%s, %s)",
    (language, place, text) => {
      const lines = (["agreed", "agreedForNow", "notYet"] as const).flatMap((each) =>
        linesFor(toPlan(library, { scenario: place.split("/")[0] ?? "", language }), each),
      );
      const reply = against(language, place, text);
      const isGranted = reply.reaction === "met";
      expect(isGranted || lines.some((line) => reply.text.includes(line))).toBe(true);
    },
  );

  it.each([
    [
      "en",
      "distributor-exclusivity/professor-son",
      "I have to be blunt, no. No fees to doctors, not through you and not around you. We do pay for training at our own centre, at the published rate.",
    ],
    [
      "zh",
      "lab-line-placement/placement-again",
      "不行的主任，放着就是投放，纪检查的就是这个。可以租赁，三年，一台一年十二万，走公开招标。",
    ],
  ] as const)("who tried the rep takes a no for an answer (%s, %s)", (language, place, text) => {
    expect(against(language, place, text).reaction).toBe("met");
  });

  it.each([
    ["zh", "do-insurance-rebate/rebate-please", "返佣好说，我私下给你安排，没人知道的。"],
    [
      "en",
      "distributor-exclusivity/professor-son",
      "I can arrange that, between us. Nobody needs to know.",
    ],
  ] as const)("who tried the rep minds that they went along (%s, %s)", (language, place, text) => {
    const reply = against(language, place, text);
    expect(reply.reaction).toBe("breach");
    expect(reply.state.breaches).toBe(1);
  });

  it("does not ask what is next of somebody who just proposed it", () => {
    const plan = toPlan(library, { scenario: "distributor-exclusivity", language: "en" });
    const { state } = openTalk(plan, 1);
    const objections = state.objections.map((each) => ({ ...each, stands: "dropped" as const }));
    const through = { ...state, turn: 8, objections, tactics: [] };
    const reply = replyTo(plan, through, "Shall we meet on Thursday at nine?");
    expect(linesFor(plan, "notOnThis")).toContain(reply.text);
  });

  it("says yes in no other figures than those that were offered", () => {
    const plan = toPlan(library, { scenario: "three-quotes-framework", language: "en" });
    const { state } = openTalk(plan, 1);
    const objections = state.objections.map((each) => ({ ...each, stands: "met" as const }));
    const tactics = ["discount_demand", "competitor_quote", "false_urgency"] as const;
    const ready = {
      ...state,
      turn: 8,
      objections,
      tactics: [...tactics],
      mood: { trust: 0.8, patience: 0.8 },
    };
    const offer = "Six percent for three years, signed by four. Can it go into the paper tonight?";
    const reply = replyTo(plan, ready, offer);
    expect(reply.state.outcome).toBe("won");
    expect(reply.text).not.toContain("Eight percent");
  });
});

describe("how concrete an answer is", () => {
  it("counts what can be held to, and no adjectives", () => {
    const concrete = (text: string) => concretenessOf(understandRep(text));
    expect(concrete("Our average response is very good.")).toBe(0);
    expect(
      concrete("Two engineers on call, because nights are yours; if we're late you pay nothing."),
    ).toBeGreaterThan(2);
    expect(concrete("出去的就四个字段：设备号、开停状态、产量、报警码。")).toBeGreaterThan(1);
    expect(concrete("What would you need, and by when?")).toBe(0);
  });
});

describe("lines that answer", () => {
  it("hold nothing against the rep that they did not say", () => {
    const lines = ["“Certified” is an adjective.", "I asked who logs in."];
    expect(honestLines(lines, "Germany and Ireland.")).toEqual(["I asked who logs in."]);
    expect(honestLines(lines, "We are certified.")).toEqual(lines);
  });

  it("ask for what half an answer left out", () => {
    const lines = ["你们后台谁能看？", "出厂的到底是哪几个字段？"];
    expect(unansweredLines(lines, "后台能看的两个人，张伟和刘敏。")).toEqual([lines[1]]);
  });
});
