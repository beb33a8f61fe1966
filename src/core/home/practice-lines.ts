// My practice: what is under way, what was played last, which playbooks there are, and a button to practise.
import { heading, sentence } from "../blocks.ts";
import type { Action, Block } from "../card.ts";
import { text } from "../card.ts";
import { dateInline, type Reading } from "../text/format.ts";
import type { PracticeSession } from "../training/practice/practice-row.ts";
import type { Section } from "./section.ts";

const shown = 3;

export const practiceLines: Section = async ({ store, person, reading, verticals }) => {
  const { home, leads, practice, chat } = reading.texts;
  const names = (await verticals(reading.language)).map((name) => leads.industries[name] ?? name);
  const list = new Intl.ListFormat(reading.language === "zh" ? "zh-CN" : "en-GB").format(names);
  const there = names.length > 0 ? home.playbooks({ verticals: list }) : home.noPlaybooks;
  const order = { by: "startedAt", descending: true } as const;
  const { practiceSessions } = store.read;
  const running = await practiceSessions.find({
    personId: person.id,
    state: ["playing", "paused"],
  });
  const recent = await practiceSessions.find(
    { personId: person.id, state: "closed" },
    { order, limit: shown },
  );
  const words = chat.help.examples.practice ?? "";
  return (arm) => {
    const practise: Action = {
      ...{ id: "ask.practice", label: words },
      ref: arm("ask", { text: words }),
    };
    return [
      heading(home.practice),
      ...running.map(({ plan }) => sentence(practice.underWay({ title: plan.scenario.title }))),
      ...recent.map((row) => lineOf(row, reading)),
      ...(running.length + recent.length === 0 ? [sentence(practice.noneYet)] : []),
      sentence(there),
      { t: "actions", actions: [practise] },
    ];
  };
};

function lineOf({ plan, play, startedAt }: PracticeSession, { texts, format }: Reading): Block {
  const ending = texts.practice.endings[play.ending ?? "time"] ?? "";
  const said = texts.practice.recentLine({ title: plan.scenario.title, ending });
  return { t: "text", text: [text(said), dateInline(startedAt, "day", format)] };
}
