// The strategy behind a change: when it was said, tested, published and switched on.
import type { Reader } from "../../ports.ts";
import type { Adoption, StoredVerdict, Strategy } from "../stored.ts";

export type Origin = {
  strategy: Strategy;
  author: string | undefined;
  /** The first verdict: the one it was published with. */
  verdict: StoredVerdict | undefined;
  adoption: Adoption;
  adoptedBy: string | undefined;
};

/** The strategy that became this; undefined where none did. */
export async function originOf(
  read: Reader,
  made: Pick<Adoption, "becomes" | "targetId">,
): Promise<Origin | undefined> {
  const [adoption] = await read.adoptions.find(made, { order: { by: "at" }, limit: 1 });
  return adoption && originOfUse(read, adoption);
}

/** The strategy somebody switched on. */
export async function originOfUse(read: Reader, adoption: Adoption): Promise<Origin | undefined> {
  const strategy = await read.strategies.get(adoption.strategyId);
  if (!strategy) return undefined;
  const [verdict] = await read.verdicts.find(
    { strategyId: strategy.id },
    { order: { by: "at" }, limit: 1 },
  );
  const people = await read.people.find({
    id: [strategy.authorId, ...(adoption.personId ? [adoption.personId] : [])],
  });
  const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name;
  return {
    ...{ strategy, verdict, adoption },
    author: nameOf(strategy.authorId),
    adoptedBy: nameOf(adoption.personId),
  };
}
