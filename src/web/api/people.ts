// Colleagues, without e-mail and phone unless the key may see them.
import { z } from "@hono/zod-openapi";
import { languages, type Person, roles } from "../../core/model.ts";
import { listRoute, moment, toMoment } from "./route.ts";

const onlyWithPii = "Only with the scope people:pii.";

export const personSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable().optional().openapi({ description: onlyWithPii }),
    phone: z.string().nullable().optional().openapi({ description: onlyWithPii }),
    role: z.enum(roles),
    teamId: z.string().nullable(),
    managerId: z.string().nullable(),
    timeZone: z.string(),
    language: z.enum(languages),
    territories: z.array(z.string()),
    languages: z.array(z.string()),
    licences: z.array(z.string()),
    industries: z.array(z.string()),
    capacity: z.int(),
    active: z.boolean(),
    createdAt: moment,
    updatedAt: moment,
  })
  .openapi("Person");

export const listPeople = listRoute({
  path: "/people",
  operationId: "listPeople",
  summary: "List people",
  description: "Everybody Ringside talks to, former colleagues included (active: false).",
  scope: "people:read",
  item: personSchema,
});

/** A person as this key may see them. */
export function toPerson(person: Person, scopes: string[]): z.infer<typeof personSchema> {
  const { email, phone, hiredAt: _hiredAt, createdAt, updatedAt, ...rest } = person;
  return {
    ...rest,
    ...(scopes.includes("people:pii") ? { email, phone } : {}),
    createdAt: toMoment(createdAt),
    updatedAt: toMoment(updatedAt),
  };
}
