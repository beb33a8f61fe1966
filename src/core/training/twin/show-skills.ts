// "skills": the rep's own twin, how sure it is, what changed, and the sentences behind every number. For them alone.

import { note, sentence } from "../../blocks.ts";
import { type Action, type Card, text } from "../../card.ts";
import { dayMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import type { Clock, Store, Unit } from "../../ports.ts";
import type { ScriptAsset } from "../../strategy/debrief/stored.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { type Skill, skills } from "../playbook.ts";
import { buttonsOn } from "../practice/buttons.ts";
import type { PracticeReport } from "../report/practice-report.ts";
import { drillsFor, isDrillOf } from "./drills/drill.ts";
import { type Twin, toTwin } from "./estimate.ts";
import { evidenceBlocks } from "./evidence-lines.ts";
import { radarBlocks } from "./radar.ts";
import type { SkillEvidence } from "./skill-evidence.ts";
import { weakestOf } from "./twin.ts";

/** What use cases about skills need. */
export type SkillServices = { store: Store; clock: Clock };

const monthMs = 30 * dayMs;
/** Less is noise on a card (ours). */
const tellingPoints = 5;

/** Posts the rep's own skills. */
export async function showSkills(services: SkillServices, person: Person): Promise<Effect> {
  const looked = await lookAt(services, person);
  return async (unit) => {
    const key = `skills:${unit.newId("message")}`;
    unit.post({ to: person.id, card: skillsCard(unit, { ...looked, key }) });
    return {};
  };
}

/** Back from one skill to all of them, on the same card. */
export async function backToSkills(
  services: SkillServices,
  { person, params }: Ask,
): Promise<Effect> {
  const looked = await lookAt(services, person);
  return async (unit) => ({ card: skillsCard(unit, { ...looked, key: params.cardKey ?? "" }) });
}

/** One skill: the talks behind it, with their sentences. */
export async function openSkill(services: SkillServices, { person, params }: Ask): Promise<Effect> {
  const looked = await lookAt(services, person);
  const skill = skills.find((one) => one === params.skill);
  const { chat } = looked.reading.texts;
  if (!skill) return async () => ({ toast: chat.gone });
  return async (unit) => {
    return { card: skillCard(unit, skill, { ...looked, key: params.cardKey ?? "" }) };
  };
}

type Looked = {
  person: Person;
  reading: Reading;
  evidence: SkillEvidence[];
  talks: Map<string, PracticeReport>;
  drills: ScriptAsset[];
  before: Twin;
  after: Twin;
};

async function lookAt({ store, clock }: SkillServices, person: Person): Promise<Looked> {
  const now = clock();
  const evidence = await store.read.skillEvidence.find({ personId: person.id });
  const reports = await store.read.practiceReports.find({ personId: person.id });
  const then = now - monthMs;
  return {
    ...{ person, evidence, reading: readingOf(person) },
    talks: new Map(reports.map((one) => [one.id, one])),
    drills: await drillsFor(store.read, person),
    before: toTwin(
      evidence.filter(({ at }) => at <= then),
      then,
    ),
    after: toTwin(evidence, now),
  };
}

type Shown = Looked & { key: string };

function skillsCard(unit: Unit, shown: Shown): Card {
  const { key, reading, after } = shown;
  const { skills: words } = reading.texts;
  const names = { title: words.radar, before: words.monthAgo, after: words.now };
  const known = skills.filter((skill) => after[skill]);
  const card = { key, title: words.title, tone: "info" as const, summary: words.summary };
  if (known.length === 0) return { ...card, blocks: [sentence(words.none)] };
  return {
    ...card,
    blocks: [
      sentence(words.intro),
      ...radarBlocks({ ...shown, names }, reading.texts),
      { t: "fields", items: known.map((skill) => fieldOf(skill, shown)) },
      note(changesOf(shown)),
      { t: "actions", actions: known.map((skill) => openButton(unit, skill, shown)) },
      { t: "actions", actions: practiseButtons(unit, weakestOf(after), shown) },
      note(words.fades),
    ],
  };
}

function fieldOf(skill: Skill, { after, reading }: Shown) {
  const { names, state, pieces } = reading.texts.skills;
  const now = after[skill];
  const value = now ? `${state(now)} · ${pieces({ count: now.evidence })}` : "";
  return { label: names[skill] ?? skill, value: [text(value)] };
}

function changesOf({ before, after, reading }: Shown): string {
  const { names, change, changed, unchanged } = reading.texts.skills;
  const moved = skills.flatMap((skill) => {
    const points = (after[skill]?.percent ?? 0) - (before[skill]?.percent ?? 0);
    const isTold = before[skill] && after[skill] && Math.abs(points) >= tellingPoints;
    return isTold ? [change({ skill: names[skill] ?? skill, points })] : [];
  });
  return moved.length > 0 ? changed({ changes: moved.join(" · ") }) : unchanged;
}

function openButton(unit: Unit, skill: Skill, { person, key, reading }: Shown): Action {
  const params = { skill };
  const ref = unit.arm({ action: "skills.open", params, personId: person.id, cardKey: key });
  return { id: `skills.open.${skill}`, label: reading.texts.skills.names[skill] ?? skill, ref };
}

function practiseButtons(unit: Unit, skill: Skill | undefined, shown: Shown): Action[] {
  if (!skill) return [];
  const { person, key, reading } = shown;
  const { skills: words, drills } = reading.texts;
  const name = words.names[skill] ?? skill;
  const button = buttonsOn(unit, { person, cardKey: key, own: { skill } });
  const drill = shown.drills.find((each) => isDrillOf(each, skill));
  const label = drills.offer.forSkill({ skill: name });
  return [
    button("skills.practise", words.practise({ skill: name })),
    ...(drill ? [button("drills.play", label, { params: { assetId: drill.id } })] : []),
  ];
}

function skillCard(unit: Unit, skill: Skill, { person, key, reading, ...shown }: Shown): Card {
  const { skills: words } = reading.texts;
  const now = shown.after[skill];
  const own = shown.evidence.filter((piece) => piece.skill === skill);
  const action = "skills.back";
  const ref = unit.arm({ action, params: {}, personId: person.id, cardKey: key });
  return {
    key,
    title: words.evidence({ skill: words.names[skill] ?? skill }),
    tone: "info",
    summary: words.summary,
    blocks: [
      ...(now ? [sentence(`${words.state(now)} · ${words.pieces({ count: now.evidence })}`)] : []),
      ...evidenceBlocks(own, { talks: shown.talks, reading }),
      {
        t: "actions",
        actions: [
          ...practiseButtons(unit, skill, { person, key, reading, ...shown }),
          { id: action, label: words.back, ref },
        ],
      },
    ],
  };
}
