// "team skills": heat map, rep, skill, sentence; of what was shared alone. Every look is written down for the one it is at.
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { type Skill, skills } from "../playbook.ts";
import type { SkillServices } from "./show-skills.ts";
import { repCard, skillOfRepCard, teamCard } from "./team-cards.ts";
import { repsUnder, type Visible, visibleOf } from "./visible.ts";

/** Posts the team's heat map. */
export async function showTeamSkills(services: SkillServices, person: Person): Promise<Effect> {
  const team = await lookAtTeam(services, person);
  return async (unit) => {
    const key = `team_skills:${unit.newId("message")}`;
    await writeLooks(unit, { viewer: person, subjects: team.shown, resource: "heat_map" });
    unit.post({ to: person.id, card: teamCard(unit, { ...team, person, key }) });
    return {};
  };
}

/** The heat map again, in place of one rep. */
export async function backToTeam(
  services: SkillServices,
  { person, params }: Ask,
): Promise<Effect> {
  const team = await lookAtTeam(services, person);
  return async (unit) => {
    await writeLooks(unit, { viewer: person, subjects: team.shown, resource: "heat_map" });
    return { card: teamCard(unit, { ...team, person, key: params.cardKey ?? "" }) };
  };
}

/** One rep of the team. */
export async function openRep(services: SkillServices, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  const visible = await lookAtRep(services, ask);
  if (!visible) return gone(person);
  return async (unit) => {
    await writeLooks(unit, { viewer: person, subjects: [visible], resource: "rep" });
    const key = params.cardKey ?? "";
    return { card: repCard(unit, { person, key, visible, now: unit.now }) };
  };
}

/** One skill of a rep: the shared talks behind it, with their sentences. */
export async function openSkillOfRep(services: SkillServices, ask: Ask): Promise<Effect> {
  const { person, params } = ask;
  const visible = await lookAtRep(services, ask);
  const skill = skills.find((one) => one === params.skill);
  const isShown = visible?.evidence.some((piece) => piece.skill === skill);
  if (!visible || !skill || !isShown) return gone(person);
  return async (unit) => {
    await writeLooks(unit, { viewer: person, subjects: [visible], resource: `skill:${skill}` });
    const key = params.cardKey ?? "";
    return { card: skillOfRepCard(unit, skill, { person, key, visible, now: unit.now }) };
  };
}

function gone(person: Person): Effect {
  return async () => ({ toast: readingOf(person).texts.chat.gone });
}

async function lookAtTeam({ store, clock }: SkillServices, person: Person) {
  const now = clock();
  const reps = await repsUnder(store.read, person);
  const all = await visibleOf(store.read, reps, now);
  return { shown: all.filter(({ evidence }) => evidence.length > 0), reps: reps.length, now };
}

/** What is visible of the rep a button names, if they are this manager's and show anything. */
export async function lookAtRep(
  { store, clock }: SkillServices,
  { person, params }: Ask,
): Promise<Visible | undefined> {
  const reps = await repsUnder(store.read, person);
  const rep = reps.find(({ id }) => id === params.repId);
  if (!rep) return undefined;
  const [visible] = await visibleOf(store.read, [rep], clock());
  return visible && visible.evidence.length > 0 ? visible : undefined;
}

type Looking = {
  viewer: Person;
  subjects: readonly Visible[];
  resource: "heat_map" | "rep" | `skill:${Skill}`;
};

async function writeLooks(unit: Unit, { viewer, subjects, resource }: Looking): Promise<void> {
  const looks = subjects.map(({ person }) => ({
    ...{
      id: unit.newId("look"),
      viewerId: viewer.id,
      subjectId: person.id,
      resource,
      at: unit.now,
    },
  }));
  await unit.looks.put(...looks);
}
