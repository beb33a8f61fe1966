// Several writers, one commit: what makes a durable append cheap.
export type GroupCommitOptions = {
  /** How long the first of a group waits for others. */
  windowMs?: number;
  /** How many go together at most. */
  max?: number;
};

/**
 * Collects what arrives within a few milliseconds, or while the group before is being committed, and commits
 * it together: one sync to disk for all. Groups follow each other in order of arrival. Each caller gets its
 * own answer, after the commit.
 *
 * `commit` takes all or nothing. When a group fails, each of it is tried alone, so that one which cannot be
 * stored does not take the others with it.
 */
export function createGroupCommit<Item, Answer>(
  commit: (items: Item[]) => Promise<Answer[]>,
  { windowMs = 1, max = 500 }: GroupCommitOptions = {},
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let isFlushing = false;

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, max);
      waiting = waiting.slice(max);
      await commitGroup(commit, group);
    }
    isFlushing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isFlushing) return;
      isFlushing = true;
      setTimeout(() => void flush(), windowMs);
    });
}

type Waiting<Item, Answer> = {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
};

async function commitGroup<Item, Answer>(
  commit: (items: Item[]) => Promise<Answer[]>,
  group: Waiting<Item, Answer>[],
): Promise<void> {
  try {
    const answers = await commit(group.map(({ item }) => item));
    for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
  } catch (error) {
    if (group.length === 1) return group[0]?.reject(error);
    for (const one of group) await commitGroup(commit, [one]);
  }
}
