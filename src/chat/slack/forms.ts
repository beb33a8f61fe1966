// Forms too big for their buttons, by message: Slack keeps them in its metadata, which it need not give back in time.

/** The packed forms of one message, by the number of their button. */
type Forms = Record<string, string>;

export type FormMemory = {
  /** Keeps the forms of a message; forgets one that has none any longer. */
  keep(message: Place, forms: Forms): void;
  find(message: Place, id: string): string | undefined;
};

type Place = { channel: string; ts: string };

/** The newest so many; after a restart they are looked up in the message's metadata. */
export function createFormMemory({ limit = 500 } = {}): FormMemory {
  const shown = new Map<string, Forms>();
  const nameOf = ({ channel, ts }: Place) => `${channel} ${ts}`;
  return {
    keep(message, forms) {
      shown.delete(nameOf(message));
      if (Object.keys(forms).length === 0) return;
      shown.set(nameOf(message), forms);
      const [oldest] = shown.keys();
      if (shown.size > limit && oldest !== undefined) shown.delete(oldest);
    },
    find: (message, id) => shown.get(nameOf(message))?.[id],
  };
}
