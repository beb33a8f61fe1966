import { describe, expect, it } from "vitest";
import { nearest, understand } from "../../src/chat/intents.ts";
import { processorMs } from "../helpers/processor-time.ts";

const sentences: [string, string, string?][] = [
  ["my leads", "my_leads"],
  ["My Leads!", "my_leads"],
  ["show me my leads please", "my_leads"],
  ["what are my leads?", "my_leads"],
  ["leads", "my_leads"],
  ["what do I have", "my_leads"],
  ["我的线索", "my_leads"],
  ["看看我的线索。", "my_leads"],
  ["查一下我名下的线索", "my_leads"],
  ["我有哪些线索？", "my_leads"],
  ["team leads", "team_leads"],
  ["show my team's leads", "team_leads"],
  ["all open leads", "team_leads"],
  ["团队线索", "team_leads"],
  ["看看我们团队的线索", "team_leads"],
  ["why Acme", "why", "Acme"],
  ["Why is Acme Medical mine?", "why", "Acme Medical"],
  ["why did I get Wang Li?", "why", "Wang Li"],
  ["why me?", "why", ""],
  ["why", "why", ""],
  ["为什么华信精密分给我？", "why", "华信精密"],
  ["为什么 华信", "why", "华信"],
  ["华信为什么分给我", "why", "华信"],
  ["为什么分给我", "why", ""],
  ["why not me?", "why_not_me", ""],
  ["why not me for Acme", "why_not_me", "Acme"],
  ["why did I not get Acme", "why_not_me", "Acme"],
  ["为什么不是我 华信", "why_not_me", "华信"],
  ["华信为什么不分给我", "why_not_me", "华信"],
  ["pool", "pool"],
  ["show the public pool", "pool"],
  ["公海", "pool"],
  ["看看公海线索", "pool"],
  ["my share", "my_share"],
  ["我的份额", "my_share"],
  ["I'm away until Friday", "away", "until Friday"],
  ["on holiday from Monday to Friday", "away", "from Monday to Friday"],
  ["I'm away", "away", ""],
  ["我休假到周五", "away", "到周五"],
  ["我从明天到12月1日休假", "away", "从明天到12月1日"],
  ["我明天请假", "away", "明天"],
  ["请假三天", "away", "三天"],
  ["I’m back", "back"],
  ["我回来了", "back"],
  ["new lead: Wang Li, Acme, needs 20 seats", "new_lead", "Wang Li, Acme, needs 20 seats"],
  ["add a lead", "new_lead", ""],
  ["新线索：王丽，华信精密", "new_lead", "王丽,华信精密"],
  ["录入一条线索：王丽", "new_lead", "王丽"],
  ["帮我新增线索", "new_lead", ""],
  ["add person", "add_person"],
  ["add a colleague", "add_person"],
  ["添加同事", "add_person"],
  ["home", "home"],
  ["My day", "home"],
  ["what's on today?", "home"],
  ["首页", "home"],
  ["今日待办", "home"],
  ["今天有什么安排？", "home"],
  ["工作台", "home"],
  ["note", "note", ""],
  ["note Acme", "note", "Acme"],
  ["note on Acme: They said: “yes!”", "note", "Acme: They said: “yes!”"],
  ["Add a note to Acme:  two  spaces stay.", "note", "Acme:  two  spaces stay."],
  ["log an update", "update", ""],
  ["update Acme: the quote is out", "update", "Acme: the quote is out"],
  ["Just spoke to Wang Li: 50k!", "update", "Just spoke to Wang Li: 50k!"],
  ["刚和王总聊完，报价已发。", "update", "刚和王总聊完，报价已发。"],
  ["记一下 蓝海：预算５０万，下周三答复。", "note", "蓝海：预算５０万，下周三答复。"],
  ["更新 蓝海：报价已发", "update", "蓝海：报价已发"],
  ["更新", "update", ""],
  ["attach to Acme: “too expensive”", "attach", "Acme: “too expensive”"],
  ["Attach this to a deal", "attach", ""],
  ["附到 蓝海：「太贵了」", "attach", "蓝海：「太贵了」"],
  ["notes Acme", "notes", "Acme"],
  ["show me the notes on Acme.", "notes", "Acme"],
  ["查看备注 蓝海", "notes", "蓝海"],
  ["看看蓝海的备注", "notes", "蓝海"],
  ["say it is too expensive", "say", "it is too expensive"],
  ["say", "say", ""],
  ["say medical: we have no budget", "say", "medical: we have no budget"],
  ["what do I say to “send me something”?", "say", "“send me something”"],
  ["how do I handle a competitor quote", "say", "a competitor quote"],
  ["话术 太贵了", "say", "太贵了"],
  ["话术：医疗：没有预算", "say", "医疗:没有预算"],
  ["客户说太贵了怎么回？", "say", "太贵了"],
  ["怎么回 再看看", "say", "再看看"],
  ["怎么回复客户说没预算", "say", "客户说没预算"],
  ["客户说太贵了", "say", "太贵了"],
  ["太贵了怎么回", "say", "太贵了"],
  ["話術 太貴了", "say", "太貴了"],
  ["notifications", "notifications"],
  ["通知", "notifications"],
  ["mute coaching", "mute", "coaching"],
  ["静音 辅导", "mute", "辅导"],
  ["unmute coaching", "unmute", "coaching"],
  ["取消静音 辅导", "unmute", "辅导"],
  ["digest", "digest"],
  ["摘要", "digest"],
  ["privacy", "privacy"],
  ["隐私", "privacy"],
  ["我的授权", "privacy"],
  ["English", "language_en"],
  ["说英文", "language_en"],
  ["speak Chinese please", "language_zh"],
  ["中文", "language_zh"],
  ["help", "help"],
  ["?", "help"],
  ["Hi", "help"],
  ["ＨＥＬＰ", "help"],
  ["帮助", "help"],
  ["你好！", "help"],
  ["早上好", "help"],
  ["你是谁？", "help"],
  ["who are you?", "help"],
  ["my deals", "my_deals"],
  ["我的商机", "my_deals"],
  ["import leads", "import_data"],
  ["upload csv", "import_data"],
  ["怎么导入数据", "import_data"],
  ["accept", "my_leads"],
  ["怎么接受线索", "my_leads"],
  ["有新线索吗", "my_leads"],
  ["看看leads", "my_leads"],
  ["stuck leads", "team_leads"],
  ["snooze", "my_actions"],
  ["下一步", "my_actions"],
  ["what should I do today?", "home"],
  ["how is the team doing?", "home"],
  ["how is Acme doing?", "customer", "Acme"],
  ["今天该联系谁", "home"],
  ["why did I get this one?", "why", ""],
  ["为什么给我这个线索", "why", ""],
  ["mute everything", "mute", "everything"],
  ["全部静音", "mute", "全部"],
  ["别烦我", "notifications"],
  ["how am I doing?", "skills"],
  ["我的成绩", "skills"],
];

const asPeopleType: [string, string, string?][] = [
  ["leads pls", "my_leads"],
  ["my leads呢", "my_leads"],
  ["hey, can you show me my leads please", "my_leads"],
  ["help me pls", "help"],
  ["麻烦看下团队线索吧", "team_leads"],
  ["为啥是我", "why", ""],
  ["my laeds", "my_leads"],
  ["helo", "help"],
  ["notifcations", "notifications"],
];

describe("understanding a sentence", () => {
  it.each(sentences)("reads %s as %s", (sentence, intent, rest = "") => {
    expect(understand(sentence)).toEqual({ intent, rest });
  });

  it.each(asPeopleType)("sees past manners and slips in %s", (sentence, intent, rest = "") => {
    expect(understand(sentence)).toEqual({ intent, rest });
  });

  it.each([
    "come",
    "we dropped the price",
    "怎么接电话",
    "那按月呢",
    "hi, review the attached quote, we want to sign it before the end of the month",
  ])("does not take %s for a command with a slip in it", (sentence) => {
    expect(["home", "practice", "my_leads", "review"]).not.toContain(understand(sentence)?.intent);
  });

  it.each([
    "",
    "the weather is nice",
    "报价已发,预算50万",
    "leadership",
    "助",
    "why not".repeat(400),
  ])("does not pretend to know %s", (sentence) => {
    expect(understand(sentence)?.intent ?? "unknown").not.toBe("my_leads");
  });

  it("answers ten thousand letters in no time", () => {
    const ms = processorMs(() => {
      understand(`${"看看我的".repeat(2500)}?`);
      understand(`${"why is ".repeat(1500)}mine`);
    });
    expect(ms).toBeLessThan(1_000);
  });

  it("finds the nearest thing that can be asked", () => {
    const examples = { my_leads: "my leads", privacy: "privacy", team_leads: "team leads" };
    expect(nearest("gimme my leadz", examples)[0]).toBe("my_leads");
    expect(nearest("log out", examples)).toEqual([]);
    expect(nearest("线索呢", { my_leads: "我的线索", privacy: "隐私" })[0]).toBe("my_leads");
  });
});
