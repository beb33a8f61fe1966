// What a new colleague has before their row says anything.
import type { Actor } from "../../../core/people/actor.ts";
import type { Fields } from "./interpret.ts";

/** Whom a manager brings in reports to them, as when they add somebody in chat (core/people/add-person.ts). */
export function personDefaults(by: Actor): Fields {
  if (by.kind !== "person") return {};
  const { id, teamId, timeZone, language } = by.person;
  return { managerId: id, teamId, timeZone, language };
}
