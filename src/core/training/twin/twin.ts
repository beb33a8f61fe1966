// A rep's twin as it is stored: read, aged to the present, and computed anew from its evidence.
import type { Reader, Unit } from "../../ports.ts";
import { type Skill, skills } from "../playbook.ts";
import { age, estimate, type Twin, toState } from "./estimate.ts";
import type { SkillEstimate } from "./skill-evidence.ts";

type Whose = { personId: string; now: number };

/** The rep's own twin: everything that is kept about them. For their eyes and their practice only. */
export async function ownTwin(
  read: Pick<Reader, "skillEstimates">,
  { personId, now }: Whose,
): Promise<Twin> {
  const stored = await read.skillEstimates.find({ personId });
  const states = skills.flatMap((skill) => {
    const one = stored.find((each) => each.skill === skill);
    return one && one.evidence > 0 ? [[skill, toState(age(one, now))]] : [];
  });
  return Object.fromEntries(states) as Twin;
}

/** The skill that practice serves best: the lowest estimate, of equal ones the less certain; none without evidence. */
export async function weakestSkill(
  read: Pick<Reader, "skillEstimates">,
  whose: Whose,
): Promise<Skill | undefined> {
  const twin = await ownTwin(read, whose);
  return weakestOf(twin);
}

/** The same of a twin at hand. */
export function weakestOf(twin: Twin): Skill | undefined {
  const known = skills.flatMap((skill) => {
    const state = twin[skill];
    return state ? [{ skill, ...state }] : [];
  });
  known.sort((a, b) => a.percent - b.percent || b.high - b.low - (a.high - a.low));
  return known[0]?.skill;
}

/** Computes every estimate of a person anew from the evidence there is, and stores them. */
export async function recomputeTwin(unit: Unit, personId: string): Promise<void> {
  const evidence = await unit.skillEvidence.find({ personId });
  const stored = await unit.skillEstimates.find({ personId });
  const isKnown = (skill: Skill) => evidence.some((piece) => piece.skill === skill);
  const gone = stored.filter(({ skill }) => !isKnown(skill));
  await unit.skillEstimates.remove(...gone.map(({ id }) => id));
  const rows = skills.filter(isKnown).map((skill): SkillEstimate => {
    const id = stored.find((each) => each.skill === skill)?.id ?? unit.newId("skillEstimate");
    const counts = estimate(
      evidence.filter((piece) => piece.skill === skill),
      unit.now,
    );
    return { id, personId, skill, ...counts, updatedAt: unit.now };
  });
  await unit.skillEstimates.put(...rows);
}
