// The cards of "team skills", one in place of the other: the heat map, one rep, one skill of theirs.
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, longestLabel, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Texts } from "../../text/en.ts";
import { readingOf } from "../../text/format.ts";
import { type Skill, skills } from "../playbook.ts";
import { type Twin, toTwin } from "./estimate.ts";
import { evidenceBlocks } from "./evidence-lines.ts";
import { radarBlocks } from "./radar.ts";
import { weakestOf } from "./twin.ts";
import type { Visible } from "./visible.ts";

/** Reps of one card, each with a button. */
const maxReps = 10;

type Frame = { person: Person; key: string };
type Team = Frame & { now: number; shown: readonly Visible[]; reps: number };
type OfRep = Frame & { now: number; visible: Visible };

/** Every rep who shares anything, by skill, with range and number of talks; a button per rep. */
export function teamCard(unit: Unit, { shown, reps, now, ...frame }: Team): Card {
  const { texts } = readingOf(frame.person);
  const { team } = texts.skills;
  const rows = shown
    .slice(0, maxReps)
    .map(({ person, evidence }) => ({ rep: person, twin: toTwin(evidence, now) }));
  const head = { key: frame.key, title: team.title, tone: "info" as const, summary: team.summary };
  if (rows.length === 0) return { ...head, blocks: [sentence(team.none)] };
  const actions = rows.map(({ rep }) =>
    button(unit, frame, {
      action: "team_skills.rep",
      label: rep.name.slice(0, longestLabel),
      params: { repId: rep.id },
    }),
  );
  return {
    ...head,
    blocks: [
      sentence(team.intro),
      ...heatBlocks(rows, texts),
      {
        t: "fields",
        items: rows.map(({ rep, twin }) => ({
          label: rep.name,
          value: [text(cellsOf(twin, texts))],
        })),
      },
      { t: "actions", actions },
      note(team.shows({ shown: shown.length, of: reps })),
    ],
  };
}

type HeatRow = { rep: Person; twin: Twin };

/** The skills that all of them have evidence on: a cell without evidence would look like a bad one. */
function heatBlocks(rows: readonly HeatRow[], { skills: words }: Texts): Block[] {
  const columns = skills.filter((skill) => rows.every(({ twin }) => twin[skill]));
  if (columns.length === 0) return [];
  const series = rows.map(({ rep, twin }) => ({
    name: rep.name,
    values: columns.map((skill) => twin[skill]?.percent ?? 0),
  }));
  const labels = columns.map((skill) => words.names[skill] ?? skill);
  const lines = series.map(({ name, values }) =>
    words.team.row({ name, cells: labels.map((label, at) => `${label} ${values[at]}`).join(", ") }),
  );
  const alt = `${words.team.heat}. ${lines.join(" · ")}`;
  return [{ t: "chart", chart: "heatmap", labels, series, max: 100, alt }];
}

function cellsOf(twin: Twin, { skills: words }: Texts): string {
  const cells = skills.flatMap((skill) => {
    const state = twin[skill];
    const name = words.names[skill] ?? skill;
    return state ? [words.team.cell({ skill: name, count: state.evidence, ...state })] : [];
  });
  return cells.join(" · ");
}

/** One rep: the shared twin, a button per skill, and a practice to suggest for the weakest. */
export function repCard(unit: Unit, { visible, now, ...frame }: OfRep): Card {
  const { texts } = readingOf(frame.person);
  const { skills: words } = texts;
  const rep = visible.person;
  const twin = toTwin(visible.evidence, now);
  const names = { title: words.team.rep({ name: rep.name }), before: "", after: words.now };
  const known = skills.filter((skill) => twin[skill]);
  const open = known.map((skill) =>
    button(unit, frame, {
      action: "team_skills.skill",
      label: words.names[skill] ?? skill,
      params: { repId: rep.id, skill },
    }),
  );
  const weakest = weakestOf(twin);
  return {
    key: frame.key,
    title: words.team.rep({ name: rep.name }),
    tone: "info",
    summary: words.team.summary,
    blocks: [
      ...radarBlocks({ before: {}, after: twin, names }, texts),
      sentence(cellsOf(twin, texts)),
      { t: "actions", actions: open },
      {
        t: "actions",
        actions: [
          ...(weakest ? [suggestButton(unit, frame, { rep, skill: weakest })] : []),
          backToTeamButton(unit, frame),
        ],
      },
    ],
  };
}

/** One skill of a rep: its shared talks with the sentences. */
export function skillOfRepCard(unit: Unit, skill: Skill, { visible, now, ...frame }: OfRep): Card {
  const reading = readingOf(frame.person);
  const { names, team } = reading.texts.skills;
  const rep = visible.person;
  const evidence = visible.evidence.filter((piece) => piece.skill === skill);
  const talks = new Map(visible.shared.map((one) => [one.id, one]));
  const back = { action: "team_skills.rep", params: { repId: rep.id } };
  return {
    key: frame.key,
    title: team.skill({ name: rep.name, skill: names[skill] ?? skill }),
    tone: "info",
    summary: team.summary,
    blocks: [
      sentence(cellsOf(toTwin(evidence, now), reading.texts)),
      ...evidenceBlocks(evidence, { talks, reading }),
      {
        t: "actions",
        actions: [
          suggestButton(unit, frame, { rep, skill }),
          button(unit, frame, { ...back, label: team.backTo({ name: rep.name }) }),
          backToTeamButton(unit, frame),
        ],
      },
    ],
  };
}

function suggestButton(unit: Unit, frame: Frame, { rep, skill }: { rep: Person; skill: Skill }) {
  const { names, team } = readingOf(frame.person).texts.skills;
  return button(unit, frame, {
    action: "team_skills.suggest",
    label: `${team.suggest}: ${names[skill] ?? skill}`,
    params: { repId: rep.id, skill },
  });
}

function backToTeamButton(unit: Unit, frame: Frame): Action {
  const { team } = readingOf(frame.person).texts.skills;
  return button(unit, frame, { action: "team_skills.back", label: team.back, params: {} });
}

type Pressed = { action: string; label: string; params: Record<string, string> };

function button(unit: Unit, { person, key }: Frame, { action, label, params }: Pressed): Action {
  const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
  return { id: [action, ...Object.values(params)].join("."), label, ref };
}
