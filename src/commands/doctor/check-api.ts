// The API and its webhooks, for `doctor`: keys in use, keys that were revoked and are still tried, webhooks that fail.
import { join } from "node:path";
import { inspectApi } from "../../store/inspect-api.ts";
import type { PartState } from "./diagnose.ts";

/** One part for keys, one for webhooks; changes nothing. */
export function checkApi(dataDir: string): PartState[] {
  const state = inspectApi(join(dataDir, "records.db"));
  if (!state) return [];
  return [keysPart(state), webhooksPart(state)];
}

type State = NonNullable<ReturnType<typeof inspectApi>>;

function keysPart({ inUse, tried }: State): PartState {
  const part = "API keys";
  if (tried.length === 0) {
    if (inUse === 0) return { part, state: "off", why: "no key", fix: "keys add makes one." };
    return { part, state: "ok", why: `${inUse} in use` };
  }
  const names = tried.map(({ name, refusals, refusedAt }) => {
    const last = new Date(refusedAt).toISOString().slice(0, 16).replace("T", " ");
    return `"${name}" ${refusals} times since it was revoked, the last ${last} UTC`;
  });
  return {
    ...{ part, state: "ok", why: `${inUse} in use; refused: ${names.join("; ")}` },
    fix: "Find who still holds a revoked key: it answers 401, and was known to somebody.",
  };
}

function webhooksPart({ on, off, failing, waiting }: State): PartState {
  const part = "webhooks";
  if (on + off.length === 0) return { part, state: "off", why: "none" };
  const why = `${on} on, ${failing} of them failing, ${waiting} events waiting`;
  if (off.length === 0) return { part, state: "ok", why };
  const given = off.map(({ id, error }) => `${id}${error ? ` (${error})` : ""}`).join(", ");
  const fix = "Mend the receiver, then webhooks resume --id ID; or webhooks remove --id ID.";
  return { part, state: "broken", why: `${why}; switched off: ${given}`, fix };
}
