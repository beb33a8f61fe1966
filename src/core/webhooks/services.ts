// What sending webhooks needs.
import type { Workdays } from "../people/working-time.ts";
import type { Clock, Store } from "../ports.ts";
import type { Webhook } from "./stored.ts";

/** One delivery. `id` is the same at every attempt. */
export type Delivery = {
  webhook: Pick<Webhook, "id" | "url" | "secret" | "allowPrivate">;
  id: string;
  at: number;
  body: string;
};

/** What became of an attempt: the status it was answered with, or why nothing answered. */
export type Attempt =
  | { status: number; retryAfterMs: number | null }
  | { status: null; error: string };

/** Signs and sends (src/web/webhooks/post-webhook.ts). Never throws for what the other side does. */
export type PostWebhook = (delivery: Delivery) => Promise<Attempt>;

export type WebhookServices = {
  store: Store;
  clock: Clock;
  workdays: Workdays;
  postWebhook: PostWebhook;
};
