// Work of many requests done in one go, between two looks at the sockets.

/**
 * Gives a wait until everything that has come by now is read; all who wait go on one after another. What they do next
 * then stays in the processor's caches instead of taking turns with the reading of other requests: measured on the
 * tracking API without a disk, 91 µs of processor time a post became 36 to 45.
 */
export function createRound(): () => Promise<void> {
  let current: Promise<void> | undefined;
  const begin = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        current = undefined;
        resolve();
      });
    });
  return () => {
    current ??= begin();
    return current;
  };
}
