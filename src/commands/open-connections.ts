// Opens every connection when the bot starts, and keeps at it where a platform cannot be reached.
import type { ChatSurface } from "../chat/adapter.ts";
import { Refused } from "../core/errors.ts";
import type { Log } from "../log.ts";
import type { Ringside } from "../main.ts";
import { surfaceOf, type Wanted } from "./connections.ts";

export type Opening = {
  log: Log;
  /** One line for whoever started it. */
  say: (line: string) => void;
  /** Aborts when it is time to stop. */
  signal: AbortSignal;
};

/**
 * Wrong keys in .env end the start: somebody is there to correct them. A stored connection that is refused stays
 * off, and holds up no other.
 */
export async function openConnections(
  ringside: Ringside,
  wanted: Wanted[],
  opening: Opening,
): Promise<void> {
  const { log } = opening;
  const lines = wanted.map((one) => ({ ...one, line: ringside.plug(one.id, surfaceOf(one)) }));
  for (const { id, from, line } of lines) {
    const open = openOne(line, opening);
    if (from === "env") await open;
    else open.catch((refused: unknown) => log.error({ id, err: refused }, "a connection is off"));
  }
}

async function openOne(line: ChatSurface, opening: Opening): Promise<void> {
  const { log, say, signal } = opening;
  const name = line.adapter.surface;
  try {
    await line.start();
    say(`${name}: ${line.state().why}`);
  } catch (error) {
    if (error instanceof Refused) throw error;
    log.warn({ surface: name, err: error }, "cannot be reached; trying again in a minute");
    const again = setTimeout(() => {
      openOne(line, opening).catch((refused: unknown) =>
        log.error({ surface: name, err: refused }, "was refused"),
      );
    }, retryConnectMs);
    signal.addEventListener("abort", () => clearTimeout(again), { once: true });
  }
}

const retryConnectMs = 60_000;
