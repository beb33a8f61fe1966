// The first day as one card: three customers, each with a practice to start, five things to say, and somebody to ask.
import { heading, note, sentence } from "../../blocks.ts";
import { type Block, type Card, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { markBlanks } from "../../training/fill-in.ts";
import { type Button, buttonsOn } from "../../training/practice/buttons.ts";
import type { ScriptHit } from "../../training/script-search.ts";
import type { FirstCustomer, FirstDayFacts } from "./gather-first-day.ts";

/** The card, for the rep. */
export function firstDayCard(
  unit: Pick<Unit, "arm">,
  { person, facts, key }: { person: Person; facts: FirstDayFacts; key: string },
): Card {
  const reading = readingOf(person);
  const { firstDay } = reading.texts;
  const { customers, scripts, buddy, isReading } = facts;
  const button = buttonsOn(unit, { person, cardKey: key });
  const title = firstDay.title({ name: person.name });
  return {
    ...{ key, title, tone: customers.length > 0 ? "good" : "info" },
    summary:
      customers.length > 0 ? firstDay.summary({ count: customers.length }) : firstDay.waiting,
    blocks: [
      ...(customers.length > 0
        ? [heading(firstDay.customers({ count: customers.length }))]
        : [sentence(firstDay.none)]),
      ...customers.flatMap((each, index) =>
        customerBlocks({ each, index, person }, reading, button),
      ),
      ...scriptBlocks(scripts, reading),
      ...(isReading ? [note(firstDay.reading)] : []),
      ...buddyBlocks(facts, reading),
      { t: "actions", actions: restButtons(reading, button, customers.length) },
      ...(buddy || customers.length > 0 ? [note(firstDay.again)] : []),
    ],
  };
}

type Row = { each: FirstCustomer; index: number; person: Person };

function customerBlocks({ each, index, person }: Row, reading: Reading, button: Button): Block[] {
  const { firstDay } = reading.texts;
  const { name, held, practice } = each;
  const what = [held.account?.segment, held.account?.industry, held.lead.need].filter(Boolean);
  const params = practice && {
    ...{ vertical: practice.vertical, language: person.language, scenario: practice.scenario },
    ...{ drill: "", level: "0" },
  };
  const label = firstDay.practise({ number: index + 1 });
  const id = `first_day.practise.${index + 1}`;
  return [
    {
      ...{ t: "text" as const },
      text: [
        strong(`${index + 1}  ${name}`),
        text(what.length > 0 ? ` – ${what.join(" · ")}` : ""),
      ],
    },
    ...expectLines(each, reading).map(note),
    ...(params
      ? [{ t: "actions" as const, actions: [button("practice.again", label, { params, id })] }]
      : []),
  ];
}

/** What to expect, with where that comes from, and what the practice has of it. */
function expectLines({ expected, practice }: FirstCustomer, { texts }: Reading): string[] {
  const { firstDay, scripts } = texts;
  return [...objectionLine(), ...practiceLine()];

  function objectionLine(): string[] {
    if (!expected) return [];
    const { tactic: id, strength } = expected.first;
    const tactic = scripts.tactics[id] ?? id;
    return [strength === "library" ? firstDay.usual({ tactic }) : firstDay.expect({ tactic })];
  }

  function practiceLine(): string[] {
    if (!practice) return [];
    const { title, raises } = practice;
    return [raises ? firstDay.raises({ title }) : firstDay.near({ title })];
  }
}

function scriptBlocks(hits: readonly ScriptHit[], { texts, language }: Reading): Block[] {
  const { firstDay } = texts;
  if (hits.length === 0) return [];
  const lines = hits.map(({ entry }): Block => {
    const line = markBlanks(entry.say[0] ?? "", language);
    return { t: "text", text: [strong(`${entry.when}  `), text(line)] };
  });
  return [{ t: "more", title: firstDay.scripts({ count: hits.length }), blocks: lines }];
}

/** Why this colleague, in words alone: nobody is told how much anybody won. */
function buddyBlocks({ buddy, vertical }: FirstDayFacts, { texts }: Reading): Block[] {
  const { firstDay, scripts } = texts;
  if (!buddy) return [];
  const trade = vertical ? (scripts.verticals[vertical] ?? vertical) : null;
  return [heading(firstDay.buddy({ name: buddy.name })), note(firstDay.because({ trade }))];
}

function restButtons({ texts }: Reading, button: Button, customers: number) {
  const { examples } = texts.chat.help;
  const topics = customers > 0 ? ["my_leads", "practice"] : ["pool", "practice"];
  return topics.map((topic) => {
    const words = examples[topic] ?? topic;
    return button("ask", words, { params: { text: words }, id: `ask.${topic}` });
  });
}
