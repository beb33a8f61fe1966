// The cards of "say": three lines and where they come from, or the question what the customer said.
import { type Action, type Block, type Card, strong, text } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { sayOrigin } from "../strategy/debrief/team-entries.ts";
import { type Reading, readingOf } from "../text/format.ts";
import { markBlanks } from "./fill-in.ts";
import { placeWords } from "./place.ts";
import type { ScriptHit } from "./script-search.ts";

/** What was found for an objection, and the verticals that were not looked at first. */
export type FoundLines = { objection: string; hits: ScriptHit[]; others: string[] };

/** As much of the objection as a title shows. */
const titleLength = 60;

/** One line of each hit, the strongest, with its source; the rest of the words are folded away. */
export function linesCard(unit: Unit, person: Person, found: FoundLines): Card {
  const reading = readingOf(person);
  const { scripts } = reading.texts;
  const key = `say:${unit.newId("message")}`;
  const practise = found.hits.map(
    ({ entry, vertical, language }, index): Action => ({
      id: "say.practise",
      label: scripts.practise({ number: index + 1 }),
      ref: unit.arm({
        action: "say.practise",
        params: { entryId: entry.id, vertical, language, round: 0 },
        personId: person.id,
        cardKey: key,
      }),
    }),
  );
  return {
    key,
    title: scripts.title({ objection: shorten(found.objection) }),
    tone: "info",
    summary: scripts.summary,
    blocks: [
      ...found.hits.flatMap((hit, index) => lineBlocks(hit, index, reading)),
      { t: "actions", actions: [...practise, ...usedButtons(unit, person, { ...found, key })] },
      {
        t: "more",
        title: scripts.rest,
        blocks: found.hits.flatMap((hit) => restBlocks(hit, reading)),
      },
      ...elsewhere(unit, person, { ...found, key }),
    ],
  };
}

/** What the team made itself can be counted where it was used. */
function usedButtons(
  unit: Unit,
  person: Person,
  { hits, key }: FoundLines & { key: string },
): Action[] {
  const { used } = readingOf(person).texts.debrief;
  return hits.flatMap(({ entry, origin }, index): Action[] => {
    if (!origin) return [];
    const params = { assetId: entry.id };
    const armed = { action: "script.use", params, personId: person.id, cardKey: key };
    const ref = unit.arm(armed);
    return [{ id: "script.use", label: used.buttonOf({ number: index + 1 }), ref }];
  });
}

/** Nothing fits: how to ask better, and where else to look. */
export function noneCard(unit: Unit, person: Person, found: FoundLines): Card {
  const { none } = readingOf(person).texts.scripts;
  const key = `say:${unit.newId("message")}`;
  return {
    key,
    title: none.title,
    tone: "info",
    summary: none.title,
    blocks: [{ t: "text", text: [text(none.body)] }, ...elsewhere(unit, person, { ...found, key })],
  };
}

/** Asks for the customer's words, in a form. */
export function askCard(unit: Unit, person: Person, verticals: string[]): Card {
  const { scripts } = readingOf(person).texts;
  const key = `say:${unit.newId("message")}`;
  const options = [
    { value: "", label: scripts.ask.any },
    ...verticals.map((value) => ({ value, label: scripts.verticals[value] ?? value })),
  ];
  return {
    key,
    title: scripts.ask.title,
    tone: "info",
    summary: scripts.ask.title,
    blocks: [
      {
        t: "form",
        id: "say",
        fields: [
          { kind: "multiline", name: "objection", label: scripts.ask.objection, required: true },
          { kind: "select", name: "vertical", label: scripts.ask.vertical, options },
        ],
        submit: {
          id: "say.submit",
          label: scripts.ask.submit,
          ref: unit.arm({ action: "say.submit", params: {}, personId: person.id, cardKey: key }),
          style: "primary",
        },
      },
    ],
  };
}

/** One line to say with its source, numbered. */
export function lineBlocks(
  { entry, ...hit }: ScriptHit,
  index: number,
  { texts }: Reading,
): Block[] {
  const { scripts } = texts;
  const source = scripts.source({
    when: entry.when,
    tactic: scripts.tactics[entry.tactic] ?? entry.tactic,
    from: hit.origin
      ? sayOrigin(hit.origin, texts.debrief.from)
      : scripts.library({ vertical: scripts.verticals[hit.vertical] ?? hit.vertical }),
  });
  return [
    {
      t: "text",
      text: [strong(`${index + 1}  `), text(markBlanks(entry.say[0] ?? "", hit.language))],
    },
    { t: "context", text: [text(source)] },
  ];
}

/** The rest of an entry, and for whoever edits it where it is kept. */
function restBlocks({ entry, language, at, origin }: ScriptHit, { texts }: Reading): Block[] {
  const { scripts } = texts;
  const lines = entry.say
    .slice(1)
    .map((line): Block => ({ t: "text", text: [text(markBlanks(line, language))] }));
  const why = [
    scripts.why({ why: entry.why }),
    ...(entry.avoid ? [scripts.avoid({ avoid: entry.avoid })] : []),
    ...(origin ? [] : [scripts.kept({ place: placeWords(at) })]),
  ];
  return [
    { t: "text", text: [strong(entry.when)] },
    ...lines,
    ...why.map((sentence): Block => ({ t: "context", text: [text(sentence)] })),
  ];
}

/** The same question to the other libraries, as buttons that ask it. */
function elsewhere(
  unit: Unit,
  person: Person,
  { objection, others, key }: FoundLines & { key: string },
): Block[] {
  const { scripts } = readingOf(person).texts;
  const actions = others.slice(0, 3).map((vertical): Action => {
    const name = scripts.verticals[vertical] ?? vertical;
    return {
      id: `say.in.${vertical}`,
      label: scripts.elsewhere({ vertical: name }),
      ref: unit.arm({
        action: "ask",
        params: { text: scripts.sayIn({ vertical, objection }) },
        personId: person.id,
        cardKey: key,
      }),
    };
  });
  return actions.length > 0 ? [{ t: "actions", actions }] : [];
}

function shorten(objection: string): string {
  const line = objection.replace(/\s+/g, " ");
  const letters = [...line];
  return letters.length <= titleLength ? line : `${letters.slice(0, titleLength - 1).join("")}…`;
}
