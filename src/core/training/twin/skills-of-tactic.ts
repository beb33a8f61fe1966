// Which skill an objection puts to the test: a drill gives evidence on it, and a customer who raises it calls for it.
import type { Tactic } from "../moves/model.ts";
import type { Skill } from "../playbook.ts";

/** Beside handling the objection as such. (Ours: by what the rubrics of the shipped playbooks ask for.) */
const calledFor: Record<Tactic, Skill | null> = {
  price_anchoring: "price_negotiation",
  discount_demand: "price_negotiation",
  budget_freeze: "price_negotiation",
  competitor_quote: "competitor_comparison",
  payback_demand: "value_presentation",
  send_me_something: "closing_rhythm",
  no_time: "closing_rhythm",
  silence: "rapport",
  authority: "needs_discovery",
  false_urgency: "price_negotiation",
  technical_trap: "value_presentation",
  compliance_trap: "compliance",
  status_quo: "needs_discovery",
  switching_cost: "value_presentation",
  risk_aversion: null,
  reference_demand: "value_presentation",
  pilot_demand: "closing_rhythm",
  contract_terms: "price_negotiation",
  data_security: null,
  bad_experience: "rapport",
  committee: "needs_discovery",
  small_talk: "rapport",
};

/** The skills that answering one objection of this tactic can show. */
export function skillsOfTactic(tactic: Tactic): Skill[] {
  const own = calledFor[tactic];
  return own ? ["objection_handling", own] : ["objection_handling"];
}
