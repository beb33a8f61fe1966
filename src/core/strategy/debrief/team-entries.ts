// Published talk tracks of the team as entries of the library, with where they come from.
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import type { Texts } from "../../text/en.ts";
import type { Library } from "../../training/library.ts";
import type { Entry } from "../../training/playbook.ts";
import type { ScriptHit, TeamOrigin } from "../../training/script-search.ts";
import type { ScriptAsset, ScriptUse } from "./stored.ts";

/** A hit without its score. */
export type TeamEntry = Omit<ScriptHit, "score"> & { origin: TeamOrigin };

/** Every published one. */
export async function readTeamEntries(read: Reader): Promise<TeamEntry[]> {
  const assets = await read.scriptAssets.find({ state: "reviewed" }, { order: { by: "id" } });
  const origins = await originsOf(read, assets);
  return assets.map((asset, index) => {
    const { playbook: vertical, language } = asset;
    const at = { file: `${vertical}/${language}/team`, line: index + 1, column: 1 };
    const origin = origins.get(asset.id) ?? { outcome: asset.provenance.outcome, author: null };
    return { entry: toEntry(asset), vertical, language, at, origin };
  });
}

/** A talk track as the library has its entries. */
export function toEntry({ id, tactic, text, provenance }: ScriptAsset): Entry {
  const { when, customer, why } = provenance;
  return { id, tactic, scenarios: [], when, customer: [customer], say: text.split("\n"), why };
}

/** Their places as playbooks of their own, to be joined with those that were read. */
export function toTeamLibrary(entries: readonly TeamEntry[], { playbooks }: Library): Library {
  const none = { personas: [], scenarios: [], rubric: [], compliance: [] };
  return {
    playbooks: playbooks.map(({ vertical, language }) => ({
      ...{ vertical, language, ...none },
      entries: entries
        .filter((each) => each.vertical === vertical && each.language === language)
        .map(({ entry, at }) => ({ ...entry, at: { ...at, path: [] } })),
    })),
  };
}

/** By id of the asset; an author is named who agreed to it. */
export async function originsOf(
  read: Reader,
  assets: readonly ScriptAsset[],
): Promise<Map<string, TeamOrigin>> {
  const people = await read.people.find({ id: assets.flatMap(({ authorId }) => authorId ?? []) });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    assets.map(({ id, authorId, provenance: { outcome } }) => [
      id,
      { outcome, author: names.get(authorId ?? "") ?? null },
    ]),
  );
}

/** "from a won deal, author Ana". */
export function sayOrigin(origin: TeamOrigin | undefined, from: Texts["debrief"]["from"]): string {
  if (!origin) return "";
  const author = origin.author ? [from.author({ name: origin.author })] : [];
  return [from[origin.outcome], ...author].join(" · ");
}

/** Counts a use of what the team made; of other entries nothing is counted. */
export async function countUses(
  unit: Unit,
  { id: actorId }: Person,
  { ids, use }: { ids: readonly string[]; use: ScriptUse },
): Promise<void> {
  const made = ids.filter((id) => id.startsWith("scr_"));
  await unit.audits.put(
    ...made.map((recordId) => ({
      ...{ id: unit.newId("audit"), at: unit.now, actorId, via: "chat" as const, action: use },
      ...{ kind: "script", recordId, detail: {} },
    })),
  );
}
