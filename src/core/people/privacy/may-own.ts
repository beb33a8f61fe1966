// A right to what is one's own.
import type { Person } from "../../model.ts";
import { createOrg } from "../org.ts";
import { may, type Permission } from "../permissions.ts";

/** Whether a person may do this with what is theirs; somebody who left may nothing. */
export function mayOwn(person: Person, permission: Permission): boolean {
  return may(person, permission, { ownerIds: [person.id] }, createOrg([], []));
}
