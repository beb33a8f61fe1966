// Webhooks: made by the operator or with a key, their secret shown once and kept sealed.
import { randomBytes } from "node:crypto";
import { NotFound, Refused } from "../../core/errors.ts";
import type { ApiKey } from "../../core/facts.ts";
import type { Reader, Unit } from "../../core/ports.ts";
import { scopeOf, type WebhookEventType, webhookEvents } from "../../core/webhooks/event.ts";
import { scheduleSend } from "../../core/webhooks/send-messages.ts";
import type { Webhook } from "../../core/webhooks/stored.ts";
import { checkUrl } from "./check-url.ts";

export type NewWebhook = {
  url: string;
  events: readonly string[];
  /** May lie in our own network: for the operator alone to say. */
  allowPrivate?: boolean;
  /** The key that makes it; by default the operator does. */
  key?: ApiKey;
};

type Seal = (plain: string, id: string) => string;

/** Every event is looked at for each of them. */
const mostWebhooks = 50;

/** Makes a webhook. `secret` is the only copy in the clear. Refuses addresses and events it may not have. */
export async function addWebhook(
  unit: Unit,
  seal: Seal,
  { url: given, events, allowPrivate = false, key }: NewWebhook,
): Promise<{ webhook: Webhook; secret: string }> {
  const url = checkUrl(given, { allowPrivate });
  const wanted = checkEvents(events, key);
  if ((await unit.webhooks.count({})) >= mostWebhooks) {
    const message = `There are ${mostWebhooks} webhooks. Remove one first.`;
    throw new Refused("too_many_webhooks", message, { most: mostWebhooks });
  }
  const id = unit.newId("webhook");
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const webhook: Webhook = {
    ...{ id, url, events: wanted, secret: seal(secret, id), allowPrivate },
    ...{ keyId: key?.id ?? null, personId: key?.personId ?? null, teamId: key?.teamId ?? null },
    ...{ state: "on", failingSince: null, retryAt: null, error: null, lastSentAt: null },
    createdAt: unit.now,
  };
  await unit.webhooks.put(webhook);
  await audit(unit, { action: "webhook.add", id, key, detail: { url, events: wanted } });
  return { webhook, secret };
}

function checkEvents(given: readonly string[], key: ApiKey | undefined): WebhookEventType[] {
  const events = webhookEvents.filter((event) => given.includes(event));
  const unknown = given.filter((event) => !webhookEvents.some((one) => one === event));
  if (events.length === 0 || unknown.length > 0) {
    const problem = unknown.length > 0 ? `Unknown: ${unknown.join(", ")}.` : "Name an event.";
    throw new Refused("webhook_bad_event", `${problem} Choose from: ${webhookEvents.join(", ")}.`);
  }
  for (const event of key ? events : []) {
    const scope = scopeOf(event);
    if (key?.scopes.includes(scope)) continue;
    const message = `To hear of ${event} this needs a key with the scope ${scope}.`;
    throw new Refused("webhook_scope", message, { event, scope });
  }
  return events;
}

/** Those of a key; the operator's is every one. */
export async function listWebhooks(
  read: Pick<Reader, "webhooks">,
  key?: Pick<ApiKey, "id">,
): Promise<Webhook[]> {
  return read.webhooks.find(key ? { keyId: key.id } : {}, { order: { by: "id" } });
}

/** A webhook of this key, or any for the operator. Throws NotFound. */
export async function findWebhook(
  read: Pick<Reader, "webhooks">,
  id: string,
  key?: Pick<ApiKey, "id">,
): Promise<Webhook> {
  const webhook = await read.webhooks.get(id);
  if (webhook && (!key || webhook.keyId === key.id)) return webhook;
  throw new NotFound("no_such_webhook", `There is no webhook ${id}. webhooks list names them.`);
}

/** Takes a webhook out, with what was on its way. */
export async function removeWebhook(unit: Unit, id: string, key?: ApiKey): Promise<Webhook> {
  const webhook = await findWebhook(unit, id, key);
  const messages = await unit.webhookMessages.find({ webhookId: id });
  await unit.webhookMessages.remove(...messages.map((message) => message.id));
  await unit.webhooks.remove(id);
  await audit(unit, { action: "webhook.remove", id, key, detail: { url: webhook.url } });
  return webhook;
}

/** Switches a webhook on again; what waited is sent. Refuses one whose key was revoked. */
export async function resumeWebhook(unit: Unit, id: string): Promise<Webhook> {
  const webhook = await findWebhook(unit, id);
  const key = webhook.keyId ? await unit.apiKeys.get(webhook.keyId) : undefined;
  if (key?.revokedAt) {
    throw new Refused("webhook_key_revoked", "The key that made it was revoked. Add it anew.");
  }
  const on: Webhook = { ...webhook, state: "on", failingSince: null, retryAt: null, error: null };
  await unit.webhooks.put(on);
  const waiting = await unit.webhookMessages.find({ webhookId: id, state: "queued" });
  await unit.webhookMessages.put(...waiting.map((one) => ({ ...one, nextAt: unit.now })));
  scheduleSend(unit, id, unit.now);
  await audit(unit, { action: "webhook.resume", id, detail: {} });
  return on;
}

type Line = { action: string; id: string; key?: ApiKey | undefined; detail: object };

function audit(unit: Unit, { action, id, key, detail }: Line): Promise<void> {
  return unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: null, via: key ? "api" : "cli" },
    ...{ action, kind: "webhook", recordId: id },
    detail: { ...detail, ...(key ? { key: key.id } : {}) },
  });
}
