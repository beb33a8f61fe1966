// What the gate let in, as events.
import type { ChangeBatch, Draft } from "../gate/gate.ts";
import type { WebhookEvent } from "./event.ts";

/** Files tell what happened elsewhere, long ago: they cause no events. */
export function eventsOf({ via }: ChangeBatch, drafts: readonly Draft[]): WebhookEvent[] {
  if (via === "import") return [];
  return drafts.flatMap((draft) => {
    if (draft.change.kind === "lead") return leadEvents(draft);
    return draft.change.kind === "deal" ? dealEvents(draft) : [];
  });
}

function leadEvents(draft: Draft): WebhookEvent[] {
  const { change, before, after, fields } = draft;
  const data = { leadId: change.id, ownerId: idOf(after.ownerId) };
  const about = { ownerIds: ownersOf(draft), data };
  if (!before) return [{ type: "lead.created", ...about }];
  if (!fields.includes("status")) return [];
  if (after.status === "converted") return [{ type: "lead.converted", ...about }];
  // One that is taken back from a deal was accepted before.
  const isAccepted = after.status === "accepted" && before.status !== "converted";
  return isAccepted ? [{ type: "lead.accepted", ...about }] : [];
}

function dealEvents(draft: Draft): WebhookEvent[] {
  const { change, before, after, fields } = draft;
  const data = { dealId: change.id, ownerId: idOf(after.ownerId), stage: idOf(after.stage) };
  const about = { ownerIds: ownersOf(draft) };
  if (!before) return [{ type: "deal.created", ...about, data }];
  if (!fields.includes("stage")) return [];
  const from = idOf(before.stage);
  return [{ type: "deal.stage_changed", ...about, data: { ...data, from } }];
}

function ownersOf({ after }: Draft): string[] {
  const owner = idOf(after.ownerId);
  return owner === null ? [] : [owner];
}

const idOf = (value: unknown): string | null => (typeof value === "string" ? value : null);
