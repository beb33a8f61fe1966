// What a person can ask for, as buttons that ask it.
import { type Action, type Block, type Card, strong, text } from "./card.ts";
import type { Person, Role } from "./model.ts";
import type { Unit } from "./ports.ts";
import { readingOf } from "./text/format.ts";
import type { Effect } from "./use-case.ts";

/** What each role asks for day by day: shown first, with a button; the rest is folded away by area. */
const everyday: Record<Role, readonly string[]> = {
  rep: ["home", "my_leads", "my_actions", "customer", "brief", "say", "practice"],
  manager: ["home", "team_leads", "ask", "customer", "rules", "weights"],
  contributor: ["home", "say"],
  operator: ["home"],
};

const areas = {
  leads: ["day_one", "my_leads", "team_leads", "why", "why_not_me", "new_lead", "pool", "my_share"],
  customers: [
    "customer",
    "brief",
    "review",
    "meeting_briefs",
    "update",
    "note",
    "attach",
    "notes",
    "merge",
    "split",
    "path",
    "slipping",
    "my_actions",
    "ask",
    "say",
    "practice",
    "daily_report",
    "weekly_report",
    "reports",
    "morning_brief",
  ],
  rules: [
    "rules",
    "new_rule",
    "discover",
    "weights",
    "strategy",
    "strategies",
    "week_hour",
    "team_channel",
    "what_changed",
    "timeline",
    "sandbox",
    "team_scripts",
    "contracts",
    "drift",
    "health",
    "check_code",
  ],
  skills: [
    "skills",
    "practice_history",
    "drills",
    "calls",
    "alerts",
    "manager_sees",
    "team_skills",
    "ramp",
  ],
  you: ["away", "back", "notifications", "digest", "privacy", "add_person", "language", "help"],
} as const;

/** Folded away, but a button all the same: settings are looked for, not typed. */
const settings = ["add_person", "notifications", "privacy", "language"];

/** What this person can ask for. `topics` name examples of the `chat` texts; one in no area stands with the everyday. */
export function showHelp(person: Person, topics: readonly string[]): Effect {
  return async (unit) => {
    const { help } = readingOf(person).texts.chat;
    const key = `help:${unit.newId("message")}`;
    const placed: readonly string[] = Object.values(areas).flat();
    const first = topics.filter(
      (topic) => everyday[person.role].includes(topic) || !placed.includes(topic),
    );
    const rest = topics.filter((topic) => !first.includes(topic));
    const buttons = [...first, ...rest.filter((topic) => settings.includes(topic))];
    const drop: Block[] =
      person.role === "manager" ? [{ t: "context", text: [text(help.drop)] }] : [];
    const card: Card = {
      key,
      title: help.greeting({ name: person.name }),
      tone: "info",
      summary: help.summary,
      blocks: [
        { t: "text", text: [text(help[person.role])] },
        ...first.map((topic) => lineOf(topic, help)),
        { t: "actions", actions: askButtons(unit, { person, topics: buttons, cardKey: key }) },
        ...Object.entries(areas).flatMap(([area, names]) =>
          areaBlocks(
            help.areas[area] ?? area,
            names.filter((topic) => rest.includes(topic)).map((topic) => lineOf(topic, help)),
          ),
        ),
        ...drop,
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type HelpTexts = { examples: Record<string, string>; about: Record<string, string> };

function lineOf(topic: string, { examples, about }: HelpTexts): Block {
  const words = [strong(examples[topic] ?? topic), text(` – ${about[topic] ?? ""}`)];
  return { t: "text", text: words };
}

function areaBlocks(title: string, blocks: Block[]): Block[] {
  return blocks.length > 0 ? [{ t: "more", title, blocks }] : [];
}

/**
 * A sentence nobody understood: the nearest things that can be asked, as buttons; and, since it may be a customer's
 * sentence that was forwarded or pasted here, what to say to it.
 */
export function showChoices(person: Person, topics: readonly string[], words: string): Effect {
  return async (unit) => {
    const { unknown } = readingOf(person).texts.chat;
    const key = `unknown:${unit.newId("message")}`;
    const card: Card = {
      key,
      title: unknown.title,
      tone: "info",
      summary: unknown.title,
      blocks: [
        { t: "text", text: [text(unknown.body)] },
        {
          t: "actions",
          actions: [
            ...askButtons(unit, { person, topics, cardKey: key }),
            ...updateButton(unit, { person, words, cardKey: key }),
            ...sayButton(unit, { person, words, cardKey: key }),
          ],
        },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** As much of a sentence as says what the objection is. */
const mostWords = 600;

/** For those who sell; operators are told nothing by customers. */
function sayButton(
  unit: Unit,
  { person, words, cardKey }: { person: Person; words: string; cardKey: string },
): Action[] {
  if (person.role === "operator") return [];
  const { scripts } = readingOf(person).texts;
  const params = { text: scripts.sayAgain({ words: words.trim().slice(0, mostWords) }) };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
  return [{ id: "say.this", label: scripts.sayThis, ref }];
}

/** It may be what became of a deal, said in words of one's own. */
function updateButton(
  unit: Unit,
  { person, words, cardKey }: { person: Person; words: string; cardKey: string },
): Action[] {
  if (person.role !== "rep" && person.role !== "manager") return [];
  const { updates } = readingOf(person).texts;
  const params = { text: updates.logAgain({ words: words.trim().slice(0, mostWords) }) };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
  return [{ id: "update.this", label: updates.logThis, ref }];
}

type Asking = { person: Person; topics: readonly string[]; cardKey: string };

/** Their examples name somebody invented. */
const nameTopics = new Set([
  "customer",
  "brief",
  "review",
  "path",
  "merge",
  "why",
  "why_not_me",
  "away",
  "back",
  "new_lead",
  "update",
  "note",
  "attach",
  "notes",
]);

/** Buttons that say an example; those that need a name of one's own are left to typing. */
function askButtons(unit: Unit, { person, topics, cardKey }: Asking): Action[] {
  const { examples } = readingOf(person).texts.chat.help;
  return topics
    .filter((topic) => !nameTopics.has(topic))
    .map((topic) => ({ topic, example: examples[topic] ?? topic }))
    .map(({ topic, example }) => ({
      id: `ask.${topic}`,
      label: example,
      ref: unit.arm({ action: "ask", params: { text: example }, personId: person.id, cardKey }),
    }));
}
