// What a caller may ask first: does my key work, what may it do, what is here.
import { createRoute, z } from "@hono/zod-openapi";
import { scopes } from "../keys.ts";
import { needs, problemsOf } from "./route.ts";

export const meSchema = z
  .strictObject({ name: z.string(), scopes: z.array(z.enum(scopes)) })
  .openapi("Key");

export const getMe = createRoute({
  method: "get",
  path: "/me",
  operationId: "getMe",
  summary: "Name and scopes of the key in use",
  security: needs(),
  responses: {
    200: { description: "The key.", content: { "application/json": { schema: meSchema } } },
    ...problemsOf(401, 429),
  },
});

export const getDocument = createRoute({
  method: "get",
  path: "/openapi.json",
  operationId: "getDocument",
  summary: "This document",
  security: [],
  responses: {
    200: {
      description: "OpenAPI 3.1.",
      content: { "application/json": { schema: z.looseObject({ openapi: z.string() }) } },
    },
  },
});
