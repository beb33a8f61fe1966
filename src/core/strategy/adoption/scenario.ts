// A claim as a practice scenario: somebody of the library who raises the objection the claim is about, with its action
// as the goal. Made when it is played, in the player's language, so that it is always of the library as it is now.
import type { Language } from "../../model.ts";
import type { Plan } from "../../training/customer/model.ts";
import { toPlan } from "../../training/customer/plan.ts";
import type { Library } from "../../training/library.ts";
import { understandCustomer } from "../../training/moves/understand-customer.ts";
import { type Scenario, tactics } from "../../training/playbook.ts";
import { verticalNamed } from "../../training/verticals.ts";
import type { Claim } from "../claim.ts";

type Tactic = (typeof tactics)[number];

/** What is practised: an objection, in a vertical where the claim names one. */
export type Practised = { vertical: string | undefined; tactic: Tactic };

/** What customers tend to say in a stage, where the author named no objection. Our judgement. */
const usualTactic: Readonly<Record<string, Tactic>> = {
  new: "no_time",
  contacted: "send_me_something",
  qualified: "status_quo",
  proposal: "price_anchoring",
  negotiation: "discount_demand",
};

/** What a claim is about, in a customer's mouth: the objection its author names, else the stage's usual one. */
export function practisedBy(claim: Claim, said: string, verticals: readonly string[]): Practised {
  const [first] = understandCustomer(said).tactics;
  const named = tactics.find((each) => each === first?.label);
  const [stage = ""] = claim.population.stages;
  return {
    vertical: verticalNamed(claim.population.industry ?? "", verticals),
    tactic: named ?? usualTactic[stage] ?? "status_quo",
  };
}

/** As an adoption keeps it. */
export const toTarget = ({ vertical, tactic }: Practised): string => `${vertical ?? ""}/${tactic}`;

/** What toTarget wrote. */
export function fromTarget(target: string): Practised {
  const [vertical = "", word = ""] = target.split("/");
  const tactic = tactics.find((each) => each === word) ?? "status_quo";
  return { vertical: vertical || undefined, tactic };
}

type Words = { title: string; goal: (goal: string) => string };
type Wanted = Practised & {
  /** The player's own, where the claim names none. */
  own: string | undefined;
  language: Language;
};

/** The plan, begun with that objection; nothing where no scenario of the language raises it. */
export function planScenario(library: Library, wanted: Wanted, words: Words): Plan | undefined {
  const { tactic, language } = wanted;
  const raises = ({ objections }: Scenario) => objections.some((each) => each.tactic === tactic);
  const vertical = wanted.vertical ?? wanted.own;
  const [best] = library.playbooks
    .filter((playbook) => playbook.language === language)
    .flatMap((playbook) => playbook.scenarios.filter(raises).map((one) => ({ playbook, one })))
    .sort(
      (a, b) =>
        Number(b.playbook.vertical === vertical) - Number(a.playbook.vertical === vertical) ||
        a.one.difficulty - b.one.difficulty,
    );
  if (!best) return undefined;
  const place = { vertical: best.playbook.vertical, language };
  const plan = toPlan(library, { ...place, scenario: best.one.id });
  const { scenario } = plan;
  const first = scenario.objections.filter((each) => each.tactic === tactic);
  const rest = scenario.objections.filter((each) => each.tactic !== tactic);
  const goal = words.goal(scenario.goal);
  const objections = [...first, ...rest];
  return { ...plan, scenario: { ...scenario, title: words.title, goal, objections } };
}
