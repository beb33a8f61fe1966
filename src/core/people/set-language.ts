// "English", "中文": the language somebody is spoken to in.
import type { Gate } from "../gate/gate.ts";
import type { Language, Person } from "../model.ts";
import { textsFor } from "../text/texts.ts";
import type { Effect } from "../use-case.ts";

/** From now on the bot speaks this language with this person. */
export function setLanguage({ gate }: { gate: Gate }, person: Person, language: Language): Effect {
  return async (unit) => {
    await gate.apply(unit, {
      by: { kind: "person", person },
      via: "chat",
      source: "chat",
      changes: [{ kind: "person", id: person.id, set: { language } }],
    });
    const title = textsFor(language).chat.languageSet;
    const key = `language:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { key, title, tone: "good", summary: title, blocks: [] } });
    return { toast: title };
  };
}
