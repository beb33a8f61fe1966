// What is kept about webhooks: where events go, and those on their way.
import type { WebhookEventType, WebhookPayload } from "./event.ts";

/** Where a program hears of events. */
export type Webhook = {
  id: string;
  url: string;
  events: WebhookEventType[];
  /** Sealed: only whoever sends opens it. */
  secret: string;
  /** The operator said that it may lie in our own network. */
  allowPrivate: boolean;
  /** The key that made it; null: the operator. */
  keyId: string | null;
  /** It hears of what this person may see. */
  personId: string | null;
  /** It hears of what the teams at and below this one have. */
  teamId: string | null;
  state: "on" | "off";
  /** Since when nothing arrives; null: the last one did. */
  failingSince: number | null;
  /** While nothing arrives: not before then. */
  retryAt: number | null;
  error: string | null;
  lastSentAt: number | null;
  createdAt: number;
};

/** One event on its way to one webhook. */
export type WebhookMessage = {
  /** The same at every attempt: receivers know a repeat by it. */
  id: string;
  webhookId: string;
  type: WebhookPayload["type"];
  payload: WebhookPayload;
  state: "queued" | "sent" | "dropped";
  attempts: number;
  nextAt: number;
  error: string | null;
  createdAt: number;
  sentAt: number | null;
};
