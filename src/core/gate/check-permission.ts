// The gate asks: may this author change these fields of this record?
import type { RecordKind, Role } from "../model.ts";
import type { Actor } from "../people/actor.ts";
import type { Org } from "../people/org.ts";
import { may, type Permission, permissions } from "../people/permissions.ts";
import { recordTables } from "../records/record-tables.ts";
import type { Draft, Refusal } from "./gate.ts";

/** What deciding about a change's author needs to know. */
export type Rights = {
  org: Org;
  /** Record -> people it is theirs by more than its own owner field (gate/held-by.ts). */
  heldBy: ReadonlyMap<string, readonly string[]>;
  fieldOwner: (kind: RecordKind, field: string) => Role | undefined;
};

/** Why this actor may not make this change; nothing when they may. */
export function checkPermission(
  actor: Actor,
  draft: Draft,
  rights: Rights,
): Omit<Refusal, "index"> | undefined {
  if (isAllowed(actor, draft, rights)) return undefined;
  return {
    code: "forbidden",
    field: null,
    message: `This ${actor.kind} may not write ${draft.change.kind} ${draft.change.id}.`,
  };
}

function isAllowed(actor: Actor, draft: Draft, rights: Rights): boolean {
  const { kind, id } = draft.change;
  if (actor.kind === "ringside" || actor.kind === "operator") return true;
  if (actor.kind === "key") return actor.scopes.includes(`${recordTables[kind]}:write`);

  const permission = permissionFor(draft, actor.person.id);
  const subject = { ownerIds: ownersOf(draft, actor.person.id, rights.heldBy.get(id)) };
  if (permissions[permission][actor.person.role] !== "owned_fields") {
    return may(actor.person, permission, subject, rights.org);
  }
  return draft.fields.every((field) => {
    const fieldOwner = rights.fieldOwner(kind, field);
    return fieldOwner !== undefined && may(actor.person, permission, { fieldOwner }, rights.org);
  });
}

/** People set their own language and time zone; whoever gives a record to somebody else assigns it. */
function permissionFor({ change, before, after, fields }: Draft, personId: string): Permission {
  if (change.kind === "person" && fields.every((field) => preferences.includes(field))) {
    return "person.preferences";
  }
  const isOwned = change.kind === "lead" || change.kind === "deal";
  const gives = before !== undefined && fields.includes("ownerId") && after.ownerId !== personId;
  return isOwned && gives ? "lead.assign" : `${change.kind}.write`;
}

const preferences = ["language", "timeZone"];

/**
 * Whose a record is. A new one is whose it is said to be, else of whoever makes it; what a person is stands with
 * their manager.
 */
function ownersOf(
  { change, before, after }: Draft,
  makerId: string,
  heldBy: readonly string[] = [],
): string[] {
  if (change.kind === "person") return before ? [change.id] : managersOf(after);
  const { ownerId } = before ?? after;
  if (typeof ownerId === "string") return [ownerId, ...heldBy];
  return before ? [...heldBy] : [makerId];
}

function managersOf(person: Record<string, unknown>): string[] {
  return typeof person.managerId === "string" ? [person.managerId] : [];
}
