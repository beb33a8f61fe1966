// A talk becomes evidence on skills, once, if its rep agreed to that being kept.
import type { Person } from "../../model.ts";
import { type Purpose, standingConsent } from "../../people/consent.ts";
import type { Unit } from "../../ports.ts";
import { type Skill, skills } from "../playbook.ts";
import type { CheckResult, Score } from "../scorer/model.ts";
import type { Twin } from "./estimate.ts";
import type { EvidenceSource, SkillEvidence, SkillQuote } from "./skill-evidence.ts";
import { ownTwin, recomputeTwin } from "./twin.ts";

/** A talk that was scored. `source` with `sourceId` names it for good: recording it again changes nothing. */
export type ScoredTalk = {
  person: Person;
  source: Extract<EvidenceSource, "practice" | "call">;
  sourceId: string;
  score: Pick<Score, "skills" | "checks">;
  /** Skills the talk gave room for; left out: every skill it was scored on. */
  only?: readonly Skill[] | undefined;
  /** What each check of its rubric asks, by id. */
  asks?: Readonly<Record<string, string>>;
  /** When the talk was. */
  at: number;
};

/** The rep's own twin before and after; without their consent nothing is kept and both are the same. */
export type Recorded = { isKept: boolean; before: Twin; after: Twin };

const purposeOf = { practice: "practice", call: "calls" } as const satisfies Record<
  ScoredTalk["source"],
  Purpose
>;

/** Keeps what a talk shows about its rep's skills, and computes their twin anew. */
export async function recordEvidence(unit: Unit, talk: ScoredTalk): Promise<Recorded> {
  const { person, source, sourceId } = talk;
  const whose = { personId: person.id, now: unit.now };
  const before = await ownTwin(unit, whose);
  const isKept = (await standingConsent(unit, person.id, purposeOf[source])) !== undefined;
  if (!isKept) return { isKept, before, after: before };
  const known = await unit.skillEvidence.count({ personId: person.id, source, sourceId });
  if (known > 0) return { isKept, before, after: before };
  await unit.skillEvidence.put(
    ...evidenceOf(talk).map((piece) => ({ id: unit.newId("skillEvidence"), ...piece })),
  );
  await recomputeTwin(unit, person.id);
  return { isKept, before, after: await ownTwin(unit, whose) };
}

/** One piece per skill that the talk called for. */
export function evidenceOf({
  person,
  source,
  sourceId,
  score,
  only = skills,
  asks = {},
  at,
}: ScoredTalk): Omit<SkillEvidence, "id">[] {
  return skills.flatMap((skill) => {
    const checks = score.checks.filter((check) => check.skill === skill);
    if (!only.includes(skill) || score.skills[skill] === null || checks.length === 0) return [];
    const passed = checks.filter((check) => check.passed).length;
    const quotes = checks.map((check) => toQuote(check, asks[check.id]));
    const about = { personId: person.id, skill, source, sourceId };
    return [{ ...about, passed, checks: checks.length, quotes, at }];
  });
}

function toQuote({ id, passed, quote }: CheckResult, asks: string | undefined): SkillQuote {
  return {
    ...{ check: id, passed },
    ...(asks === undefined ? {} : { asks }),
    ...(quote === undefined ? {} : { quote }),
  };
}
