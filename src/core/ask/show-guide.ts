// "What can I ask?": every metric with its definition, what it can be split by, and examples to press.
import { type Block, type Card, strong, text } from "../card.ts";
import { Refused } from "../errors.ts";
import type { Person } from "../model.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";
import { metricIds } from "./metrics.ts";
import { askButtons } from "./problem-card.ts";
import { mayAsk } from "./reach.ts";

/** Posts it. */
export function showGuide(person: Person): Effect {
  if (!mayAsk(person)) throw new Refused("forbidden", `${person.role} asked for the guide`);
  const { ask } = readingOf(person).texts;
  const { guide } = ask;
  const say = (words: string): Block => ({ t: "text", text: [text(words)] });
  return async (unit) => {
    const key = `ask:${unit.newId("message")}`;
    const questions = ask.examples[person.role] ?? [];
    const card: Card = {
      ...{ key, title: guide.title, tone: "info", summary: guide.title },
      blocks: [
        say(guide.body),
        { t: "actions", actions: askButtons(unit, { person, key, questions }) },
        say(guide.dimensions({ list: Object.values(ask.dimensions).join(" · ") })),
        say(guide.periods),
        {
          ...{ t: "more", title: guide.metrics },
          blocks: metricIds.map((id): Block => {
            const { name = id, counts = "" } = ask.metrics[id] ?? {};
            return { t: "text", text: [strong(name), text(` – ${counts}`)] };
          }),
        },
        { t: "context", text: [text(guide.limits)] },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}
