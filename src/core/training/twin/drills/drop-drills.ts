// Withdrawn, a rep's answers are nobody's drills any more: the words go, and that they were asked about stays.
import type { Unit } from "../../../ports.ts";
import type { ScriptAsset } from "../../../strategy/debrief/stored.ts";
import { drillsOf } from "./drill.ts";

/** Takes every drill made of a person's answers away, waiting or published. */
export async function dropDrills(unit: Unit, personId: string): Promise<void> {
  const own = await drillsOf(unit, personId);
  await unit.scriptAssets.put(...own.map((asset) => withoutWords(asset, unit.now)));
}

/** A retired drill: which talk it was of, without a word of it. */
export function withoutWords(asset: ScriptAsset, now: number): ScriptAsset {
  const provenance = { ...asset.provenance, when: "", customer: "", why: "" };
  const nobody = { authorId: null, reviewerId: null };
  return { ...asset, ...nobody, provenance, text: "", state: "retired", updatedAt: now };
}
