// A short answer to the author of a strategy.
import type { Card, Outcome } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Ask } from "../../use-case.ts";

type Telling = { person: Person; params: Ask["params"]; title: string };

/** In place of the card it was pressed on, or as a message where it was said. */
export function tellAuthor(unit: Unit, { person, params, title }: Telling): Outcome {
  const key = params.cardKey ?? `strategy_said:${unit.newId("message")}`;
  const card: Card = { key, title, tone: "good", summary: title, blocks: [] };
  if (params.cardKey) return { toast: title, card };
  unit.post({ to: person.id, card });
  return {};
}
