// The rules that ship: which skill, what is measured in a talk, and how many in a row are worth a word.
import type { Skill } from "../playbook.ts";

/** What is measured in one talk: how the customer felt, or the share of the skill's checks that passed. */
export type AlertMeasure = "customer_sentiment" | "checks_passed";

/** A rule over the talks of one rep that called for one skill. */
export type AlertRule = {
  id: string;
  skill: Skill;
  measure: AlertMeasure;
  /** Under this, in [0, 1], a talk counts. */
  below: number;
  /** So many of the latest talks, without one that lies above. */
  inARow: number;
};

export const alertRules = [
  // The five and the 0.4 were asked for; 0.5 says nothing either way (moves/sentiment.ts).
  {
    id: "cold-on-competitors",
    skill: "competitor_comparison",
    measure: "customer_sentiment",
    below: 0.4,
    inARow: 5,
  },
  // The same of price, where most deals are lost.
  {
    id: "cold-on-price",
    skill: "price_negotiation",
    measure: "customer_sentiment",
    below: 0.4,
    inARow: 5,
  },
  // A third of an objection's checks in five talks: by chance (half of them each, four a talk) in 1 of 400 reps (ours).
  {
    id: "objections-unmet",
    skill: "objection_handling",
    measure: "checks_passed",
    below: 0.35,
    inARow: 5,
  },
  // Breaches are rarer and dearer: three talks in a row that each hold one (ours).
  {
    id: "forbidden-words",
    skill: "compliance",
    measure: "checks_passed",
    below: 1,
    inARow: 3,
  },
] as const satisfies readonly AlertRule[];

/** One of the rules that ship. */
export type ShippedRule = (typeof alertRules)[number];
export type AlertRuleId = ShippedRule["id"];

/** The rule an alert came of; none where it ships no more. */
export const ruleOf = ({ kind }: { kind: string }): ShippedRule | undefined =>
  alertRules.find(({ id }) => id === kind);
