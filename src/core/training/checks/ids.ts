// A playbook's check: no two things share an id.
import type { Sourced } from "../library.ts";
import type { Finding, Reading } from "./check.ts";

const kinds = ["personas", "scenarios", "entries", "rubric", "compliance"] as const;
type Identified = Sourced<{ id: string }>;

/** Finds ids that two things of one kind share, and two objections of one scenario. */
export function checkIds({ playbook, shipped }: Reading): Finding[] {
  const shared = kinds.flatMap((kind) => findShared(playbook[kind], shipped?.[kind] ?? []));
  return [...shared, ...playbook.scenarios.flatMap(findSharedObjections)];
}

function findShared(own: readonly Identified[], shipped: readonly Identified[]): Finding[] {
  const first = new Map(shipped.map((one) => [one.id, one]));
  const known = new Set(first.keys());
  return own.flatMap((one) => {
    const earlier = first.get(one.id);
    if (!earlier) {
      first.set(one.id, one);
      return [];
    }
    const { file, line } = earlier.at;
    const whose = known.has(one.id) ? "is a shipped one" : "is already used";
    return [
      {
        file: one.at.file,
        path: [...one.at.path, "id"],
        message: `the id "${one.id}" ${whose}, in ${file}:${line}`,
        fix: "give one of the two another id",
      },
    ];
  });
}

function findSharedObjections({ at, objections }: Reading["playbook"]["scenarios"][number]) {
  const ids = objections.map(({ id }) => id);
  return ids.flatMap((id, index): Finding[] => {
    if (ids.indexOf(id) === index) return [];
    return [
      {
        file: at.file,
        path: [...at.path, "objections", index, "id"],
        message: `the id "${id}" is already used by another objection of this scenario`,
        fix: "give one of the two another id",
      },
    ];
  });
}
