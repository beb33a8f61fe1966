// "import": how a team's own data comes in, for whoever looks for a command and needs only to drop a file.
import { text } from "../card.ts";
import type { Person } from "../model.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";

/** What to drop, what becomes of it, and that nothing is kept before a confirm. */
export function tellHowToImport(person: Person): Effect {
  return async (unit) => {
    const { title, drop, what, after } = readingOf(person).texts.chat.howToImport;
    const blocks = [drop, what, after].map((words) => ({
      t: "text" as const,
      text: [text(words)],
    }));
    const key = `how_to_import:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}
