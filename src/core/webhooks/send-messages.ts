// The job that sends what waits for one webhook: in order, until one does not arrive.
import type { Unit } from "../ports.ts";
import { type SendPayload, sendJob } from "./announce.ts";
import {
  errorOf,
  isArrived,
  isGone,
  lineDelayMs,
  mostAttempts,
  patienceMs,
  retryDelayMs,
} from "./retry.ts";
import type { Attempt, WebhookServices } from "./services.ts";
import type { Webhook, WebhookMessage } from "./stored.ts";
import { tellSwitchedOff } from "./tell-switched-off.ts";

/** Deliveries of one round; others get a turn in between. */
const roundSize = 20;
/** What arrived is kept so long, for those who ask whether it did. */
const keptMs = 7 * 86_400_000;
const mostRemoved = 500;

type Tried = { message: WebhookMessage; attempt: Attempt };

/** Sends, and writes down what became of it. Killed in between, it sends again under the same id. */
export async function sendMessages(
  { webhookId }: SendPayload,
  services: WebhookServices,
): Promise<void> {
  const { store, clock } = services;
  const webhook = await store.read.webhooks.get(webhookId);
  // While nothing arrives, new events do not knock more often than the old ones.
  if (webhook?.state !== "on" || (webhook.retryAt ?? 0) > clock()) return;
  const due = { webhookId, state: "queued", nextAt: { lte: clock() } } as const;
  // What was never tried goes first: one that is refused again and again holds nobody up.
  const order = { by: "attempts" } as const;
  const rows = await store.read.webhookMessages.find(due, { limit: roundSize, order });
  const tried = await deliver(rows, webhook, services);
  if (tried.length > 0) {
    const isFull = rows.length === roundSize;
    await store.write((unit) => settle(unit, services, { webhookId, tried, isFull }));
  }
}

async function deliver(
  rows: readonly WebhookMessage[],
  webhook: Webhook,
  { postWebhook, clock }: WebhookServices,
): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const message of rows) {
    const body = JSON.stringify(message.payload);
    const attempt = await postWebhook({ webhook, id: message.id, at: clock(), body });
    tried.push({ message, attempt });
    if (!isArrived(attempt)) break;
  }
  return tried;
}

type Settling = { webhookId: string; tried: readonly Tried[]; isFull: boolean };

async function settle(
  unit: Unit,
  services: WebhookServices,
  { webhookId, tried, isFull }: Settling,
): Promise<void> {
  const before = await unit.webhooks.get(webhookId);
  // Taken out while this was on its way.
  if (!before) return;
  const webhook = after(before, tried, unit.now);
  await unit.webhooks.put(webhook);
  await unit.webhookMessages.put(...tried.map((one) => settleOne(unit, webhook, one)));
  if (webhook.state === "off" && before.state === "on") {
    await tellSwitchedOff(unit, services, webhook);
  } else if (webhook.retryAt !== null) scheduleSend(unit, webhookId, webhook.retryAt);
  else if (isFull) scheduleSend(unit, webhookId, unit.now);
  await removeOld(unit);
}

/** How the webhook is from now on; one that lets others in while a message fails is well. */
function after(webhook: Webhook, tried: readonly Tried[], now: number): Webhook {
  const failed = tried.find(({ attempt }) => !isArrived(attempt))?.attempt;
  const isWell = tried.some(({ attempt }) => isArrived(attempt));
  const error = failed ? errorOf(failed) : null;
  const state = failed && isGone(failed) ? "off" : webhook.state;
  if (isWell)
    return { ...webhook, error, state, failingSince: null, retryAt: null, lastSentAt: now };
  const failingSince = webhook.failingSince ?? now;
  const retryAt = now + lineDelayMs(now - failingSince);
  const isOver = now - failingSince >= patienceMs;
  return { ...webhook, error, failingSince, retryAt, state: isOver ? "off" : state };
}

function settleOne(unit: Unit, webhook: Webhook, { message, attempt }: Tried): WebhookMessage {
  const attempts = message.attempts + 1;
  if (isArrived(attempt)) {
    return { ...message, attempts, state: "sent", error: null, sentAt: unit.now };
  }
  const error = errorOf(attempt);
  const isAtFault = webhook.failingSince === null && attempts >= mostAttempts;
  if (isAtFault) return { ...message, attempts, error, state: "dropped" };
  const nextAt = Math.max(unit.now + retryDelayMs({ message, attempt }), webhook.retryAt ?? 0);
  scheduleSend(unit, webhook.id, nextAt);
  return { ...message, attempts, error, nextAt };
}

/** Queues the next round at a moment. */
export function scheduleSend(unit: Unit, webhookId: string, runAt: number): void {
  const payload: SendPayload = { webhookId };
  const id = unit.newId("job");
  unit.schedule({ kind: sendJob, key: `${sendJob}:${webhookId}:${id}`, runAt, payload });
}

async function removeOld(unit: Unit): Promise<void> {
  const createdAt = { lt: unit.now - keptMs };
  const state = ["sent", "dropped"] as const;
  const old = await unit.webhookMessages.find({ state, createdAt }, { limit: mostRemoved });
  await unit.webhookMessages.remove(...old.map(({ id }) => id));
}
