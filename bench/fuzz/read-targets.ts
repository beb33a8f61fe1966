// Everything that reads words: sentences, updates, questions, dates, money, codes, transcripts, answers of models.
import { createCalendar } from "../../src/calendar.ts";
import { nearest, understand } from "../../src/chat/intents.ts";
import { readQuestion } from "../../src/core/ask/reading/read-question.ts";
import { readNewLead } from "../../src/core/leads/read-new-lead.ts";
import { readAbsence } from "../../src/core/people/read-absence.ts";
import { checkCreditCode } from "../../src/core/pipeline/checks/credit-code.ts";
import { findPlaceholder } from "../../src/core/pipeline/checks/placeholder.ts";
import { checkVatId } from "../../src/core/pipeline/checks/vat-id.ts";
import { findAmounts } from "../../src/core/pipeline/reading/amounts/find-amounts.ts";
import { findDates } from "../../src/core/pipeline/reading/dates/find-dates.ts";
import { readUpdate } from "../../src/core/pipeline/reading/read-update.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import {
  looksLikeTalk,
  parseTranscript,
} from "../../src/core/training/calls/transcript/parse-transcript.ts";
import { universalRulebook } from "../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../src/core/training/scorer/score.ts";
import { readAnswer, readPartial } from "../../src/model/read-answer.ts";
import { parseAmount } from "../../src/sources/import/values/amount.ts";
import { parseDate } from "../../src/sources/import/values/date.ts";
import { parseDomain } from "../../src/sources/import/values/domain.ts";
import { parseEmail } from "../../src/sources/import/values/email.ts";
import { parsePhone } from "../../src/sources/import/values/phone.ts";
import type { Target } from "./target.ts";

const now = Date.UTC(2026, 10, 23, 9);
const today = "2026-11-23";
const deals = [
  { id: "dea_1", account: "Acme Medical", contact: "Wang Li", stage: "qualified" },
  { id: "dea_2", account: "蓝海物流", product: "仓储系统", stage: "proposal" },
] as const;
const vocabulary = {
  named: [{ dimension: "person", value: "per_1", names: ["ana silva"] }],
} as never;

const updates = [
  "Acme: sent the quote, budget 50k EUR, Ms Wang decides next Wednesday, demo on 3 December at 10",
  "报价已发,预算50万,王总下周三给答复，竞争对手是远景，下个月底签约",
  "lost Acme to Globex because of price; they froze the budget until Q2 2027",
];
const transcript = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana>Good morning, what matters most to you?

00:00:05.000 --> 00:00:09.000
<v Wang>Your price is too expensive, 12 % more.
`;
const talk =
  "Ana: Good morning.\nWang: 你们太贵了。\nAna: I will send it on Friday.\nWang: Thanks.\n";

/** Those that read one text and change nothing. */
export function createReadTargets(): Target[] {
  const workdays = createCalendar();
  const saying = { today, timeZone: "Asia/Shanghai", workdays };
  const sentences = [
    ...Object.values(textsFor("en").chat.help.examples),
    ...Object.values(textsFor("zh").chat.help.examples),
  ].map(String);
  const rulebook = universalRulebook("en", []);
  return [
    { name: "sentences", examples: sentences, run: understand },
    {
      name: "nearest sentence",
      examples: sentences,
      run: (text) => nearest(text, textsFor("en").chat.help.examples),
    },
    {
      name: "updates",
      examples: updates,
      run: (text) => readUpdate(text, { now, timeZone: "Asia/Shanghai", workdays, deals }),
    },
    {
      name: "dates in words",
      examples: updates,
      run: (text) => findDates(text.slice(0, 4_000), saying),
    },
    {
      name: "money in words",
      examples: updates,
      run: (text) => findAmounts(text.slice(0, 4_000), "UTC"),
    },
    {
      name: "questions",
      examples: ["win rate of Ana Silva by month since March", "上个季度哪个行业赢单率最高？"],
      run: (text) => readQuestion(text, { today, vocabulary }),
    },
    {
      name: "new leads",
      examples: ["Ada Lovelace at Acme Ltd, ada@acme.example, +44 20 7946 0000, 20 seats"],
      run: readNewLead,
    },
    {
      name: "absences",
      examples: ["until 3 Dec", "下周一到下周五"],
      run: (t) => readAbsence(t, today),
    },
    { name: "transcripts", examples: [transcript, talk], run: parseTranscript },
    { name: "is it a talk", examples: [talk, transcript], run: looksLikeTalk },
    {
      name: "scorer",
      examples: [talk, "We understand that the budget is tight. What would help you most?"],
      run: (text) => scoreTranscript([{ who: "rep", text }], rulebook),
    },
    ...createValueTargets(),
  ];
}

/** Single values, as they stand in a cell or a field. */
function createValueTargets(): Target[] {
  return [
    { name: "credit codes", examples: ["91350100M000100Y43"], run: checkCreditCode },
    { name: "VAT numbers", examples: ["DE136695976", "FR40303265045"], run: (t) => checkVatId(t) },
    {
      name: "placeholders",
      examples: ["n/a", "待定", "test@test.com", "12345678"],
      run: (value) => findPlaceholder({ field: "email", value }),
    },
    { name: "e-mail", examples: ["ada+x@mail.acme.example"], run: parseEmail },
    { name: "phone", examples: ["+86 139 1234 5678", "(020) 7946 0000 ext. 3"], run: parsePhone },
    { name: "domain", examples: ["https://www.acme.example/path?x=1"], run: parseDomain },
    { name: "amount", examples: ["€ 1.234,56", "50万"], run: (text) => parseAmount(text) },
    {
      name: "date",
      examples: ["2026-11-23T09:00:00+08:00", "23 Nov 2026", "2026年11月23日"],
      run: (text) => parseDate(text, { order: "dmy", zone: "UTC" } as never),
    },
    {
      name: "answers of models",
      examples: [
        '<think>{"a": 1}</think> ```json\n{"deal": 1, "facts": [{"field": "stage"}]}\n```',
      ],
      run: (text) => [readAnswer(text, (value) => value), readPartial(text)],
    },
  ];
}
