// `webhooks` in the process that owns the data folder.
import { z } from "zod";
import { testEvent } from "../../../core/webhooks/event.ts";
import { errorOf, isArrived } from "../../../core/webhooks/retry.ts";
import type { Webhook } from "../../../core/webhooks/stored.ts";
import type { Ringside } from "../../../main.ts";
import { createSecrets } from "../../../store/secrets.ts";
import {
  addWebhook,
  findWebhook,
  listWebhooks,
  removeWebhook,
  resumeWebhook,
} from "../../../web/webhooks/manage.ts";
import { createPostWebhook } from "../../../web/webhooks/post-webhook.ts";

/** A webhook as the operator sees it: never its secret. */
export type ShownWebhook = Omit<Webhook, "secret"> & { waiting: number };

export const webhookArgs = z.object({
  url: z.string(),
  events: z.array(z.string()),
  allowPrivate: z.boolean().default(false),
});
export const webhookId = z.object({ id: z.string() });

type Here = Pick<Ringside, "records" | "dataDir" | "clock" | "newId">;

/** Makes one; its secret is in the answer and nowhere else. */
export async function addHere(args: z.infer<typeof webhookArgs>, { records, dataDir }: Here) {
  const { seal } = createSecrets(dataDir);
  const { webhook, secret } = await records.write((unit) => addWebhook(unit, seal, args));
  const { id, url, events } = webhook;
  return { id, url, events, secret };
}

/** Every one, with how much waits. */
export async function listHere({ records }: Here): Promise<{ webhooks: ShownWebhook[] }> {
  const { read } = records;
  const webhooks = await listWebhooks(read);
  const shown = webhooks.map(async ({ secret: _, ...webhook }) => {
    const waiting = await read.webhookMessages.count({ webhookId: webhook.id, state: "queued" });
    return { ...webhook, waiting };
  });
  return { webhooks: await Promise.all(shown) };
}

/** Forgets one. */
export async function removeHere({ id }: z.infer<typeof webhookId>, { records }: Here) {
  await records.write((unit) => removeWebhook(unit, id));
  return { removed: id };
}

/** Switches one on again. */
export async function resumeHere({ id }: z.infer<typeof webhookId>, { records }: Here) {
  await records.write((unit) => resumeWebhook(unit, id));
  return { resumed: id };
}

/** Sends a test past the queue. */
export async function testHere({ id }: z.infer<typeof webhookId>, here: Here) {
  const { records, dataDir, clock, newId } = here;
  const webhook = await findWebhook(records.read, id);
  const post = createPostWebhook({ open: createSecrets(dataDir).open });
  const at = clock();
  const payload = { type: testEvent, timestamp: new Date(at).toISOString(), data: {} };
  const body = JSON.stringify(payload);
  const attempt = await post({ webhook, id: newId("webhookMessage"), at, body });
  return { id, arrived: isArrived(attempt), answer: errorOf(attempt) };
}
