// Kinds of touches in words, and as the signs of the rule form.
import type { Reading } from "../../text/format.ts";
import { sayPattern } from "../rules/say-rule.ts";
import { patternOf } from "../touch-kind.ts";
import type { Finding } from "./find-winning.ts";

/** "Pricing page looked at". */
export function sayKind(kind: string, reading: Reading): string {
  const { touch, prop, value = "" } = patternOf(kind);
  const where = prop ? [{ prop, op: "eq" as const, value }] : [];
  const words = sayPattern({ touch, where }, reading);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One sign, or "first, then within 7 days second"; with its segment where it is of one. */
export function saySigns({ signs, withinDays, segment }: Finding, reading: Reading): string {
  const { discovery } = reading.texts;
  const [first = "", second] = signs.map((sign) => sayKind(sign, reading));
  const what =
    second === undefined ? first : discovery.thenWithin({ first, second, days: withinDays ?? 0 });
  return segment === null ? what : discovery.findings.inSegment({ segment, what });
}

/** A finding as the rule form takes it (rules-in-chat/making/new-rule.ts). */
export function toRuleForm(finding: Finding, reading: Reading): Record<string, string> {
  const signs = finding.signs.map((kind) => {
    const { touch, prop, value } = patternOf(kind);
    return prop ? `${touch} ${prop} ${value}` : touch;
  });
  return {
    ...Object.fromEntries(signs.map((sign, index) => [`sign${index + 1}`, sign])),
    ...{ order: "sequence", within: String(finding.withinDays ?? 7) },
    name: saySigns({ ...finding, segment: null }, reading).slice(0, 100),
  };
}

/** A share as whole per cents. */
export const percentOf = (share: number) => String(Math.round(100 * share));

/** A share of a few in a hundred: below one with a digit, so that it is not none. */
export const fewOf = (share: number) =>
  share < 0.01 ? (100 * Math.max(share, 0.001)).toFixed(1) : percentOf(share);
