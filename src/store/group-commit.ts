/**
 * Collects what arrives within a few milliseconds and commits it together: one sync to disk for all.
 * Each caller gets its own answer, after the commit.
 */
export function createGroupCommit<Item, Answer>(
  commit: (items: Item[]) => Promise<Answer[]>,
  { windowMs = 1, max = 500 }: { windowMs?: number; max?: number } = {},
): (item: Item) => Promise<Answer> {
  type Waiting = {
    item: Item;
    resolve: (answer: Answer) => void;
    reject: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    try {
      const answers = await commit(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= max) void flush();
      else timer ??= setTimeout(() => void flush(), windowMs);
    });
}
