// What webhooks tell of: ids and what became of them, never a name or a word of anybody's.

/** Every event there is. */
export const webhookEvents = [
  "lead.created",
  "lead.assigned",
  "lead.accepted",
  "lead.converted",
  "deal.created",
  "deal.stage_changed",
  "action.created",
  "action.done",
] as const;
export type WebhookEventType = (typeof webhookEvents)[number];

/** Sent by a test alone, whatever a webhook listens to. */
export const testEvent = "webhook.test";

/** Something that happened. `ownerIds`: whose it is, for who may hear of it; empty: nobody's yet. */
export type WebhookEvent = {
  type: WebhookEventType;
  ownerIds: readonly string[];
  data: Record<string, string | null>;
};

/** The body of a delivery (https://www.standardwebhooks.com, "Payload structure"). */
export type WebhookPayload = {
  type: WebhookEventType | typeof testEvent;
  /** When it happened. */
  timestamp: string;
  data: Record<string, string | null>;
};

/** The scope a key needs to hear of an event. */
export function scopeOf(type: WebhookEventType): `${"leads" | "deals" | "actions"}:read` {
  const [subject] = type.split(".");
  return `${subject as "lead" | "deal" | "action"}s:read`;
}
