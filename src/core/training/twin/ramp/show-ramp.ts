// "ramp": newcomers of a manager's own teams, their first three months beside those of earlier colleagues; each look is logged.
import { note, sentence } from "../../../blocks.ts";
import { type Block, type Card, strong } from "../../../card.ts";
import type { Deal, Person } from "../../../model.ts";
import { createOrg } from "../../../people/org.ts";
import { may } from "../../../people/permissions.ts";
import type { Reader, Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Effect } from "../../../use-case.ts";
import { skills } from "../../playbook.ts";
import { toTwin } from "../estimate.ts";
import type { SkillServices } from "../show-skills.ts";
import type { SkillEvidence } from "../skill-evidence.ts";
import { visibleOf } from "../visible.ts";
import { type Attainment, attainments, fewestEarlier, rampMs } from "./attainment.ts";

/** Newcomers of one card. */
const maxShown = 8;

type Shown = Attainment & { evidence: SkillEvidence[] };

/** Posts the card; whose skills it shows finds the look in their own log. */
export async function showRamp({ store, clock }: SkillServices, manager: Person): Promise<Effect> {
  const now = clock();
  const shown = await lookAt(store.read, manager, now);
  return async (unit) => {
    for (const { person, evidence } of shown) {
      if (evidence.length > 0) await writeLook(unit, manager, person);
    }
    const key = `ramp:${unit.newId("message")}`;
    unit.post({ to: manager.id, card: rampCard(manager, { key, shown, now }) });
    return {};
  };
}

async function lookAt(read: Reader, manager: Person, now: number): Promise<Shown[]> {
  const everybody = await read.people.find({});
  const org = createOrg(everybody, await read.teams.find({}));
  const people = everybody.filter(({ id }) => {
    return id !== manager.id && may(manager, "deal.read", { ownerIds: [id] }, org);
  });
  const deals = await read.deals.find({ status: "won", ownerId: people.map(({ id }) => id) });
  const wins = deals.flatMap((deal) => winOf(deal) ?? []);
  const since = wins.length > 0 ? Math.min(...wins.map(({ at }) => at)) : null;
  const newcomers = attainments({ people, wins, since, now }).slice(0, maxShown);
  const visible = await visibleOf(
    read,
    newcomers.map(({ person }) => person),
    now,
  );
  return newcomers.map((one, index) => {
    const until = (one.person.hiredAt ?? now) + rampMs;
    const evidence = (visible[index]?.evidence ?? []).filter(({ at }) => at <= until);
    return { ...one, evidence };
  });
}

function winOf({ ownerId, closedAt }: Deal) {
  return ownerId === null || closedAt === null ? undefined : { ownerId, at: closedAt };
}

async function writeLook(unit: Unit, viewer: Person, subject: Person): Promise<void> {
  const look = { viewerId: viewer.id, subjectId: subject.id, resource: "ramp", at: unit.now };
  await unit.looks.put({ id: unit.newId("look"), ...look });
}

type Drawn = { key: string; shown: readonly Shown[]; now: number };

function rampCard(manager: Person, { key, shown, now }: Drawn): Card {
  const reading = readingOf(manager);
  const { ramp } = reading.texts;
  const head = { key, title: ramp.title, tone: "info" as const, summary: ramp.title };
  if (shown.length === 0) return { ...head, blocks: [sentence(ramp.none), note(ramp.how)] };
  const blocks = shown.flatMap((one) => newcomerBlocks(one, now, reading));
  return { ...head, blocks: [...blocks, note(ramp.caveat), note(ramp.how)] };
}

function newcomerBlocks(one: Shown, now: number, { texts, format }: Reading): Block[] {
  const { ramp } = texts;
  const { person, days, won, firstWinDays, earlier } = one;
  const round = (value: number) => format.number(Math.round(value * 10) / 10);
  const first = firstWinDays === null ? ramp.noWin : ramp.firstWin({ days: firstWinDays });
  const mean = earlier.won && {
    ...{ mean: round(earlier.won.mean), low: round(earlier.won.low) },
    high: round(earlier.won.high),
  };
  return [
    { t: "text", text: [strong(ramp.name({ name: person.name, days }))] },
    sentence(`${ramp.won({ won })} ${first}`),
    note(
      mean
        ? ramp.earlier({ ...mean, n: earlier.n, days, hadWon: earlier.hadWon })
        : ramp.few({ n: earlier.n, least: fewestEarlier }),
    ),
    note(skillLine(one, now, texts)),
  ];
}

/** As of the end of the three months, or now: what they shared, with interval and number of talks. */
function skillLine({ person, evidence }: Shown, now: number, texts: Reading["texts"]): string {
  if (evidence.length === 0) return texts.ramp.noSkills;
  const twin = toTwin(evidence, Math.min(now, (person.hiredAt ?? now) + rampMs));
  const { names, state, pieces } = texts.skills;
  return skills
    .flatMap((skill) => {
      const one = twin[skill];
      if (!one) return [];
      return [`${names[skill] ?? skill} ${state(one)} · ${pieces({ count: one.evidence })}`];
    })
    .join("; ");
}
