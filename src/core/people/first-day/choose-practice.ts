// One scenario for each of the customers: of their vertical, with the objection that is to be expected of them, none twice.
import type { Language } from "../../model.ts";
import type { Library } from "../../training/library.ts";
import type { Scenario, tactics } from "../../training/playbook.ts";

type Tactic = (typeof tactics)[number];

/** What is known of a customer: their vertical, and the objection to expect. */
export type Expecting = { vertical: string | undefined; tactic: Tactic | undefined };

/** A scenario of the library; `raises`: whether it has the objection that is expected. */
export type Practice = { vertical: string; scenario: string; title: string; raises: boolean };

/** In the order of the customers; undefined where the language has no scenario left. */
export function choosePractices(
  { playbooks }: Library,
  language: Language,
  customers: readonly Expecting[],
): (Practice | undefined)[] {
  const ofLanguage = playbooks.filter((each) => each.language === language);
  const taken = new Set<string>();
  return customers.map(({ vertical, tactic }) => {
    const own = ofLanguage.filter((each) => each.vertical === vertical);
    const from = own.length > 0 ? own : ofLanguage;
    const [best] = from
      .flatMap((playbook) =>
        playbook.scenarios.map((scenario) => ({
          ...{ vertical: playbook.vertical, scenario },
          raises: tactic !== undefined && raisesIt(scenario, tactic),
        })),
      )
      .filter(({ scenario, ...one }) => !taken.has(`${one.vertical} ${scenario.id}`))
      .sort(
        (a, b) =>
          Number(b.raises) - Number(a.raises) || a.scenario.difficulty - b.scenario.difficulty,
      );
    if (!best) return undefined;
    taken.add(`${best.vertical} ${best.scenario.id}`);
    const { id, title } = best.scenario;
    return { vertical: best.vertical, scenario: id, title, raises: best.raises };
  });
}

function raisesIt({ objections }: Scenario, tactic: Tactic): boolean {
  return objections.some((each) => each.tactic === tactic);
}
