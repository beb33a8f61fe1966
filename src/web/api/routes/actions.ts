// Next actions: what somebody is told to do, done or put off. A key acts only where its person could, or for its team.
import { z } from "@hono/zod-openapi";
import { type Reach, sees } from "../../../core/api/reach.ts";
import { NotFound } from "../../../core/errors.ts";
import type { ApiKey } from "../../../core/facts.ts";
import { doAction } from "../../../core/journey/actions/close-action.ts";
import { isPending } from "../../../core/journey/actions/keep-card.ts";
import type { NextAction } from "../../../core/journey/actions/next-action.ts";
import { snoozeUntil } from "../../../core/journey/actions/snooze-action.ts";
import type { Person } from "../../../core/model.ts";
import type { Reader, Unit } from "../../../core/ports.ts";
import type { Where } from "../../../core/tables.ts";
import type { Effect } from "../../../core/use-case.ts";
import { Refusal } from "../../problem.ts";
import type { WriteEffect } from "../answer-once.ts";
import { defined } from "../defined.ts";
import { within } from "../filters.ts";
import { pageOf, pageQuery, readPage } from "../page.ts";
import { type ApiRoute, byId, moment, readRoute, toMoment, writeRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";

const states = ["open", "done", "snoozed", "useless", "expired"] as const;
const actionSchema = z
  .strictObject({
    id: z.string(),
    personId: z.string(),
    contactId: z.string().nullable(),
    accountId: z.string().nullable(),
    dealId: z.string().nullable(),
    action: z.string().openapi({ description: "What to do, as the rule says it: call, email …" }),
    talkTrack: z.string().nullable(),
    state: z.enum(states),
    ruleId: z.string(),
    value: z.number().openapi({ description: "What acting is worth, from 0 to 1." }),
    dueAt: moment.nullable(),
    snoozedTo: moment.nullable(),
    createdAt: moment,
    closedAt: moment.nullable(),
  })
  .openapi("Action");

const actionQuery = pageQuery.extend({
  state: z.enum(states).optional(),
  personId: z.string().optional(),
});

function toAction(row: NextAction): z.infer<typeof actionSchema> {
  const { id, personId, contactId, accountId, dealId, action, talkTrack, state, reasons } = row;
  return {
    ...{ id, personId, contactId, accountId, dealId, action, talkTrack, state },
    ...{ ruleId: reasons.ruleId, value: reasons.value },
    dueAt: toMoment(row.dueAt),
    snoozedTo: toMoment(row.snoozedTo),
    createdAt: toMoment(row.createdAt),
    closedAt: toMoment(row.closedAt),
  };
}

/** `/actions`. */
export function actionRoutes(services: ApiServices): ApiRoute[] {
  const { read } = services.store;
  return [
    listActions(services),
    readRoute(
      {
        ...{ path: "/actions/{id}", operationId: "getAction", summary: "Read one action" },
        ...{ scope: "actions:read", params: byId, answer: actionSchema, fails: [404] },
      },
      async ({ params, reach }) => toAction(await findAction(read, reach, params.id)),
    ),
    closeAction(),
    snoozeAction(),
  ];
}

function listActions({ store: { read } }: ApiServices): ApiRoute {
  return readRoute(
    {
      ...{ path: "/actions", operationId: "listActions", summary: "List next actions" },
      description: "In order of id.",
      ...{ scope: "actions:read", query: actionQuery, answer: pageOf(actionSchema) },
    },
    async ({ query, reach }) => {
      const { state, personId } = query;
      const seen: Where<NextAction>[] =
        reach.kind === "all" ? [{}] : [{ personId: [...reach.ids] }];
      const anyOf = within(seen, defined({ state, personId }));
      const { rows, next } = await readPage(read.nextActions, { list: "actions", query, anyOf });
      return { data: rows.map(toAction), next };
    },
  );
}

function closeAction(): ApiRoute {
  return writeRoute(
    {
      ...{ method: "post", path: "/actions/{id}/done", operationId: "doAction" },
      summary: "Say that an action is done",
      description: "Its card says so, and can take it back for ten minutes.",
      ...{ scope: "actions:write", params: byId, answer: actionSchema },
      ...{ status: 200, fails: [404] },
    },
    async ({ params, key, reach }) =>
      act({ id: params.id, key, reach }, (person, unit) =>
        doAction({ person, params: { actionId: params.id } })(unit),
      ),
  );
}

function snoozeAction(): ApiRoute {
  const body = z.strictObject({
    day: z.iso.date().openapi({ description: "It comes back that morning, where its person is." }),
  });
  return writeRoute(
    {
      ...{ method: "post", path: "/actions/{id}/snooze", operationId: "snoozeAction" },
      summary: "Put an action off",
      ...{ scope: "actions:write", params: byId, body, answer: actionSchema },
      ...{ status: 200, fails: [404] },
    },
    async ({ params, body: { day }, key, reach }) => {
      const ask = { params: { actionId: params.id }, values: { day } };
      return act({ id: params.id, key, reach }, async (person, unit) => {
        const effect = await snoozeUntil({ person, ...ask });
        const outcome = await effect(unit);
        if (outcome.errors) throw new Refusal(422, "bad_snooze");
        return outcome;
      });
    },
  );
}

type Acting = { id: string; key: ApiKey; reach: Reach };
type Do = (person: Person, unit: Unit) => ReturnType<Effect>;

/** Acts in the place of the action's person, and leaves a line of which key did. */
function act({ id, key, reach }: Acting, work: Do): WriteEffect {
  return async (unit) => {
    const action = await findAction(unit, reach, id);
    const person = await unit.people.get(action.personId);
    const isOwn = reach.kind === "all" || !reach.person || reach.person.id === action.personId;
    if (!person || !isOwn) throw new Refusal(403, "forbidden");
    if (!isPending(action)) throw new Refusal(409, "closed_action");
    await work(person, unit);
    const now = await findAction(unit, reach, id);
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: null, via: "api" },
      ...{ action: `action.${now.state}`, kind: "nextAction", recordId: id },
      detail: { key: key.id },
    });
    return { status: 200, body: toAction(now) };
  };
}

async function findAction(
  read: Pick<Reader, "nextActions">,
  reach: Reach,
  id: string,
): Promise<NextAction> {
  const action = await read.nextActions.get(id);
  if (action && sees(reach, [action.personId])) return action;
  const message = "There is no action with this id. GET /api/v1/actions lists them.";
  throw new NotFound("no_such_action", message);
}
