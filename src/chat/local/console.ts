// The local chat in a terminal: the same conversations, typed.
import type { Readable, Writable } from "node:stream";
import { readingOf } from "../../core/text/format.ts";
import type { LocalChat } from "./chat.ts";
import { createLines } from "./console/lines.ts";
import { createScreen } from "./console/screen.ts";
import { handleLine, openSession, type Session, talkAs } from "./console/session.ts";
import { toRefusal } from "./refusals.ts";

export type ConsoleOptions = {
  chat: LocalChat;
  input: Readable & { isTTY?: boolean };
  output: Writable & { columns?: number };
  /** Whom to begin as; by default the first person. */
  personId?: string;
  color?: boolean;
  /** Resolves once every answer under way has arrived: a script's next line waits for it. */
  settle?: () => Promise<void>;
  /** Hears of what went wrong on our side; the person reads a sentence. */
  onError?: (error: unknown) => void;
};

/** Runs until /quit or the end of the input. */
export async function runConsole(options: ConsoleOptions): Promise<void> {
  const { chat, input, output, personId, color = false } = options;
  const lines = createLines(input, output);
  const screen = createScreen({
    write: lines.write,
    width: () => output.columns || 80,
    color,
  });
  try {
    const people = await chat.people();
    const person = people.find(({ id }) => id === personId) ?? people[0];
    if (person) await converse(openSession({ chat, screen, ask: lines.ask, person }), options);
    else screen.print(readingOf({ language: "en", timeZone: "UTC" }).texts.local.nobodyYet);
  } finally {
    lines.close();
  }
}

async function converse(session: Session, { settle, onError }: ConsoleOptions): Promise<void> {
  const { screen } = session;
  screen.print(session.reading.texts.local.console.welcome);
  await talkAs(session.person, session);
  for (;;) {
    await settle?.();
    const line = (await session.ask(`${session.person.name} > `))?.trim();
    if (line === undefined || line === "/quit") break;
    await handleLine(line, session).catch((error: unknown) => {
      const { status, sentence } = toRefusal(error, session.reading.texts);
      if (status === 500) onError?.(error);
      screen.print(screen.paints.bad(sentence));
    });
  }
  session.stop();
}
