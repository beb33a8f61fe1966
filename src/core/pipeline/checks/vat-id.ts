// A European VAT number: its country, its form, its check figure.
import type { CodeCheck, CodeProblem } from "./code-check.ts";
import { vatRules } from "./vat-rules.ts";

/** Checks a number that begins with a country's letters, or of a country given; nothing for one we know no rule of. */
export function checkVatId(typed: string, country?: string | null): CodeCheck | undefined {
  const code = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-_./]+/g, "");
  const own = /^(?:[A-Z]{2})/.exec(code)?.[0].replace("GR", "EL") ?? "";
  const given = country?.toUpperCase().replace("GR", "EL") ?? "";
  const letters = Object.hasOwn(vatRules, own) ? own : given;
  const rule = Object.hasOwn(vatRules, letters) ? vatRules[letters] : undefined;
  if (!rule) return undefined;
  const number = own === letters ? code.slice(2) : code;
  const whole = { type: "vatId" as const, code: `${letters}${number}`, country: letters };
  if (!rule.pattern.test(number)) {
    return { ...whole, problem: { code: "format", wanted: `${letters}${rule.like}` } };
  }
  return { ...whole, problem: rule.holds(number) ? null : brokenAt(whole.code) };
}

/** Which figure is wrong nobody can say; where the check stands, one can. */
function brokenAt(code: string): CodeProblem {
  return { code: "check", position: code.length, expected: null };
}
