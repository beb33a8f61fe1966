// "Which one do you mean?": what fits a name, as buttons.
import type { Action, Block } from "../card.ts";
import type { Person } from "../model.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";

/** One that fits; `params` go with its button. */
export type Choice = { label: string; params: Record<string, string> };

type Which = { name: string; action: string; choices: readonly Choice[] };

/** More than these are better told apart by a longer name. */
const mostChoices = 5;
const longestLabel = 70;

export function askWhich(person: Person, { name, action, choices }: Which): Effect {
  return async (unit) => {
    const key = `which:${unit.newId("message")}`;
    const title = readingOf(person).texts.customers.which({ name });
    const actions = choices.slice(0, mostChoices).map(({ label, params }): Action => {
      const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
      return { id: action, label: label.slice(0, longestLabel), ref };
    });
    const blocks: Block[] = [{ t: "actions", actions }];
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}
