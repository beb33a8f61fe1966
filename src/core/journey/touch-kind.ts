// What a touch is, as finely as patterns are looked for: its type, and which page or file it was of.
import { byName } from "../by-name.ts";
import type { Touch } from "../model.ts";
import { isAutomated } from "./automated.ts";

/** The property that says which page, file or form a touch was of, by the family of its type. */
const subjects: Partial<Record<string, string>> = byName({
  ...{ page: "page", file: "kind", survey: "kind", form: "form", video: "video" },
  product: "feature",
});

/** Pricing and documentation are both pages, but they do not say the same: "page.view:pricing". */
export function kindOf({ type, props }: Pick<Touch, "type" | "props">): string {
  const part = props[subjectOf(type)];
  return typeof part === "string" && part !== "" ? `${type}:${part}` : type;
}

const subjectOf = (type: string) => subjects[type.split(".", 1)[0] ?? ""] ?? "";

/** A kind as a rule would ask for it: its type, and the property that makes it this kind. */
export function patternOf(kind: string): { touch: string; prop?: string; value?: string } {
  const colon = kind.indexOf(":");
  if (colon < 0) return { touch: kind };
  const touch = kind.slice(0, colon);
  return { touch, prop: subjectOf(touch), value: kind.slice(colon + 1) };
}

/** What we did, and what our systems wrote down: no behaviour of the customer. */
const notTheirs = new Set([
  "email.sent",
  "email.bounce",
  "message.sent",
  "call.made",
  "note.added",
]);
/** What is the outcome itself, or comes with it: a signed contract goes with winning in every company. */
const outcomeFamilies = new Set(["deal", "contract", "order", "payment"]);
const bookkeeping = new Set(["record", "visitor"]);

/** Whether the customer did this, and could do it whatever became of the deal. */
export function isBehaviour(touch: Pick<Touch, "type" | "props">): boolean {
  const [family = ""] = touch.type.split(".");
  const isLeft =
    notTheirs.has(touch.type) || outcomeFamilies.has(family) || bookkeeping.has(family);
  return !isLeft && !isAutomated(touch);
}

/** Types that patterns are not looked for in, by name, for whoever reads the figures. */
export const leftOutOfPatterns: readonly string[] = [
  ...notTheirs,
  ...[...outcomeFamilies, ...bookkeeping].map((family) => `${family}.*`),
];
