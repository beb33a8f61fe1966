// Word that something happened, for whoever waits for it: no contents, only that it is time to look again.

export type News = {
  tell(): void;
  /** Hears of it until the returned function is called. */
  listen(hear: () => void): () => void;
};

export function createNews(): News {
  const listeners = new Set<() => void>();
  return {
    tell() {
      for (const hear of listeners) hear();
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
