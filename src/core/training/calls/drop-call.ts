// Everything of a call, gone: its words, its recording, and its part in the rep's skills.
import type { Unit } from "../../ports.ts";
import { forgetFile } from "../../voice/forget-file.ts";
import { recomputeTwin } from "../twin/twin.ts";
import { type Call, callKey } from "./call.ts";
import { wordsJob } from "./jobs.ts";

/** Deletes a call in this transaction; what was shown of it is taken out of the outbox once that has gone out. */
export async function dropCall(unit: Unit, call: Call): Promise<void> {
  const { id, personId } = call;
  await unit.calls.remove(id);
  await dropEvidence(unit, call);
  if (call.transcript.assetId) forgetFile(unit, call.transcript.assetId);
  // A moment in which nothing was said: only the cards of the call are meant.
  const payload = { personId, under: callKey(id), from: 0, to: 0 };
  const runAt = unit.now + 60_000;
  unit.schedule({ kind: wordsJob, key: `${wordsJob}:${id}`, payload, runAt });
}

/** Takes a call's evidence back, and computes the rep's skills anew. */
export async function dropEvidence(
  unit: Unit,
  { id, personId }: Pick<Call, "id" | "personId">,
): Promise<void> {
  const pieces = await unit.skillEvidence.find({ personId, source: "call", sourceId: id });
  if (pieces.length === 0) return;
  await unit.skillEvidence.remove(...pieces.map((piece) => piece.id));
  await recomputeTwin(unit, personId);
}
