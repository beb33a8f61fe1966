// Single values, as they stand in a cell, a field or a setting: codes, money, days, hours, addresses, names.
import { readConfig } from "../../src/config.ts";
import { parseWhere } from "../../src/core/journey/rules/conditions.ts";
import { parseDuration } from "../../src/core/journey/rules/duration.ts";
import { readClock } from "../../src/core/people/clock-words.ts";
import { readDay, readSpan } from "../../src/core/people/read-day.ts";
import { readSubject } from "../../src/core/pipeline/checks/company/read-subject.ts";
import { checkCreditCode } from "../../src/core/pipeline/checks/credit-code.ts";
import { findPlaceholder } from "../../src/core/pipeline/checks/placeholder.ts";
import { checkVatId } from "../../src/core/pipeline/checks/vat-id.ts";
import {
  parseChineseNumber,
  parseEnglishNumber,
} from "../../src/core/pipeline/reading/amounts/parse-number.ts";
import { readDomain } from "../../src/registers/read-domain.ts";
import { readPhone } from "../../src/registers/read-phone.ts";
import { compareRows } from "../../src/sources/duplicates/compare-rows.ts";
import { duplicateReaders } from "../../src/sources/duplicates/readers.ts";
import { parseAmount } from "../../src/sources/import/values/amount.ts";
import { parseCurrency } from "../../src/sources/import/values/currency.ts";
import { parseDate } from "../../src/sources/import/values/date.ts";
import { parseDomain } from "../../src/sources/import/values/domain.ts";
import { parseEmail } from "../../src/sources/import/values/email.ts";
import { parsePhone } from "../../src/sources/import/values/phone.ts";
import { parseRequest } from "../../src/store/command-socket/wire.ts";
import { readLoosely, type Target } from "./target.ts";

const at = Date.UTC(2026, 10, 23, 9);
const today = "2026-11-23";
const readers = { phone: readPhone, domain: readDomain, spell: duplicateReaders.spell };

/** Those that read one value. */
export function createValueTargets(): Target[] {
  return [...createCellTargets(), ...createTimeTargets(), ...createNameTargets()];
}

function createCellTargets(): Target[] {
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
    {
      name: "money",
      examples: ["€ 1.234,56", "50万", "三千五百万", "two hundred and fifty thousand"],
      run: (text) => [
        ...[parseAmount(text), parseCurrency(text)],
        ...[parseChineseNumber(text), parseEnglishNumber(text)],
      ],
    },
    {
      name: "conditions of rules",
      examples: ['{"stage":"won","amount":{"gte":50000},"email":{"in":["a","b"]}}'],
      run(text) {
        const where = readLoosely(text);
        if (typeof where === "object" && where !== null) parseWhere({ ...where });
      },
    },
    {
      name: "settings",
      examples: [
        "PUBLIC_URL=https://r.example\nHTTP_PORT=3000\nMODEL_BASE_URL=http://m.example/v1\nMODEL_NAME=m",
        "SLACK_BOT_TOKEN=xoxb-1-a\nSLACK_SIGNING_SECRET=s\nLARK_APP_ID=cli_a\nLARK_APP_SECRET=s",
      ],
      run: (text) => readConfig(Object.fromEntries(text.split("\n").map((line) => cutAt(line)))),
    },
    {
      name: "commands of the socket",
      examples: ['{"command":"rules","args":{"list":true}}'],
      run: parseRequest,
    },
  ];
}

function cutAt(line: string): [string, string] {
  const sign = line.indexOf("=");
  return [line.slice(0, Math.max(0, sign)), line.slice(sign + 1)];
}

function createTimeTargets(): Target[] {
  return [
    {
      name: "date",
      examples: ["2026-11-23T09:00:00+08:00", "23 Nov 2026", "2026年11月23日"],
      run: (text) => parseDate(text, { order: "dmy", zone: "UTC" } as never),
    },
    {
      name: "days, spans and hours",
      examples: [
        "next friday",
        "下周五",
        "2 weeks",
        "三天",
        "half past ten",
        "下午三点一刻",
        "36h",
      ],
      run: (text) => [
        ...[readDay(text, today), readSpan(text)],
        ...[readClock(text), parseDuration(text)],
      ],
    },
  ];
}

function createNameTargets(): Target[] {
  return [
    {
      name: "companies to check",
      examples: [
        ...["91350100M000100Y43", "DE136695976", "acme.example", "ada@acme.example"],
        ...["+8613912345678", "529900T8BM49AURSDO55", "上海远景科技有限公司"],
      ],
      run: (text) => readSubject(text, { readers, at }),
    },
    {
      name: "names that may be one",
      examples: [
        "Acme Medical Ltd.\nACME Medical Limited\nAcme",
        "上海遠景科技有限公司\n上海远景科技\n远景 (上海)",
      ],
      run(text) {
        const names = text.split("\n").slice(0, 20);
        const wanted = names.map((_, row) => row);
        const companies = names.map((name) => {
          const codes = { country: name, creditCode: name, vatId: name };
          return { name, domain: name, ...codes };
        });
        const people = names.map((name) => ({ name, email: name, phone: name, company: name }));
        compareRows({ kind: "account", rows: companies }, wanted);
        compareRows({ kind: "contact", rows: people }, wanted);
      },
    },
  ];
}
