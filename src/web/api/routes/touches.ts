// Touches: what customers do. They are on disk before they are acknowledged; sent again, they are there once.
import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { sourceOf } from "../../../core/api/caller.ts";
import { type Reach, seesAccount, seesContact } from "../../../core/api/reach.ts";
import { shownProps } from "../../../core/customers/graph/shown-props.ts";
import { NotFound } from "../../../core/errors.ts";
import { accountIdsOf, aliasesOf } from "../../../core/identity/touches-of.ts";
import { settleTime } from "../../../core/journey/settle-time.ts";
import { strangerOf, type Who } from "../../../core/journey/who.ts";
import type { Touch } from "../../../core/model.ts";
import type { Reader, TouchOwners } from "../../../core/ports.ts";
import { Refusal } from "../../problem.ts";
import { defined } from "../defined.ts";
import { pageOf } from "../page.ts";
import { type ApiRoute, readRoute, toMoment, writeRoute } from "../route.ts";
import type { ApiServices } from "../services.ts";
import { readTouchPage } from "../touch-page.ts";
import { mostTouches, type NewTouch, touchBatch, touchQuery, touchSchema } from "./touch-shapes.ts";

/** `/touches`. */
export function touchRoutes(services: ApiServices): ApiRoute[] {
  return [listTouches(services), addTouches(services)];
}

function listTouches(services: ApiServices): ApiRoute {
  const { events, clock } = services;
  return readRoute(
    {
      ...{ path: "/touches", operationId: "listTouches", summary: "List a customer's touches" },
      description:
        "The latest first; of a contact with everything it turned out to be, or of an account. What machines did is left out.",
      ...{ scope: "touches:read", query: touchQuery, answer: pageOf(touchSchema) },
      fails: [404],
    },
    async ({ query, reach }) => {
      const of = await ownersOf(services.store.read, reach, query);
      const { rows, next } = await readTouchPage(events, { of, query, to: clock() });
      return { data: rows.map(toTouch), next };
    },
  );
}

type Whose = { contactId?: string | undefined; accountId?: string | undefined };

async function ownersOf(
  read: Reader,
  reach: Reach,
  { contactId, accountId }: Whose,
): Promise<TouchOwners> {
  if ((contactId === undefined) === (accountId === undefined)) {
    throw new Refusal(400, "whose_touches");
  }
  if (accountId !== undefined) {
    await checkAccount(read, reach, accountId);
    const accountIds = await accountIdsOf(read, accountId);
    return { contactIds: [], visitorIds: [], accountIds };
  }
  await checkContact(read, reach, contactId ?? "");
  const { contacts, visitors } = await aliasesOf(read, [contactId ?? ""]);
  return { contactIds: [...contacts.keys()], visitorIds: [...visitors.keys()], accountIds: [] };
}

async function checkContact(read: Reader, reach: Reach, id: string): Promise<void> {
  const contact = await read.contacts.get(id);
  if (contact && (await seesContact(read, reach, contact))) return;
  throw new NotFound("no_such_customer", `There is no contact ${id} for this key.`);
}

async function checkAccount(read: Reader, reach: Reach, id: string): Promise<void> {
  const isThere = (await read.accounts.get(id)) !== undefined;
  if (isThere && (await seesAccount(read, reach, id))) return;
  throw new NotFound("no_such_customer", `There is no account ${id} for this key.`);
}

function toTouch({ id, contactId, accountId, type, at, receivedAt, source, props }: Touch) {
  return {
    ...{ id, contactId, accountId, type, source },
    at: toMoment(at),
    receivedAt: toMoment(receivedAt),
    props: Object.fromEntries(shownProps(props)),
  };
}

function addTouches(services: ApiServices): ApiRoute {
  const { events, store, clock } = services;
  const answer = z.strictObject({ stored: z.int(), duplicates: z.int() });
  return writeRoute(
    {
      ...{ method: "post", path: "/touches", operationId: "addTouches" },
      summary: `Send up to ${mostTouches} touches`,
      description:
        "All or none. A touch with an `id` is known again by it; without one, by the Idempotency-Key and its place.",
      ...{ scope: "touches:write", body: touchBatch, answer, status: 200, fails: [404] },
    },
    async ({ body, key, reach, idempotencyKey }) => {
      const receivedAt = clock();
      const source = sourceOf({ key, reach });
      const touches: Touch[] = [];
      for (const [index, given] of body.touches.entries()) {
        await checkSeen(store.read, reach, given);
        const sentAs = given.id ?? `${idempotencyKey ?? crypto.randomUUID()}:${index}`;
        touches.push(newTouch(given, { id: idOf(source, sentAs), source, receivedAt, index }));
      }
      // The log is another file: what is in it twice counts once, so asking again is harmless at any point.
      const counts = await events.append(touches);
      return async () => ({ status: 200, body: counts });
    },
  );
}

async function checkSeen(read: Reader, reach: Reach, { who, accountId }: NewTouch): Promise<void> {
  if (who.contactId !== undefined) await checkContact(read, reach, who.contactId);
  if (accountId !== undefined) await checkAccount(read, reach, accountId);
}

type Arrival = Pick<Touch, "id" | "source" | "receivedAt"> & { index: number };

function newTouch(
  { type, at: told, who: { contactId, ...named }, accountId, props }: NewTouch,
  { id, source, receivedAt, index }: Arrival,
): Touch {
  const who: Who = defined(named);
  const stranger = strangerOf(who);
  if (contactId === undefined && stranger === null) {
    throw new Refusal(422, "nobodys_touch", { params: { index } });
  }
  const { at, claimedAt } = settleTime(told, receivedAt);
  return {
    ...{ id, type, at, receivedAt, source },
    contactId: contactId ?? null,
    anonymousId: contactId === undefined ? stranger : (who.anonymousId ?? null),
    accountId: accountId ?? null,
    // Who it was, and what a machine did, is for us to say.
    props: {
      ...props,
      automated: undefined,
      who,
      ...(claimedAt === undefined ? {} : { claimedAt }),
    },
  };
}

function idOf(source: string, sentAs: string): string {
  return `tch_${createHash("sha256").update(`${source}\u001f${sentAs}`).digest("base64url").slice(0, 27)}`;
}
