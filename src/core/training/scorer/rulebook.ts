// What a transcript is scored against: a vertical's rubric and compliance, or the checks that hold for any sale.
import type { Language } from "../../model.ts";
import type { RubricCheck } from "../library.ts";
import { type Demand, readDemand } from "../moves/demand.ts";
import type { RepMove } from "../moves/model.ts";
import { contentWords, fold } from "../moves/text.ts";
import type { Compliance, Skill } from "../playbook.ts";
import { generalRules } from "./general-rules.ts";
import type { Check, Forbidden, Rulebook } from "./model.ts";

type Written = {
  language: Language;
  rubric: readonly RubricCheck[];
  compliance: readonly Compliance[];
};

/** The rulebook of a playbook, or of a scenario's snapshot of one. */
export function toRulebook({ language, rubric, compliance }: Written): Rulebook {
  return {
    language,
    checks: rubric.map(({ id, skill, check, signs, about = [] }) => ({
      ...{ id, skill, about },
      signs: signs.map((sign) => fold(sign)),
      demand: readDemand(check),
    })),
    forbidden: toForbidden(language, compliance),
  };
}

/** Checks for a talk of no known vertical; what must not be said is that of every vertical given. */
export function universalRulebook(language: Language, compliance: readonly Compliance[]): Rulebook {
  return { language, checks: universalChecks, forbidden: toForbidden(language, compliance) };
}

/** The playbook's own rules, then those of every trade. */
function toForbidden(language: Language, compliance: readonly Compliance[]): Forbidden[] {
  return [
    ...compliance.map((rule) => toRule(rule, false)),
    ...generalRules[language].map((rule) => toRule(rule, true)),
  ];
}

function toRule({ id, instead, source, never }: Compliance, isGeneral: boolean): Forbidden {
  const nevers = never.map((text) => ({ text, folded: fold(text), content: contentWords(text) }));
  return { id, instead, source, nevers, isGeneral };
}

/** What every rubric of the library has in common, told by moves alone. */
const universalChecks: readonly Check[] = [
  toCheck("needs_discovery", "asks-about-them", [["question"], ["their_own", "empathy", "praise"]]),
  toCheck("needs_discovery", "asks-anything", [["question"]]),
  toCheck("value_presentation", "says-what-it-brings", [["value"]]),
  toCheck("value_presentation", "value-with-a-figure", [["value"], ["number", "their_own"]]),
  toCheck("value_presentation", "shows-proof", [["proof"], ["number", "paper", "date", "person"]]),
  toCheck("value_presentation", "names-a-limit", [["admission"]]),
  toCheck("objection_handling", "grants-what-is-right", [
    ["empathy"],
    ["question", "number", "value", "admission"],
  ]),
  toCheck("objection_handling", "lowers-the-risk", [["safeguard", "concession"]]),
  toCheck("objection_handling", "answers-concretely", [
    ["number", "date", "paper"],
    ["person", "proof"],
  ]),
  toCheck("price_negotiation", "gives-for-something", [["trade"]]),
  toCheck("price_negotiation", "states-the-price", [["number"], ["value", "refusal", "paper"]]),
  toCheck("competitor_comparison", "compares", [
    ["comparison"],
    ["question", "number", "admission"],
  ]),
  toCheck("closing_rhythm", "asks-for-a-step", [["close"]]),
  toCheck("closing_rhythm", "step-with-a-day", [["close"], ["date", "number"]]),
  toCheck("rapport", "takes-up-their-words", [["empathy", "praise"]]),
  toCheck("rapport", "shows-themselves", [["story"]]),
];

function toCheck(skill: Skill, id: string, needs: readonly (readonly RepMove[])[]): Check {
  const demand: Demand = { needs, lacks: ["rudeness", "attack"], content: new Set() };
  return { id, skill, signs: [], demand, about: [] };
}
