// Before a manager's first publication: whatever would publish asks the six questions instead, until they are answered.
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Store, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Answer, Effect } from "../../use-case.ts";
import { isReady } from "./publisher.ts";

type Use = (answer: Answer) => Effect | Promise<Effect>;

/** The same use case for whoever is ready; for other managers, the card with the way to the questions. */
export function questionsFirst({ store }: { store: Store }, use: Use): Use {
  return async (answer) => {
    const { person } = answer;
    if (person.role !== "manager" || (await isReady(store.read, person))) return use(answer);
    return async (unit) => {
      const { first } = readingOf(person).texts.sandbox;
      unit.post({ to: person.id, card: firstCard(unit, person) });
      return { toast: first.title };
    };
  };
}

function firstCard(unit: Unit, person: Person): Card {
  const { first } = readingOf(person).texts.sandbox;
  const key = `questions:${unit.newId("message")}`;
  const arm = (action: string) =>
    unit.arm({ action, params: {}, personId: person.id, cardKey: key });
  return {
    ...{ key, title: first.title, tone: "info", summary: first.title },
    blocks: [
      sentence(first.body),
      {
        t: "actions",
        actions: [
          {
            ...{ id: "sandbox.questions", label: first.begin, style: "primary" },
            ref: arm("sandbox.questions"),
          },
          { id: "sandbox.open", label: first.sandbox, ref: arm("sandbox.open") },
        ],
      },
    ],
  };
}
