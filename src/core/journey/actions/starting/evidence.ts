// Touches as an action keeps them: what happened, when and where it was seen, with the few properties a sentence names.
import type { Touch } from "../../../model.ts";
import type { Evidence } from "../next-action.ts";

/** What sentences speak of; everything else about a touch stays in the log. */
const spoken = ["page", "dwellSeconds", "kind", "video", "percent", "form", "score", "feature"];
const longest = 60;

/** What an action keeps of a touch. */
export function toEvidence({ id, type, at, source, props }: Touch): Evidence {
  const kept = spoken.flatMap((name): [string, string | number][] => {
    const value = props[name];
    if (typeof value === "number" && Number.isFinite(value)) return [[name, value]];
    return typeof value === "string" && value !== "" ? [[name, value.slice(0, longest)]] : [];
  });
  return { id, type, at, source, props: Object.fromEntries(kept) };
}

/** Both lists as one, each touch once, in the order in which they happened. */
export function joinEvidence(one: readonly Evidence[], other: readonly Evidence[]): Evidence[] {
  const all = new Map([...one, ...other].map((each) => [each.id, each]));
  return [...all.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
