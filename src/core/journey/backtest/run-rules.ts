// Rules run over history, through the same engine as when they are live. Customers who never met are apart, so that a
// long history is taken in small parts, with a pause after each for whoever else is waiting.
import type { Touch } from "../../model.ts";
import type { ChainMatch } from "../chains/engine.ts";
import { replay } from "../chains/replay.ts";
import type { Rule } from "../rules/rule.ts";

export type RunOptions = {
  rules: readonly Rule[];
  touches: readonly Touch[];
  until: number;
  /** Lets others work. */
  pause: () => Promise<void>;
  onPart?: (ratio: number) => void;
};

/** Touches after which others get their turn: some tens of milliseconds. */
const partSize = 4_000;

/** Calls `onMatch` with every match. History that was brought in later counts as if it had come in time. */
export async function runRules(
  { rules, touches, until, pause, onPart }: RunOptions,
  onMatch: (match: ChainMatch) => void,
): Promise<void> {
  let done = 0;
  for (const part of parts(await circles(touches, pause))) {
    const { matches } = replay(
      { rules, touches: part },
      { until, latenessMs: Number.POSITIVE_INFINITY },
    );
    for (const match of matches) onMatch(match);
    done += part.length;
    onPart?.(done / touches.length);
    await pause();
  }
}

/** Touches of whole circles of customers together, about `partSize` at a time. */
function* parts(groups: Iterable<Touch[]>): Generator<Touch[]> {
  let part: Touch[] = [];
  for (const circle of groups) {
    for (const touch of circle) part.push(touch);
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** Touches by who they can concern together: a contact, their visitors' ids, and everybody of their account. */
async function circles(
  touches: readonly Touch[],
  pause: RunOptions["pause"],
): Promise<Iterable<Touch[]>> {
  const rootOf = createRoots();
  for (const [index, touch] of touches.entries()) {
    if (index % partSize === 0) await pause();
    rootOf(namesOf(touch));
  }
  const found = new Map<string, Touch[]>();
  for (const [index, touch] of touches.entries()) {
    if (index % partSize === 0) await pause();
    const root = rootOf(namesOf(touch));
    const circle = found.get(root);
    if (circle) circle.push(touch);
    else found.set(root, [touch]);
  }
  return found.values();
}

/** Joins names, and gives the one that stands for all they were joined with (a union-find forest). */
function createRoots(): (names: [string, ...string[]]) => string {
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    if (root !== id) above.set(id, root);
    return root;
  };
  return ([first, ...others]) => {
    const root = rootOf(first);
    for (const other of others.map(rootOf)) if (other !== root) above.set(other, root);
    return root;
  };
}

function namesOf({ contactId, anonymousId, accountId }: Touch): [string, ...string[]] {
  const names = [
    ...(contactId === null ? [] : [`c ${contactId}`]),
    ...(anonymousId === null ? [] : [`v ${anonymousId}`]),
    ...(accountId === null ? [] : [`a ${accountId}`]),
  ];
  return [names[0] ?? "nobody", ...names.slice(1)];
}
