// What happened goes to every webhook that listens, in the transaction in which it happened: one is never there
// without the other.
import { type Reach, reachOf, sees } from "../api/reach.ts";
import type { Unit } from "../ports.ts";
import type { WebhookEvent, WebhookPayload } from "./event.ts";
import type { Webhook, WebhookMessage } from "./stored.ts";

/** Sends what waits for one webhook. */
export const sendJob = "webhook.send";
export type SendPayload = { webhookId: string };

/** Queues these events for whoever listens and may hear of them. */
export async function announce(unit: Unit, events: readonly WebhookEvent[]): Promise<void> {
  if (events.length === 0) return;
  for (const webhook of await unit.webhooks.find({ state: "on" })) {
    const wanted = events.filter(({ type }) => webhook.events.includes(type));
    if (wanted.length === 0) continue;
    const reach = await reachOf(unit, webhook);
    if (reach) await queueMessages(unit, webhook, toPayloads(wanted, reach, unit.now));
  }
}

/** Puts messages on their way and has them sent. */
async function queueMessages(
  unit: Unit,
  { id: webhookId }: Pick<Webhook, "id">,
  payloads: readonly WebhookPayload[],
): Promise<void> {
  const rows = payloads.map(
    (payload): WebhookMessage => ({
      ...{ id: unit.newId("webhookMessage"), webhookId, type: payload.type, payload },
      ...{ state: "queued", attempts: 0, nextAt: unit.now, error: null },
      ...{ createdAt: unit.now, sentAt: null },
    }),
  );
  const [first] = rows;
  if (!first) return;
  await unit.webhookMessages.put(...rows);
  const payload: SendPayload = { webhookId };
  unit.schedule({ kind: sendJob, key: `${sendJob}:${first.id}`, payload });
}

function toPayloads(events: readonly WebhookEvent[], reach: Reach, now: number): WebhookPayload[] {
  const timestamp = new Date(now).toISOString();
  return events
    .filter(({ ownerIds }) => sees(reach, ownerIds))
    .map(({ type, data }) => ({ type, timestamp, data }));
}
