// Opens every connection when the bot starts, and keeps at it where a platform cannot be reached.
import { setTimeout } from "node:timers/promises";
import type { ChatSurface } from "../../chat/adapter.ts";
import { Refused } from "../../core/errors.ts";
import type { Log } from "../../log.ts";
import type { Ringside } from "../../main.ts";
import { surfaceOf, type Wanted } from "./connections.ts";

export type Opening = {
  log: Log;
  /** One line for whoever started it. */
  say: (line: string) => void;
  /** Aborts when it is time to stop. */
  signal: AbortSignal;
};

/** How long the start waits for platforms that do not answer; they go on being tried. */
const patienceMs = 10_000;

/**
 * Opens all side by side: one platform that is away holds up no other, nor the bot. Wrong keys in .env end the start:
 * somebody is there to correct them. A stored connection that is refused stays off.
 */
export async function openConnections(
  ringside: Ringside,
  wanted: Wanted[],
  opening: Opening,
): Promise<void> {
  const { log, signal } = opening;
  const loaded = await Promise.all(
    wanted.map(async (one) => ({ ...one, create: await surfaceOf(one) })),
  );
  const lines = loaded.map(({ id, from, create }) => ({
    id,
    from,
    line: ringside.plug(id, create),
  }));
  const needed = lines.map(async ({ id, from, line }) => {
    const open = openOne(line, opening);
    const late = (refused: unknown) => log.error({ id, err: refused }, "a connection is off");
    // Also heard when the start has gone on without it.
    open.catch(late);
    if (from === "env") await open;
  });
  const enough = new AbortController();
  const patience = setTimeout(patienceMs, undefined, {
    signal: AbortSignal.any([signal, enough.signal]),
  }).catch(() => {});
  await Promise.race([Promise.all(needed), patience]).finally(() => enough.abort());
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
    const again = globalThis.setTimeout(() => {
      openOne(line, opening).catch((refused: unknown) =>
        log.error({ surface: name, err: refused }, "was refused"),
      );
    }, retryConnectMs);
    signal.addEventListener("abort", () => clearTimeout(again), { once: true });
  }
}

const retryConnectMs = 60_000;
