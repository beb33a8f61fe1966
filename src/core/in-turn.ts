// Work that must not overlap: one at a time for each name.

/** Runs work of the same name one after another, in the order it came; work of other names beside it. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const next = (last.get(name) ?? Promise.resolve()).then(work, work);
    const end = next
      .catch(() => undefined)
      .then(() => {
        if (last.get(name) === end) last.delete(name);
      });
    last.set(name, end);
    return next;
  };
}
