// What the guided form offers as a sign: every kind of touch that has a name, the usual pages and files on their own.
import type { Option } from "../../../card.ts";
import type { Reading } from "../../../text/format.ts";
import { sayPattern } from "../../rules/say-rule.ts";

/** A step as it is written in a rule. */
export type WrittenStep = { touch: string; where?: Record<string, string>; times?: number };

const kinds: [touch: string, prop: string, values: string[]][] = [
  ["page.view", "page", ["product", "pricing", "cases", "docs"]],
  ["page.leave", "page", ["pricing"]],
  ["file.download", "kind", ["whitepaper", "brochure", "quote"]],
];

/** Every sign with its words, in the order of the list. */
export function signOptions(reading: Reading): Option[] {
  const special = kinds.flatMap(([touch, prop, values]) =>
    values.map((value) => ({
      value: `${touch} ${prop} ${value}`,
      label: sayPattern({ touch, where: [{ prop, op: "eq", value }] }, reading),
    })),
  );
  const plain = Object.keys(reading.texts.ruleWords.touches).map((touch) => ({
    value: touch,
    label: sayPattern({ touch, where: [] }, reading),
  }));
  return [...special, ...plain].map(({ value, label }) => ({ value, label: capitalised(label) }));
}

/** The option of a sign that is in no list, such as a page of the company's own. */
export function signOption(sign: string, reading: Reading): Option {
  const [touch = "", prop, ...words] = sign.split(" ");
  const where = prop ? [{ prop, op: "eq" as const, value: words.join(" ") }] : [];
  return { value: sign, label: capitalised(sayPattern({ touch, where }, reading)) };
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The steps of some signs; one that was chosen twice is a step of two. */
export function toSteps(signs: readonly string[]): WrittenStep[] {
  return [...new Set(signs)].map((sign): WrittenStep => {
    const [touch = "", prop, ...words] = sign.split(" ");
    const times = signs.filter((other) => other === sign).length;
    return {
      ...(prop ? { touch, where: { [prop]: words.join(" ") } } : { touch }),
      ...(times > 1 ? { times } : {}),
    };
  });
}
