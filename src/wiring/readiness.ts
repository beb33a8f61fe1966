// Whether this installation can work, part by part: what /readyz answers.
import type { ChatSurface } from "../chat/adapter.ts";
import { createCursors } from "../store/cursors.ts";
import type { Records } from "../store/records/records.ts";
import { migrationNames } from "../store/records/schema-engine.ts";
import type { Readiness } from "../web/health.ts";
import { readVitals, type VitalParts } from "./vitals.ts";

type ReadyParts = VitalParts & { records: Records; surfaces: readonly ChatSurface[] };

/** Answers of this age are given again: anybody may ask, and each costs a write to the disk. */
const keptMs = 5_000;
/** Readers of the log take a batch in well under a second: this long means that one fails every time. */
const longestStallMs = 15 * 60_000;
/** Both databases' write-ahead logs may grow to 64 MB, and a touch takes 300 to 400 bytes. */
const leastFreeBytes = 200_000_000;

/** Asks every part, and at most every five seconds. */
export function createReadiness(parts: ReadyParts): () => Promise<Readiness> {
  let last: { at: number; answer: Promise<Readiness> } | undefined;
  return () => {
    const now = parts.clock();
    if (!last || now - last.at >= keptMs) last = { at: now, answer: readReadiness(parts) };
    return last.answer;
  };
}

async function readReadiness(parts: ReadyParts): Promise<Readiness> {
  const { records, events, surfaces, clock } = parts;
  const states = {
    // A row of its own: a full disk or one gone read-only shows only when something is written.
    records: await check(() => createCursors(records, clock).set("readiness", 0)),
    events: await check(() => events.after(Number.MAX_SAFE_INTEGER, 1)),
    schema: await check(() => checkSchema(records)),
    ...(await readVitals(parts).then(toStates, () => ({ vitals: "broken" }))),
    ...Object.fromEntries(
      surfaces.map(({ adapter, state }) => [adapter.surface, state().ok ? "ok" : "broken"]),
    ),
  };
  return { ok: Object.values(states).every((state) => state === "ok"), parts: states };
}

/** "broken", or the sentence of what was found. */
function check(ask: () => Promise<unknown>): Promise<string> {
  return ask().then(
    (found) => (typeof found === "string" ? found : "ok"),
    () => "broken",
  );
}

/** New code under a running process brings migrations that only its next start applies. */
async function checkSchema({ client }: Records): Promise<string> {
  const [row] = await client.$queryRaw<{ applied: bigint }[]>`
    SELECT count(*) AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  const pending = migrationNames().length - Number(row?.applied ?? 0);
  return pending === 0 ? "ok" : `migrations waiting for a restart: ${pending}`;
}

function toStates({
  stalledMs,
  freeBytes,
}: Awaited<ReturnType<typeof readVitals>>): Record<"log" | "disk", string> {
  const [slowest] = Object.entries(stalledMs).sort(([, one], [, other]) => other - one);
  const [name, ms] = slowest ?? ["", 0];
  return {
    log: ms > longestStallMs ? `${name} has been stuck for ${Math.round(ms / 60_000)} min` : "ok",
    disk: freeBytes < leastFreeBytes ? `${Math.round(freeBytes / 1e6)} MB free` : "ok",
  };
}
