// What a caller may ask first: does my key work, what may it do, whose records does it see.
import { z } from "@hono/zod-openapi";
import { scopes } from "../../keys.ts";
import { type ApiRoute, readRoute } from "../route.ts";

const meSchema = z
  .strictObject({
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    personId: z.string().nullable().openapi({ description: "It sees what this person may see." }),
    teamId: z
      .string()
      .nullable()
      .openapi({ description: "It sees what the teams at and below this one have." }),
  })
  .openapi("Key");

/** `GET /me`. */
export function meRoutes(): ApiRoute[] {
  return [
    readRoute(
      {
        ...{ path: "/me", operationId: "getMe", summary: "The key in use" },
        answer: meSchema,
      },
      async ({ key: { name, scopes: own, personId, teamId } }) =>
        meSchema.parse({ name, scopes: own, personId, teamId }),
    ),
  ];
}
