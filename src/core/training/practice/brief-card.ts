// The brief: who the customer is, what to reach, what is checked, how long; and the ways to change it.
import { note } from "../../blocks.ts";
import { type Block, type Card, type Inline, strong, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Plan } from "../customer/model.ts";
import { skills } from "../playbook.ts";
import { type Button, buttonsOn } from "./buttons.ts";
import type { Because } from "./choose-scenario.ts";
import { roomKey } from "./keys.ts";
import type { Level, PracticeSession } from "./practice-row.ts";

/** What a brief shows beside the session's own. */
export type Brief = {
  because: Because;
  /** The skill it was picked for. */
  weak?: string | undefined;
  /** Whether its rep agreed to practice being kept. */
  isKept: boolean;
  /** The entry of the library that is drilled, to rehearse aloud in its place. */
  entryId?: string | undefined;
};

/** The card of a session at its brief. */
export function briefCard(
  unit: Unit,
  person: Person,
  { row, brief }: { row: PracticeSession; brief: Brief },
): Card {
  const reading = readingOf(person);
  const { practice } = reading.texts;
  const key = roomKey(row.id);
  const { because, weak = "", entryId = "" } = brief;
  const own = { sessionId: row.id, because, weak, entryId };
  const button = buttonsOn(unit, { person, cardKey: key, own });
  return {
    ...headOf(row, reading),
    summary: practice.summary,
    blocks: [
      { t: "fields", items: factsOf(row.plan, reading) },
      checksBlock(row.plan, reading),
      note(becauseWords(brief, reading)),
      { t: "actions", actions: waysOn(button, { row, brief, reading }) },
      ...keptBlocks(button, brief, reading),
      note(practice.where),
    ],
  };
}

/** What every card of a room begins with. */
export function headOf(
  { id, plan, play }: Pick<PracticeSession, "id" | "plan" | "play">,
  { texts }: Reading,
): Pick<Card, "key" | "title" | "subtitle" | "tone" | "tags"> {
  const { practice, scripts } = texts;
  const vertical = scripts.verticals[plan.vertical] ?? plan.vertical;
  const level = play.level === 0 ? [] : [practice.levels[play.level] ?? ""];
  return {
    key: roomKey(id),
    title: practice.title({ title: plan.scenario.title }),
    subtitle: practice.subtitle({ persona: plan.persona.name, vertical }),
    tone: "info",
    tags: [practice.tag, plan.isDrill ? practice.lengths.drill : practice.lengths.full, ...level],
  };
}

function factsOf({ persona, scenario, isDrill }: Plan, { texts }: Reading) {
  const { practice, scripts } = texts;
  const { name, role, organisation } = persona;
  const tactic = scenario.objections[0]?.tactic ?? "";
  const drilled = [{ label: practice.objection, value: [text(scripts.tactics[tactic] ?? tactic)] }];
  const items: { label: string; value: Inline[] }[] = [
    { label: practice.customer, value: [text(practice.who({ name, role, organisation }))] },
    { label: practice.situation, value: [text(scenario.situation)] },
    ...(isDrill ? drilled : [{ label: practice.goal, value: [text(scenario.goal)] }]),
    { label: practice.length, value: [text(practice.lengths[isDrill ? "drill" : "full"])] },
  ];
  return items;
}

/** The rubric, by skill, folded: it is read once and known after. */
function checksBlock({ rubric }: Plan, { texts }: Reading): Block {
  const blocks = skills.flatMap((skill): Block[] => {
    const checks = rubric.filter((check) => check.skill === skill);
    if (checks.length === 0) return [];
    const name = strong(texts.skills.names[skill] ?? skill);
    const asked = checks.map(({ check }) => `\n• ${check}`).join("");
    return [{ t: "text", text: [name, text(asked)] }];
  });
  return { t: "more", title: texts.practice.checks({ count: rubric.length }), blocks };
}

function becauseWords({ because, weak = "" }: Brief, { texts }: Reading): string {
  const words = texts.practice.because;
  if (because !== "weak") return words[because];
  return words.weak({ skill: texts.skills.names[weak] ?? weak });
}

type Ways = { row: PracticeSession; brief: Brief; reading: Reading };

function waysOn(button: Button, { row, brief, reading }: Ways) {
  const { practice } = reading.texts;
  const { plan, play } = row;
  const set = (label: string, params: { to: string }) =>
    button("practice.set", label, { params, id: `practice.set.${params.to}` });
  const step = (label: string, level: number) =>
    set(label, { to: level > play.level ? "harder" : "easier" });
  const { easier, harder, toDrill, toFull, other, aloud } = practice;
  const lower = (play.level - 1) as Level;
  const higher = (play.level + 1) as Level;
  return [
    button("practice.start", practice.start, { style: "primary" }),
    plan.isDrill ? set(toFull, { to: "full" }) : set(toDrill, { to: "drill" }),
    ...(lower >= -1 ? [step(easier, lower)] : []),
    ...(higher <= 1 ? [step(harder, higher)] : []),
    button("practice.other", other),
    ...(brief.entryId ? [aloudButton(button, { row, label: aloud })] : []),
  ];
}

function aloudButton(button: Button, { row, label }: { row: PracticeSession; label: string }) {
  const { vertical, language } = row.plan;
  return button("say.aloud", label, { params: { vertical, language, round: "0" } });
}

function keptBlocks(button: Button, { isKept }: Brief, { texts }: Reading): Block[] {
  const { practice } = texts;
  if (isKept) return [note(practice.kept)];
  return [
    note(practice.notKept),
    { t: "actions", actions: [button("practice.agree", practice.agree)] },
  ];
}
