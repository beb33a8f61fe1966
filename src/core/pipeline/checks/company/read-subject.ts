// What somebody typed: which kind of thing it is, and what can be said of it without asking anybody.
import type { CodeCheck } from "../code-check.ts";
import { checkCreditCode } from "../credit-code.ts";
import { findPlaceholder } from "../placeholder.ts";
import { checkVatId } from "../vat-id.ts";
import type { Line, Subject } from "./checked.ts";
import { checkLei, isLei } from "./lei.ts";
import type { Readers } from "./ports.ts";
import { checkRegistrationNumber, isRegistrationNumber } from "./registration-number.ts";
import { liner, readDomain, readEmail } from "./web-name.ts";

/** More is no code, address or number. */
const longest = 320;

/** Reads it; nothing for what is none of the kinds there are. */
export function readSubject(
  typed: string,
  given: { readers: Readers; at: number },
): Subject | undefined {
  const text = typed.normalize("NFKC").trim();
  if (text === "" || text.length > longest) return undefined;
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return readEmail(text, given);
  const code = text.toUpperCase().replace(/[\s\-_.]+/g, "");
  return readCode(text, code, given.at) ?? readNumber(text, given) ?? readName(text, given);
}

/** Codes first that say by themselves what they are. */
function readCode(text: string, code: string, at: number): Subject | undefined {
  if (/^\s*(?:\+|00)/.test(text)) return undefined;
  if (isLei(code)) return { type: "lei", value: code, country: null, lines: checkLei(code, at) };
  const credit = checkCreditCode(text);
  if (/^[1-9A-Y][0-9A-Z]\d{4}/.test(code) && code.length > 15) return fromCode(credit, at);
  if (isRegistrationNumber(code)) return readRegistration(code, at);
  const vat =
    /^[A-Z]{2}[0-9A-Z+*]*\d/.test(code) && !/\.[A-Za-z]{2,}/.test(text)
      ? checkVatId(text)
      : undefined;
  return vat && fromCode(vat, at);
}

/** A code that stands on a licence: today's, or one from before 2015. */
export function readRegistration(typed: string, at: number): Subject {
  const code = typed.normalize("NFKC").replace(/[\s\-_.]+/g, "");
  if (!isRegistrationNumber(code)) return fromCode(checkCreditCode(typed), at);
  const lines = checkRegistrationNumber(code, at);
  return { type: "registrationNumber", value: code, country: "CN", lines };
}

function fromCode({ type, code, country, problem }: CodeCheck, at: number): Subject {
  const line = liner(at);
  const subject = { type, value: code, country };
  if (!problem) {
    const says = type === "vatId" ? "vat_holds" : "code_holds";
    return { ...subject, lines: [line("passed", says, { country })] };
  }
  return { ...subject, lines: [sayProblem(problem, line)] };
}

/** What is wrong with a code, as a line. */
function sayProblem(
  problem: NonNullable<CodeCheck["problem"]>,
  line: ReturnType<typeof liner>,
): Line {
  if (problem.code === "length") return line("failed", "code_length", withoutCode(problem));
  if (problem.code === "character") return line("failed", "code_character", withoutCode(problem));
  if (problem.code === "format") return line("failed", "code_format", withoutCode(problem));
  const { position, expected } = problem;
  return expected === null
    ? line("failed", "code_check_unknown")
    : line("failed", "code_check", { position, expected });
}

function withoutCode<Problem extends { code: string }>({ code: _, ...params }: Problem) {
  return params;
}

function readNumber(
  text: string,
  { readers, at }: { readers: Readers; at: number },
): Subject | undefined {
  const line = liner(at);
  if (!/^(?:tel:)?[+(\d][\d\s().\-–/]{4,30}$/i.test(text)) return undefined;
  const phone = readers.phone(text);
  const subject = {
    type: "phone" as const,
    value: phone?.number ?? text,
    country: phone?.country ?? null,
  };
  if (!phone?.isPossible) return { ...subject, lines: [line("failed", "phone_wrong")] };
  const params = { number: phone.number, country: phone.country ?? "" };
  const form = phone.isValid
    ? line("passed", "phone_valid", params)
    : line("failed", "phone_possible", params);
  const isSample = findPlaceholder({ field: "phone", value: text }) !== undefined;
  const sample = isSample ? [line("failed", "phone_placeholder")] : [];
  return { ...subject, lines: [form, ...sample, line("not_checked", "phone_called")] };
}

function readName(text: string, given: { readers: Readers; at: number }): Subject | undefined {
  const isName = /^(?:https?:\/\/)?[^\s/@:]+\.[^\s/@:.]{2,}(?:[/:]\S*)?$/iu.test(text);
  return isName ? readDomain(text, given) : undefined;
}
