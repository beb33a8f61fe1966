// The answers came back: with them the call is kept and read, without them it is deleted.
import { standingConsent } from "../../people/consent.ts";
import { openSubjects } from "../../pipeline/subjects.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Effect, sayOnly, textOf } from "../../use-case.ts";
import { forgetFile } from "../../voice/forget-file.ts";
import { type Call, type CallSource, toldWays } from "./call.ts";
import { placeOf } from "./call-about.ts";
import { nobodyListed, notTold } from "./call-form.ts";
import { readJob } from "./jobs.ts";
import type { CallServices } from "./services.ts";
import { type CallProblem, endedCard, readingCard } from "./told-card.ts";

/** Takes the form of a dropped call. Sent twice, it is one call. */
export async function submitCall(
  { store, retention }: Pick<CallServices, "store" | "retention">,
  { person, params, values }: Answer,
): Promise<Effect> {
  const { calls, chat } = readingOf(person).texts;
  const { callId = "", assetId = "", name = "", source } = params;
  const told = textOf(values, "told");
  const aboutId = textOf(values, "about");
  const way = toldWays.find((one) => one === told);
  if (!way && told !== notTold) return async () => ({ errors: { told: calls.form.missing } });
  const subjects = await openSubjects(store.read, person);
  const about = subjects.find(({ id }) => id === aboutId);
  if (!about && aboutId !== nobodyListed && way) {
    return async () => ({ errors: { about: calls.form.missing } });
  }
  if (await store.read.calls.get(callId)) return sayOnly(calls.already);
  if (!(await store.read.assets.get(assetId))) return sayOnly(chat.gone);

  const refused = (problem: CallProblem): Effect => {
    return async (unit) => {
      forgetFile(unit, assetId);
      return { card: endedCard(person, callId, problem) };
    };
  };
  if (!way) return refused("notTold");
  if (!(await standingConsent(store.read, person.id, "calls"))) return refused("withdrawn");
  return async (unit) => {
    const call: Call = {
      ...{ id: callId, personId: person.id, ...placeOf(about) },
      ...{ source: source as CallSource, toldHow: way, analysis: null, at: unit.now },
      transcript: { state: "reading", name, assetId, heard: [], lines: [] },
      ...{ heldUntil: unit.now + retention.calls },
      consentedAt: textOf(values, "seen") === "manager" ? unit.now : null,
    };
    await unit.calls.put(call);
    await auditCall(unit, call, "call.keep");
    unit.schedule({ kind: readJob, key: `${readJob}:${callId}:0`, payload: { callId, step: 0 } });
    return { card: readingCard(person, callId, { done: 0, of: 1 }) };
  };
}

/** Writes down that something was done with a call, never what was said in it. */
export async function auditCall(
  unit: Unit,
  { id, personId, toldHow }: Pick<Call, "id" | "personId" | "toldHow">,
  action: string,
): Promise<void> {
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: personId, via: "chat", action },
    ...{ kind: "call", recordId: id, detail: { toldHow } },
  });
}
