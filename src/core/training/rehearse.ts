// One objection, aloud: the customer's words first, then what works. Nothing is recorded and nothing is scored.
import { type Action, type Block, type Card, strong, text } from "../card.ts";
import type { Language, Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { markBlanks } from "./fill-in.ts";
import { findPlaybook, type Library } from "./library.ts";
import type { Entry } from "./playbook.ts";

type Services = { library: () => Library };

/** The customer says it, in one of their wordings; the rep answers aloud. */
export function rehearse({ library }: Services, { person, params }: Ask): Effect {
  return async (unit) => {
    const { rehearse: words } = readingOf(person).texts.scripts;
    const entry = findEntry(library(), params);
    if (!entry) return { toast: words.changed };
    const round = Number(params.round ?? 0);
    const said = entry.customer[round % entry.customer.length] ?? "";
    const key = `rehearse:${unit.newId("message")}`;
    const show = toButton(unit, {
      person,
      params,
      key,
      round,
      action: "say.show",
      label: words.show,
    });
    return {
      card: toCard(key, person, [
        { t: "text", text: [strong(said)] },
        { t: "context", text: [text(words.body)] },
        { t: "actions", actions: [{ ...show, style: "primary" }] },
      ]),
    };
  };
}

/** What works, in place of the question; once more is with the customer's next wording. */
export function showRehearsed({ library }: Services, { person, params }: Ask): Effect {
  return async (unit) => {
    const { scripts } = readingOf(person).texts;
    const entry = findEntry(library(), params);
    if (!entry) return { toast: scripts.rehearse.changed };
    const round = Number(params.round ?? 0);
    const said = entry.customer[round % entry.customer.length] ?? "";
    const key = params.cardKey ?? "";
    const language = params.language as Language;
    const again = toButton(unit, {
      ...{ person, params, key, action: "say.aloud", label: scripts.rehearse.again },
      round: round + 1,
    });
    const why = [scripts.why({ why: entry.why })];
    if (entry.avoid) why.push(scripts.avoid({ avoid: entry.avoid }));
    return {
      card: toCard(key, person, [
        { t: "text", text: [strong(said)] },
        { t: "text", text: [text(scripts.rehearse.answer)] },
        ...entry.say.map(
          (line): Block => ({ t: "text", text: [text(markBlanks(line, language))] }),
        ),
        ...why.map((sentence): Block => ({ t: "context", text: [text(sentence)] })),
        { t: "actions", actions: [again] },
      ]),
    };
  };
}

function findEntry(library: Library, params: Record<string, string>): Entry | undefined {
  const { vertical = "", language = "en", entryId } = params;
  const playbook = findPlaybook(library, { vertical, language: language as Language });
  return playbook?.entries.find(({ id }) => id === entryId);
}

type Button = {
  person: Person;
  params: Record<string, string>;
  key: string;
  action: string;
  label: string;
  round: number;
};

function toButton(
  unit: Unit,
  { person, params, key, ...button }: Button,
): Action & { ref: string } {
  const { entryId = "", vertical = "", language = "" } = params;
  return {
    id: button.action,
    label: button.label,
    ref: unit.arm({
      action: button.action,
      params: { entryId, vertical, language, round: button.round },
      personId: person.id,
      cardKey: key,
    }),
  };
}

function toCard(key: string, person: Person, blocks: Block[]): Card {
  const { rehearse: words } = readingOf(person).texts.scripts;
  return {
    key,
    title: words.title,
    tone: "info",
    tags: [words.tag],
    summary: words.summary,
    blocks,
  };
}
