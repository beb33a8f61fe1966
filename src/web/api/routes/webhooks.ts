// Webhooks that a program makes for itself: each key sees and removes its own.
import { z } from "@hono/zod-openapi";
import { Refused } from "../../../core/errors.ts";
import { webhookEvents } from "../../../core/webhooks/event.ts";
import type { Webhook } from "../../../core/webhooks/stored.ts";
import { Refusal } from "../../problem.ts";
import { addWebhook, findWebhook, listWebhooks, removeWebhook } from "../../webhooks/manage.ts";
import { type ApiRoute, byId, moment, readRoute, toMoment, writeRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";

const shown = {
  id: z.string(),
  url: z.string(),
  events: z.array(z.enum(webhookEvents)),
  state: z.enum(["on", "off"]).openapi({
    description: "off: given up after five days, or its receiver said that it is gone.",
  }),
  failingSince: moment.nullable(),
  error: z.string().nullable(),
  lastSentAt: moment.nullable(),
  createdAt: moment,
};
const webhookSchema = z.strictObject(shown).openapi("Webhook");
const madeSchema = z
  .strictObject({
    ...shown,
    secret: z.string().openapi({ description: "Shown this once: deliveries are signed with it." }),
  })
  .openapi("NewWebhookAnswer");
const newWebhook = z
  .strictObject({ url: z.string().max(2_000), events: z.array(z.enum(webhookEvents)).min(1) })
  .openapi("NewWebhook");

function toShown({ id, url, events, state, error, ...row }: Webhook) {
  return {
    ...{ id, url, events, state, error },
    failingSince: toMoment(row.failingSince),
    lastSentAt: toMoment(row.lastSentAt),
    createdAt: toMoment(row.createdAt),
  };
}

/** `/webhooks`. */
export function webhookRoutes(services: ApiServices): ApiRoute[] {
  const { store, secrets } = services;
  return [
    readRoute(
      {
        ...{ path: "/webhooks", operationId: "listWebhooks", summary: "List your webhooks" },
        ...{ scope: "webhooks:read", answer: z.strictObject({ data: z.array(webhookSchema) }) },
      },
      async ({ key }) => ({ data: (await listWebhooks(store.read, key)).map(toShown) }),
    ),
    writeRoute(
      {
        ...{ method: "post", path: "/webhooks", operationId: "addWebhook" },
        summary: "Hear of events",
        description:
          "In Standard Webhooks form: webhook-id, webhook-timestamp, webhook-signature. Each event needs the scope to read its records.",
        ...{ scope: "webhooks:write", body: newWebhook, answer: madeSchema, status: 201 },
        isSecret: true,
      },
      async ({ body, key }) =>
        async (unit) => {
          const made = await addWebhook(unit, secrets.seal, { ...body, key }).catch(asUnmet);
          const { webhook, secret } = made;
          return { status: 201, body: { ...toShown(webhook), secret } };
        },
    ),
    writeRoute(
      {
        ...{ method: "delete", path: "/webhooks/{id}", operationId: "removeWebhook" },
        summary: "Remove a webhook",
        ...{ scope: "webhooks:write", params: byId, status: 204, fails: [404] },
      },
      async ({ params, key }) => {
        await findWebhook(store.read, params.id, key);
        return async (unit) => {
          await removeWebhook(unit, params.id, key);
          return { status: 204, body: null };
        };
      },
    ),
  ];
}

/** What a well-formed request asks for and cannot have. */
function asUnmet(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const { code, params, message } = error;
  throw new Refusal(code === "webhook_scope" ? 403 : 422, code, { params, message });
}
