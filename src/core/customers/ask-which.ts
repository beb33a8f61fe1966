// "Which one do you mean?": what fits a name, as buttons.
import { type Action, type Block, longestLabel } from "../card.ts";
import type { Person } from "../model.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";

/** One that fits; `params` go with its button. */
export type Choice = { label: string; params: Record<string, string> };

/** By the name that fits several, or in a question of its own. */
type Which = ({ name: string } | { question: string }) & {
  action: string;
  choices: readonly Choice[];
};

/** More than these are better told apart by a longer name. */
const mostChoices = 5;
export function askWhich(person: Person, { action, choices, ...asked }: Which): Effect {
  return async (unit) => {
    const key = `which:${unit.newId("message")}`;
    const { customers } = readingOf(person).texts;
    const title = "name" in asked ? customers.which({ name: asked.name }) : asked.question;
    const actions = choices.slice(0, mostChoices).map(({ label, params }): Action => {
      const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
      return { id: action, label: label.slice(0, longestLabel), ref };
    });
    const blocks: Block[] = [{ t: "actions", actions }];
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}
