// What there is a timeline of: weights somebody published, and strategies that were switched on.
import type { WeightVersion } from "../../facts.ts";
import type { Reader } from "../../ports.ts";
import type { Adoption } from "../stored.ts";

/** One change, with the moment it took hold. */
export type Change =
  | { kind: "weights"; id: string; at: number; version: WeightVersion }
  | { kind: "strategy"; id: string; at: number; adoption: Adoption };

/** Changes offered; older ones are in the history of weights and on the board of strategies. */
const mostChanges = 5;

/** The latest, newest first. Defaults nobody chose are no change; what became weights is told as weights. */
export async function latestChanges(
  read: Pick<Reader, "weightVersions" | "adoptions">,
): Promise<Change[]> {
  const versions = await read.weightVersions.find(
    { state: ["published", "retired"] },
    { order: { by: "publishedAt", descending: true }, limit: 3 * mostChanges },
  );
  const adoptions = await read.adoptions.find(
    { becomes: ["chain", "talk_track", "scenario"] },
    { order: { by: "at", descending: true }, limit: mostChanges },
  );
  const changes: Change[] = [
    ...versions.flatMap((version): Change[] =>
      version.publishedAt === null || version.authorId === null
        ? []
        : [{ kind: "weights", id: version.id, at: version.publishedAt, version }],
    ),
    ...adoptions.map((adoption): Change => {
      return { kind: "strategy", id: adoption.id, at: adoption.at, adoption };
    }),
  ];
  return changes.sort((one, other) => other.at - one.at).slice(0, mostChanges);
}
