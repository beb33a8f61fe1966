// `check <code>`: what a company's code is, and whether it holds, or which character is wrong.
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { CodeCheck } from "./code-check.ts";
import { checkCreditCode } from "./credit-code.ts";
import { checkVatId } from "./vat-id.ts";

/** Answers with one card; nothing is looked up and nothing written. */
export function checkCode(person: Person, typed: string): Effect {
  return async (unit) => {
    const key = `check:${unit.newId("message")}`;
    unit.post({
      to: person.id,
      card: checkCard(readCode(typed), { key, reading: readingOf(person) }),
    });
    return {};
  };
}

/** A VAT number where it begins with the letters of a country we know; else a credit code, where it could be one. */
function readCode(typed: string): CodeCheck | undefined {
  const vat = checkVatId(typed);
  const credit = checkCreditCode(typed);
  const looksChinese = /^[1-9A-Y][0-9A-Z]\d{4}/.test(credit.code) && credit.code.length > 15;
  return looksChinese ? credit : vat;
}

function checkCard(
  check: CodeCheck | undefined,
  { key, reading }: { key: string; reading: Reading },
): Card {
  const { check: texts } = reading.texts.health;
  const say = (sentence: string): Card["blocks"][number] => ({ t: "text", text: [text(sentence)] });
  if (!check) {
    return {
      key,
      title: texts.unknown,
      tone: "info",
      summary: texts.unknown,
      blocks: [say(texts.knows)],
    };
  }
  const { code, country, problem, type } = check;
  const title = problem ? texts.wrong : texts.holds;
  return {
    ...{ key, title, summary: title, tone: problem ? "warn" : "good" },
    blocks: [
      say(texts.is({ code, what: texts.types[type], country })),
      ...(problem ? [say(texts.problems[problem.code]({ ...blank, ...problem }))] : []),
      { t: "context", text: [text(texts.limits)] },
    ],
  };
}

const blank = { length: 0, wanted: "", position: 0, character: "", expected: null };
