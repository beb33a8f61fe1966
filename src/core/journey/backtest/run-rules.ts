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
const partSize = 10_000;

/** Calls `onMatch` with every match. History that was brought in later counts as if it had come in time. */
export async function runRules(
  { rules, touches, until, pause, onPart }: RunOptions,
  onMatch: (match: ChainMatch) => void,
): Promise<void> {
  let done = 0;
  for (const part of parts(touches)) {
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
function* parts(touches: readonly Touch[]): Generator<Touch[]> {
  let part: Touch[] = [];
  for (const circle of circles(touches)) {
    for (const touch of circle) part.push(touch);
    if (part.length < partSize) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** Touches by who they can concern together: a contact, their visitors' ids, and everybody of their account. */
function circles(touches: readonly Touch[]): Iterable<Touch[]> {
  const above = new Map<string, string>();
  const rootOf = (id: string): string => {
    let root = id;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    if (root !== id) above.set(id, root);
    return root;
  };
  for (const touch of touches) {
    const [first, ...others] = namesOf(touch);
    for (const other of others) {
      const [one, two] = [rootOf(first), rootOf(other)];
      if (one !== two) above.set(two, one);
    }
  }
  const found = new Map<string, Touch[]>();
  for (const touch of touches) {
    const root = rootOf(namesOf(touch)[0]);
    const circle = found.get(root);
    if (circle) circle.push(touch);
    else found.set(root, [touch]);
  }
  return found.values();
}

function namesOf({ contactId, anonymousId, accountId }: Touch): [string, ...string[]] {
  const names = [
    ...(contactId === null ? [] : [`c ${contactId}`]),
    ...(anonymousId === null ? [] : [`v ${anonymousId}`]),
    ...(accountId === null ? [] : [`a ${accountId}`]),
  ];
  return [names[0] ?? "nobody", ...names.slice(1)];
}
