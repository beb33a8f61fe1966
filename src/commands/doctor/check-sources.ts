// The doctor's lines about sources of touches: which are on, where they deliver, what would switch the others on.
import { existsSync } from "node:fs";
import type { Config } from "../../config.ts";
import { sourceVariables } from "../../settings/sources.ts";
import { createSources } from "../../sources/touches/sources.ts";
import type { PartState } from "./diagnose.ts";

const about = "docs/touch-sources.md says how to set it up.";

/** One line per source that is on, one for all that are off. */
export function checkSources({ sources, httpPort }: Config): PartState[] {
  const known = createSources(sources.origins);
  const isOn = (id: string) => Boolean(sources.secrets[id as keyof typeof sourceVariables]);
  const on = known.filter(({ id }) => isOn(id)).map(({ id, paths }) => lineOf(id, paths, httpPort));
  const off = known
    .filter(({ id }) => !isOn(id))
    .map(({ id }) => id as keyof typeof sourceVariables);
  const folder = sources.ga4Folder ? [checkFolder(sources.ga4Folder)] : [];
  if (off.length === 0) return [...on, ...folder];
  const variables = off.map((id) => sourceVariables[id]).join(", ");
  const rest: PartState = {
    part: "sources",
    state: "off",
    why: `no secret for ${off.join(", ")}: their addresses answer 404`,
    fix: `Set what you use of ${variables}. ${about}`,
  };
  return [...on, ...folder, rest];
}

function lineOf(id: string, paths: readonly string[], httpPort: Config["httpPort"]): PartState {
  const part = `source ${id}`;
  if (httpPort !== "off") return { part, state: "ok", why: `listens at ${paths[0]}` };
  const fix = "Set HTTP_PORT to a port, or empty its secret.";
  return { part, state: "broken", why: "has its secret, and HTTP_PORT=off keeps it out", fix };
}

function checkFolder(folder: string): PartState {
  const part = "GA4 export";
  if (existsSync(folder)) return { part, state: "ok", why: `${folder} is read each minute` };
  const fix = "Create it, or correct SOURCE_GA4_FOLDER.";
  return { part, state: "broken", why: `there is no folder ${folder}`, fix };
}
