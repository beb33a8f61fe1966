// The action a person may act on. Somebody else's looks as if it did not exist.
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader } from "../../ports.ts";
import type { NextAction } from "./next-action.ts";

export async function ownAction(
  read: Pick<Reader, "nextActions">,
  person: Person,
  actionId: string | undefined,
): Promise<NextAction> {
  const action = await read.nextActions.get(actionId ?? "");
  const subject = { ownerIds: action ? [action.personId] : [] };
  if (action && may(person, "action.act", subject, createOrg([], []))) return action;
  throw new NotFound("gone", `No next action ${actionId} of ${person.id}.`);
}
