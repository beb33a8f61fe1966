// Colleagues, without e-mail and phone unless the key may see them.
import { z } from "@hono/zod-openapi";
import { sourceOf, writerOf } from "../../../core/api/caller.ts";
import { findKnown, keepExternalIds } from "../../../core/api/external-ids.ts";
import { NotFound } from "../../../core/errors.ts";
import { languages, type Person, roles } from "../../../core/model.ts";
import { Refusal } from "../../problem.ts";
import { pageOf, pageQuery, readPage } from "../page.ts";
import { checkRefused } from "../refused.ts";
import { type ApiRoute, byId, moment, readRoute, toMoment, writeRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";

const onlyWithPii = "Only with the scope people:pii.";

const personSchema = z
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

const words = z.array(z.string().trim().min(1).max(100)).max(50).optional();
const text = z.string().trim().min(1).max(300);
const newPerson = z
  .strictObject({
    externalId: text.max(200).optional(),
    name: text,
    email: z.email().max(254).toLowerCase().optional(),
    phone: text.max(40).optional(),
    role: z.enum(["rep", "manager", "contributor"]).default("rep"),
    teamId: z.string().optional(),
    managerId: z.string().optional(),
    timeZone: text.default("UTC"),
    language: z.enum(languages).default("en"),
    territories: words,
    languages: words,
    licences: words,
    industries: words,
    capacity: z.int().min(0).max(10_000).optional(),
  })
  .openapi("NewPerson");
type NewPerson = z.output<typeof newPerson>;

/** A person as this key may see them. */
function toPerson(person: Person, scopes: readonly string[]): z.infer<typeof personSchema> {
  const { email, phone, hiredAt: _hiredAt, createdAt, updatedAt, ...rest } = person;
  return {
    ...rest,
    ...(scopes.includes("people:pii") ? { email, phone } : {}),
    createdAt: toMoment(createdAt),
    updatedAt: toMoment(updatedAt),
  };
}

/** `/people`. */
export function peopleRoutes(services: ApiServices): ApiRoute[] {
  return [listPeople(services), getPerson(services), createPerson(services)];
}

function listPeople({ store: { read } }: ApiServices): ApiRoute {
  return readRoute(
    {
      ...{ path: "/people", operationId: "listPeople", summary: "List people" },
      description:
        "Everybody Ringside talks to, former colleagues included (active: false). In order of id.",
      ...{ scope: "people:read", query: pageQuery, answer: pageOf(personSchema) },
    },
    async ({ query, key, reach }) => {
      const anyOf = reach.kind === "all" ? [{}] : [{ id: [...reach.ids] }];
      const { rows, next } = await readPage(read.people, { list: "people", query, anyOf });
      return { data: rows.map((person) => toPerson(person, key.scopes)), next };
    },
  );
}

const noSuchPerson = "There is no person with this id. GET /api/v1/people lists them.";

function getPerson({ store: { read } }: ApiServices): ApiRoute {
  return readRoute(
    {
      ...{ path: "/people/{id}", operationId: "getPerson", summary: "Read one person" },
      ...{ scope: "people:read", params: byId, answer: personSchema, fails: [404] },
    },
    async ({ params, key, reach }) => {
      const person = await read.people.get(params.id);
      const isSeen = reach.kind === "all" || reach.ids.has(params.id);
      if (!person || !isSeen) throw new NotFound("no_such_person", noSuchPerson);
      return toPerson(person, key.scopes);
    },
  );
}

function createPerson({ gate }: ApiServices): ApiRoute {
  return writeRoute(
    {
      ...{ method: "post", path: "/people", operationId: "createPerson" },
      summary: "Add somebody to the team",
      description:
        "Only for keys that are tied to nobody. Chat accounts are matched by the e-mail or phone the platform verified.",
      ...{ scope: "people:write", body: newPerson, answer: personSchema, status: 201 },
    },
    async ({ body, key, reach, language }) => {
      if (reach.kind !== "all") throw new Refusal(403, "untied_key_only");
      const caller = { key, reach };
      const source = sourceOf(caller);
      return async (unit) => {
        const known = await findKnown(unit, { kind: "person", source, rows: [body] });
        const there = await unit.people.get(known.get(body.externalId ?? "") ?? "");
        if (there) return { status: 200, body: toPerson(there, key.scopes) };
        await checkFree(unit, body);
        const id = unit.newId("person");
        const { externalId, ...set } = body;
        const filled = { ...set, languages: set.languages ?? [set.language] } as Partial<Person>;
        const changes = [{ kind: "person", id, create: true, set: filled }] as const;
        const batch = { ...writerOf(caller), whole: true, changes };
        checkRefused(await gate.apply(unit, batch), { language });
        await keepExternalIds(unit, { kind: "person", source, rows: [{ id, externalId }] });
        const made = await unit.people.get(id);
        if (!made) throw new Error(`The person ${id} was not stored.`);
        const location = `/api/v1/people/${id}`;
        return { status: 201, body: toPerson(made, key.scopes), location };
      };
    },
  );
}

type Reads = Pick<Parameters<typeof findKnown>[0], "people" | "teams">;

async function checkFree(read: Reads, { email, teamId, managerId }: NewPerson): Promise<void> {
  if (email && (await read.people.count({ email })) > 0) {
    throw new Refusal(422, "email_taken", { params: { email } });
  }
  if (teamId && !(await read.teams.get(teamId))) throw unknown("teamId", teamId);
  if (managerId && !(await read.people.get(managerId))) throw unknown("managerId", managerId);
}

const unknown = (field: string, id: string) =>
  new Refusal(422, "unknown_reference", { params: { field, id } });
