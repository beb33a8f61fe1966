// Kinds of sentences that two blind sets of cases showed to be misread: each once, in the language it came in.
import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { readUpdate } from "../../../../src/core/pipeline/reading/read-update.ts";
import type { UpdateDeal } from "../../../../src/core/pipeline/reading/understood.ts";

const deals: UpdateDeal[] = [
  { id: "aero", account: "Kestrel Aerospace", stage: "qualified" },
  { id: "sea", account: "Kestrel Marine", stage: "qualified" },
  { id: "sun", account: "Sunrise 旭日", stage: "proposal" },
];
function read(text: string, timeZone = "Europe/Berlin") {
  const now = Date.parse("2026-03-10T10:00:00Z");
  const { deal, facts } = readUpdate(text, { now, timeZone, deals, workdays: createCalendar() });
  const values = Object.entries(facts).map(([name, { value }]) => [name, value]);
  return { deal: deal.kind === "one" ? deal.id : deal.kind, ...Object.fromEntries(values) };
}

describe("which deal", () => {
  it("takes the whole name before a first word that two accounts share", () => {
    expect(read("kestrel marine demo on Friday").deal).toBe("sea");
    expect(read("kestrel demo on Friday").deal).toBe("ask");
  });

  it("knows the Chinese part of a name in both scripts", () => {
    expect(read("旭日下周三演示").deal).toBe("sun");
  });
});

describe("amounts", () => {
  it.each([
    ["Kestrel Marine quote sent, 96.000 €", 96_000],
    ["Kestrel Marine quote sent, €58.400,50", 58_400.5],
    ["Kestrel Marine quote sent, €1.25m", 1_250_000],
    ["Kestrel Marine, 3 x 15k = 45k eur", 45_000],
    ["旭日一期12万，全部加起来40万", 400_000],
    ["Kestrel Marine total is €60k, no wait, 80", 80_000],
    ["Kestrel Marine, CHF 128'000", 128_000],
    ["Kestrel Marine, 140 000 Euro", 140_000],
    ["Kestrel Marine, Rs 12,50,000", 1_250_000],
    ["Kestrel Marine, 25 lakh INR", 2_500_000],
    ["Kestrel Marine: £45,000 + VAT", 45_000],
    ["旭日，伍拾捌万元整", 580_000],
  ])("reads %s", (text, amount) => {
    expect(read(text)).toMatchObject({ amount });
  });

  it.each([
    "Kestrel Marine asked for 10 % off, total would then be 81k, not agreed yet",
    "旭日要打九折，那就是72万，还没同意",
    "旭日想140万拿，我没答应",
    "Kestrel Marine PO number 4711 received",
    "客户原话：“预算我们有两百万”——旭日",
  ])("takes no sum that was asked and not granted: %s", (text) => {
    expect(read(text)).not.toHaveProperty("amount");
  });

  it.each([
    ["Kestrel Marine, 60k total, GBP", "GBP"],
    ["Kestrel Marine, 310k NOK", "NOK"],
    ["Kestrel Marine, 310k kr", "SEK", "Europe/Stockholm"],
  ])("reads the currency of %s", (text, currency, timeZone = "Europe/Berlin") => {
    expect(read(text, timeZone)).toMatchObject({ currency });
  });

  it("reads traditional characters of money", () => {
    expect(read("旭日報價寄出了，新台幣120萬", "Asia/Taipei")).toMatchObject({
      amount: 1_200_000,
      currency: "TWD",
    });
  });
});

describe("who decides", () => {
  it.each([
    ["Kestrel Marine: good chat with Sandy. she approves anything under 50k", "Sandy"],
    ["旭日的会胡总监参加，他负责签字", "胡总监"],
    ["旭日罗院长元旦后给答复", "罗院长"],
    ["旭日的decision maker是Linda Xu", "Linda Xu"],
    ["Kestrel Marine budget confirmed by Lou Ferrante, who also signs", "Lou Ferrante"],
    ["Kestrel Marine: Marta Klein (CFO) signs", "Marta Klein"],
    ["Kestrel Marine: their CFO, Marta Klein, decides", "Marta Klein"],
    ["Kestrel Marine: final say: Marta Klein, head of ops", "Marta Klein"],
    ["Kestrel Marine: Marta in finance approves everything", "Marta"],
    ["Kestrel Marine: Dirk van der Berg has to green-light it", "Dirk van der Berg"],
    ["Kestrel Marine: decision now sits with Joaquín Prat in Leeds", "Joaquín Prat"],
    ["Kestrel Marine: S. Venkatesh is the final authority", "S. Venkatesh"],
    ["Kestrel Marine: Linda doesn't decide, Marta does", "Marta"],
    ["Kestrel Marine: call with Inés (buyer) and Tomás (decides)", "Tomás"],
    ["旭日 CTO 陈立 拍板", "陈立"],
    ["旭日王强（决策人）想看演示", "王强"],
    ["旭日李敏说了不算，得找陈立", "陈立"],
    ["旭日决定权在陈总手里", "陈总"],
    ["旭日的决策人从吕总换成了David", "David"],
    ["旭日权经理签字", "权经理"],
  ])("finds the name in %s", (text, decisionMaker) => {
    expect(read(text)).toMatchObject({ decisionMaker });
  });

  it.each([
    "met Sandy and Tom at Kestrel Marine, she decides",
    "bluegum: they reckon they'll decide mid august",
    "旭日需求明确，钱也批了",
    "Kestrel Marine: decision is Friday",
    "Kestrel Marine: after the call with Linda we know more",
    "Kestrel Marine: waiting on Linda",
    "Kestrel Marine: got word from Linda",
    "Kestrel Marine: can't sign before Monday, waiting for Linda",
    "drove up to Leeds for Kestrel Marine",
    "Kestrel Marine: their CFO, back on Monday, decides",
    "旭日十万审批，下周出决定",
  ])("finds none in %s", (text) => {
    expect(read(text)).not.toHaveProperty("decisionMaker");
  });
});

describe("what comes next", () => {
  it.each([
    ["旭日口头答应了，还没签，明天把合同发过去", "send_contract", "2026-03-11"],
    [
      "didn't send the contract to Kestrel Marine yet, doing it Monday",
      "send_contract",
      "2026-03-16",
    ],
    ["转发客户消息：\n> 预算砍了一半\n我周一打给他，旭日", "call", "2026-03-16"],
    ["Kestrel Marine: we go to their factory on March 20", "site_visit", "2026-03-20"],
    ["Kestrel Marine just moved our meeting from Tuesday to Thursday", "meeting", "2026-03-12"],
    ["Kestrel Marine: demo isn't Thursday, it's Friday", "demo", "2026-03-13"],
    ["Kestrel Marine: um site visit on the twenty fourth", "site_visit", "2026-03-24"],
    ["旭日4月16号讲标，21号出结果", "demo", "2026-04-16"],
    ["旭日演示不是周三了，改周四", "demo", "2026-03-12"],
  ])("reads %s", (text, nextStep, nextStepDate) => {
    expect(read(text)).toMatchObject({ nextStep, nextStepDate });
  });
});

describe("who else is in the race", () => {
  it.each([
    ["Kestrel Marine: competitor in there is Zoho", "Zoho"],
    ["Kestrel Marine: the competitor isn't Oracle. It's Infor.", "Infor"],
    ["旭日金蝶也去投标了", "金蝶"],
    ["旭日的竞争对手主要是金蝶", "金蝶"],
  ])("finds the name in %s", (text, competitor) => {
    expect(read(text)).toMatchObject({ competitor });
  });

  it.each(["Kestrel Marine is comparing us with Zoho and Pipedrive", "旭日在对比金蝶和用友"])(
    "finds no one name in %s",
    (text) => {
      expect(read(text)).not.toHaveProperty("competitor");
    },
  );

  it.each(["Kestrel Marine: Zoho won it", "旭日跟金蝶签了", "旭日金蝶中标了"])(
    "takes a rival's win for none of ours: %s",
    (text) => {
      expect(read(text)).not.toHaveProperty("stage");
    },
  );
});

describe("budget and loss", () => {
  it.each([
    ["Kestrel Marine: budget of €60k is approved", "confirmed"],
    ["Kestrel Marine have frozen all spend", "frozen"],
    ["旭日的预算15万只是客户估的", "estimated"],
    ["旭日预算33万已批", "confirmed"],
  ])("reads %s", (text, budgetStatus) => {
    expect(read(text)).toMatchObject({ budgetStatus });
  });

  it.each([
    ["Kestrel Marine lost. price.", "price"],
    ["旭日丢了，选了迈瑞，说我们贵", "price"],
    ["Lost Kestrel Marine, our product doesnt do EDI", "product_gap"],
    ["旭日项目取消了，内部意见不统一", "no_decision"],
    ["旭日今年没有这笔预算了，这单丢了", "no_budget"],
  ])("reads why: %s", (text, lossReason) => {
    expect(read(text)).toMatchObject({ stage: "lost", lossReason });
  });
});
