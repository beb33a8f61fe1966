// Words shown while they come: the newest only, at a bounded pace, and none after the end.

/** `show` puts the words so far where they are read; `most`: edits of one message, the rest waits for the end. */
type Pacing = {
  soon: (afterMs: number, work: () => Promise<void>) => () => void;
  show: (words: string) => Promise<void>;
  everyMs: number;
  most: number;
};

/** Takes words as they come. After `stop` nothing more is shown. */
type PacedWords = { say(words: string): void; stop(): void };

/** Shows the first words at once, and then what is newest whenever a pause is over. */
export function paceWords({ soon, show, everyMs, most }: Pacing): PacedWords {
  let newest = "";
  let shown = "";
  let left = most;
  /** Ends the wait for the next look; there while one is due or words are on their way. */
  let cancel: (() => void) | undefined;
  let isOver = false;

  const look = async () => {
    if (isOver || newest === shown || left === 0) {
      cancel = undefined;
      return;
    }
    shown = newest;
    left -= 1;
    await show(shown);
    if (!isOver) cancel = soon(everyMs, look);
  };

  return {
    say(words) {
      newest = words;
      if (!isOver) cancel ??= soon(0, look);
    },
    stop() {
      isOver = true;
      cancel?.();
    },
  };
}
