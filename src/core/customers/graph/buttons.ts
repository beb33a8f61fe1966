// The buttons of a customer's card that lead into its graph: the parts, and the page or the picture.
import { note } from "../../blocks.ts";
import type { Action, Block } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { CustomerPages } from "./services.ts";

/** What can be listed in chat. */
export const parts = ["people", "deals", "touches", "tickets", "said"] as const;
export type Part = (typeof parts)[number];

type Where = {
  person: Person;
  customerId: string;
  cardKey: string;
  pages?: CustomerPages | undefined;
};

export function graphButtons(unit: Unit, { person, customerId, cardKey, pages }: Where): Block[] {
  const { graph } = readingOf(person).texts;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params: { customerId, ...params }, personId: person.id, cardKey });
  const drill = parts.map(
    (part): Action => ({
      id: `customer.part.${part}`,
      label: graph.drill[part],
      ref: arm("customer.part", { part }),
    }),
  );
  if (!pages) {
    const picture = { id: "customer.picture", label: graph.picture };
    const ref = arm("customer.picture", {});
    return [{ t: "actions", actions: [...drill, { ...picture, ref }] }];
  }
  const url = pages.linkTo({ customerId, readerId: person.id });
  return [
    { t: "actions", actions: [...drill, { label: graph.page, url }] },
    note(graph.pageUntil({ hours: pages.hours })),
  ];
}
