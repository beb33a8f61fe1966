// A deal that is over starts a debrief with its rep: once for each deal, a while later, so that an undo ends it.
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { ChangeBatch, Draft } from "../../gate/gate.ts";
import type { Deal } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { askCard } from "./cards.ts";
import type { DebriefServices } from "./services.ts";
import type { Debrief } from "./stored.ts";

export const askJob = "debrief.ask";
export type AskPayload = { dealId: string };

/** Longer than anybody takes to see that they pressed the wrong button. */
const afterMs = 600_000;
/** Worth a message of its own while the day is not full. */
export const askValue = 0.5;

/** Called by the gate for all it stored. What is imported was over long ago. */
export function startDebriefs(unit: Unit, { via }: ChangeBatch, drafts: readonly Draft[]): void {
  if (via === "import") return;
  for (const { change, before, after } of drafts) {
    if (change.kind !== "deal" || !isOver(after) || (before && isOver(before))) continue;
    const payload: AskPayload = { dealId: change.id };
    const runAt = unit.now + afterMs;
    // A deal may be reopened and closed again: whether it was asked about is the debrief's to say, not the job's.
    unit.schedule({ kind: askJob, key: `${askJob}:${change.id}:${unit.now}`, runAt, payload });
  }
}

const isOver = ({ status }: Record<string, unknown>) => status === "won" || status === "lost";

/** The job: asks the rep, if the deal still is over and theirs. */
export async function askRep(
  { dealId }: AskPayload,
  { workdays }: Pick<DebriefServices, "workdays">,
): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const deal = await unit.deals.get(dealId);
    const person = deal?.ownerId ? await unit.people.get(deal.ownerId) : undefined;
    const isAsked = (await unit.debriefs.count({ dealId })) > 0;
    if (!deal || !isOver(deal) || !person?.active || isAsked) return;
    const debrief = newDebrief(unit, deal, person.id);
    await unit.debriefs.put(debrief);
    const card = askCard(unit, person, { debrief, deal });
    await offerNudge(unit, workdays, { person, kind: "strategy", value: askValue, card });
  };
}

function newDebrief(unit: Unit, { id: dealId }: Deal, personId: string): Debrief {
  return {
    ...{ id: unit.newId("debrief"), dealId, personId, answers: {}, assetId: null },
    ...{ state: "asked", createdAt: unit.now, closedAt: null },
  };
}
