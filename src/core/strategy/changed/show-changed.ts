// "what changed", whenever a manager asks.
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { changedCard } from "./changed-card.ts";
import { type ChangedServices, gatherChanged } from "./gather-changed.ts";

/** The last whole month beside the one before. */
export function showChanged(services: ChangedServices, person: Person): Promise<Effect> {
  return post(services, person, -1);
}

/** The button to the other stretch of time. */
export function openChanged(services: ChangedServices, { person, params }: Ask): Promise<Effect> {
  return post(services, person, params.shift === "0" ? 0 : -1);
}

async function post(services: ChangedServices, person: Person, shift: -1 | 0): Promise<Effect> {
  if (person.role !== "manager") throw new Refused("forbidden", `${person.role}: what changed`);
  const changed = await gatherChanged(services, person, shift);
  return async (unit) => {
    const key = `changed:${unit.newId("message")}`;
    unit.post({ to: person.id, card: changedCard(unit, { person, changed, shift, key }) });
    return {};
  };
}
