// A playbook's check: what is named exists.
import type { Finding, Reading } from "./check.ts";

const mostNamed = 12;

/** Finds scenarios whose persona, and entries whose scenario, does not exist. */
export function checkReferences(reading: Reading): Finding[] {
  const { playbook } = reading;
  const personas = idsOf(reading, "personas");
  const scenarios = idsOf(reading, "scenarios");
  return [
    ...playbook.scenarios.flatMap(({ at, persona }) =>
      judge(personas, { file: at.file, path: [...at.path, "persona"], kind: "persona" }, persona),
    ),
    ...playbook.entries.flatMap(({ at, scenarios: named }) =>
      named.flatMap((id, index) => {
        const path = [...at.path, "scenarios", index];
        return judge(scenarios, { file: at.file, path, kind: "scenario" }, id);
      }),
    ),
  ];
}

type Target = Pick<Finding, "file" | "path"> & { kind: "persona" | "scenario" };

/** Every id that may be named; undefined when the file that would say it could not be read. */
function idsOf(reading: Reading, kind: "personas" | "scenarios"): Set<string> | undefined {
  const { playbook, shipped, rejected, unread } = reading;
  if (unread.includes(`${kind}.yaml`)) return undefined;
  const read = [...(shipped?.[kind] ?? []), ...playbook[kind]].map(({ id }) => id);
  const broken = rejected[`${kind}.yaml`].filter((id) => id !== undefined);
  return new Set([...read, ...broken]);
}

function judge(ids: Set<string> | undefined, target: Target, id: string): Finding[] {
  if (!ids || ids.has(id)) return [];
  const { file, path, kind } = target;
  const message = `the ${kind} "${id}" does not exist`;
  const known = [...ids].slice(0, mostNamed);
  const choice = known.length > 0 ? `name one of ${known.join(", ")}, or ` : "";
  return [{ file, path, message, fix: `${choice}add "${id}" to ${kind}s.yaml` }];
}
