// A colleague's answer as a drill: a talk track of the team (debrief/stored.ts) whose words passed checks in a shared talk.
import type { Language } from "../../../model.ts";
import type { Reader, Unit } from "../../../ports.ts";
import type { ScriptAsset } from "../../../strategy/debrief/stored.ts";
import type { Skill } from "../../playbook.ts";
import { skillsOfTactic } from "../skills-of-tactic.ts";

/** Where such a talk track comes from, beside deals and strategies. */
export const colleague = "colleague" satisfies ScriptAsset["provenance"]["outcome"];

type Reads = Pick<Reader | Unit, "scriptAssets">;

/** Everything ever made of one person's answers, whatever became of it. */
export async function drillsOf(read: Reads, personId: string): Promise<ScriptAsset[]> {
  const all = await read.scriptAssets.find({});
  return all.filter(
    ({ provenance }) => provenance.outcome === colleague && provenance.personId === personId,
  );
}

/** The drills somebody can play: published, in their language, of others; the newest first. */
export async function drillsFor(
  read: Reads,
  { id, language }: { id: string; language: Language },
): Promise<ScriptAsset[]> {
  const published = await read.scriptAssets.find(
    { state: "reviewed", language },
    { order: { by: "createdAt", descending: true } },
  );
  return published.filter(
    ({ provenance }) => provenance.outcome === colleague && provenance.personId !== id,
  );
}

/** Whether a drill puts a skill to the test. */
export const isDrillOf = ({ tactic }: ScriptAsset, skill: Skill): boolean =>
  skillsOfTactic(tactic).includes(skill);
