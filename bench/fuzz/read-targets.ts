// Everything that reads sentences of people: what they ask for, updates, questions, claims, answers, names of customers.
import { createCalendar } from "../../src/calendar.ts";
import { nearest, understand } from "../../src/chat/intents.ts";
import { againIn, controlIn } from "../../src/chat/phrases/practice.ts";
import { readQuestion } from "../../src/core/ask/reading/read-question.ts";
import { findCustomers } from "../../src/core/customers/find-customers.ts";
import { withoutSecrets } from "../../src/core/journey/actions/lock-screen.ts";
import { readNewLead } from "../../src/core/leads/incoming/read-new-lead.ts";
import { readAbsence } from "../../src/core/people/read-absence.ts";
import { findAmounts } from "../../src/core/pipeline/reading/amounts/find-amounts.ts";
import { findDates } from "../../src/core/pipeline/reading/dates/find-dates.ts";
import { readUpdate } from "../../src/core/pipeline/reading/read-update.ts";
import { readReportDay } from "../../src/core/pipeline/reports/period.ts";
import { readAsked } from "../../src/core/pipeline/review/book-time.ts";
import { readTold } from "../../src/core/strategy/debrief/read-told.ts";
import { readClaim } from "../../src/core/strategy/read-claim.ts";
import { readHour } from "../../src/core/strategy/weekly/asking-hour.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import { createLog } from "../../src/log.ts";
import type { Target } from "./target.ts";

const now = Date.UTC(2026, 10, 23, 9);
const today = "2026-11-23";
const deals = [
  { id: "dea_1", account: "Acme Medical", contact: "Wang Li", stage: "qualified" },
  { id: "dea_2", account: "蓝海物流", product: "仓储系统", stage: "proposal" },
] as const;
const asking = {
  named: [{ dimension: "person", value: "per_1", names: ["ana silva", "李雷"] }],
} as never;
const claiming = {
  rules: [{ id: "rul_1", names: ["quote follow-up", "报价跟进"] }],
  teams: [{ id: "tea_1", name: "North" }],
  industries: ["medical"],
};
const customers = deals.map(({ id, account }) => ({
  ...{ id, label: account, accountId: null, contactIds: [], subjects: [] },
}));

const updates = [
  "Acme: sent the quote, budget 50k EUR, Ms Wang decides next Wednesday, demo on 3 December at 10",
  "报价已发,预算50万,王总下周三给答复，竞争对手是远景，下个月底签约",
  "lost Acme to Globex because of price; they froze the budget until Q2 2027",
];

/** Those that read one text and change nothing. */
export function createReadTargets(): Target[] {
  const workdays = createCalendar();
  const saying = { today, timeZone: "Asia/Shanghai", workdays };
  const most = 4_000;
  return [
    ...createPhraseTargets(),
    {
      name: "updates",
      examples: updates,
      run: (text) => readUpdate(text, { now, timeZone: "Asia/Shanghai", workdays, deals }),
    },
    {
      name: "dates in words",
      examples: updates,
      run: (text) => findDates(text.slice(0, most), saying),
    },
    {
      name: "money in words",
      examples: updates,
      run: (text) => findAmounts(text.slice(0, most), "UTC"),
    },
    {
      name: "questions",
      examples: ["win rate of Ana Silva by month since March", "上个季度哪个行业赢单率最高？"],
      run: (text) => readQuestion(text, { today, vocabulary: asking }),
    },
    {
      name: "claims of the week",
      examples: [
        "quote follow-up within 2 days wins 10 points more in medical deals because they compare",
        "对医疗客户两天内跟进报价，赢单率提高 10 个百分点，因为他们在比价",
      ],
      run: (text) => readClaim(text, claiming),
    },
    ...createAnswerTargets(),
  ];
}

/** What words ask for. */
function createPhraseTargets(): Target[] {
  const examplesOf = (language: "en" | "zh") =>
    Object.values(textsFor(language).chat.help.examples).map(String);
  const sentences = [...examplesOf("en"), ...examplesOf("zh")];
  const lines: string[] = [];
  const log = createLog({
    level: "debug",
    destination: { write: (line) => void lines.push(line) },
  });
  return [
    { name: "sentences", examples: sentences, run: understand },
    {
      name: "nearest sentence",
      examples: sentences,
      run: (text) => nearest(text, textsFor("zh").chat.help.examples),
    },
    {
      name: "words in practice",
      examples: ["/end", "again", "结束", "再来一次", "/hint"],
      run: (text) => [controlIn(text), againIn(text)],
    },
    {
      name: "names of customers",
      examples: ["acme medical", "蓝海", "Wang Li"],
      run: (text) => findCustomers(customers, text),
    },
    {
      name: "lock screens",
      examples: [
        "Ada +86 139 1234 5678 pays 50,000.00 EUR, ada@acme.example",
        "王丽 五十万元 13812345678",
      ],
      run: withoutSecrets,
    },
    {
      name: "log lines",
      examples: ["Bearer abc.def sk-1234567890 ada@acme.example https://a.example/p?key=1"],
      run(text) {
        lines.length = 0;
        log.error({ err: new Error(text), reason: text, [text.slice(0, 20)]: text }, text);
      },
    },
  ];
}

/** Answers to what we asked. */
function createAnswerTargets(): Target[] {
  return [
    {
      name: "new leads",
      examples: [
        "Ada Lovelace at Acme Ltd, ada@acme.example, +44 20 7946 0000, 20 seats",
        "王丽，华信科技，13812345678，wang@huaxin.example，需要 20 个账号",
      ],
      run: readNewLead,
    },
    {
      name: "absences",
      examples: ["until 3 Dec", "下周一到下周五", "off tomorrow for 2 weeks"],
      run: (text) => readAbsence(text, today),
    },
    {
      name: "booked times",
      examples: ["Ana tomorrow at 10:30", "李雷 下周三 下午三点半"],
      run: (text) => readAsked(text, { now, timeZone: "Asia/Shanghai" }),
    },
    {
      name: "days of reports",
      examples: ["last friday", "2026-11-20", "上周五"],
      run: (text) => readReportDay(text, today),
    },
    {
      name: "hours of the week",
      examples: ["Friday at 10:30", "周五 下午三点"],
      run: readHour,
    },
    {
      name: "debriefs told",
      examples: [
        'They said "too expensive". I said: "You pay per seat." The demo turned it.',
        "客户嫌贵。我说：“按账号付费。”演示打动了他们。",
      ],
      run: readTold,
    },
  ];
}
