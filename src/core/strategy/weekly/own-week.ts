// The one strategy a manager has in a week: found or begun.
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { createOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import { localTime } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { isoWeek, registeredStates, type Strategy } from "../stored.ts";

/** The week it is for this person. */
export function weekOf({ timeZone }: Person, now: number): string {
  return isoWeek(localTime(now, timeZone).day);
}

/** The strategy of this week, begun where there is none. */
export async function ownWeek(unit: Unit, person: Person, week?: string): Promise<Strategy> {
  const which = week ?? weekOf(person, unit.now);
  const [known] = await unit.strategies.find({ authorId: person.id, week: which });
  return (
    known ?? {
      ...{ id: unit.newId("strategy"), week: which, authorId: person.id, text: "", claim: null },
      ...{ claimHash: null, state: "asked", registeredAt: null, publishedAt: null },
      ...{ createdAt: unit.now, updatedAt: unit.now },
    }
  );
}

/** Whether its claim is fixed already. */
export function isRegistered({ state }: Pick<Strategy, "state">): boolean {
  return (registeredStates as readonly string[]).includes(state);
}

/** Throws Refused unless this person may claim something. */
export function assertMayClaim(person: Person): void {
  if (may(person, "strategy.write", { ownerIds: [person.id] }, createOrg([], []))) return;
  throw new Refused("forbidden", `${person.role} may not submit a strategy.`);
}
