// Who may see and do what, as data; test/core/people/permissions.test.ts walks every cell.
import type { Person, Role } from "../model.ts";
import type { Org } from "./org.ts";

/**
 * How far a right reaches:
 * own = the subject is theirs; subtree = theirs or of somebody under them; shared = of somebody under them and
 * shared or consented, after the first 30 days, and the look is logged; published = once published;
 * owned_fields = only fields whose contract names their role as owner; any = without condition.
 */
export type Reach = "none" | "own" | "subtree" | "shared" | "published" | "owned_fields" | "any";

type Row = Record<Role, Reach>;
const row = (rep: Reach, manager: Reach, contributor: Reach, operator: Reach): Row => ({
  rep,
  manager,
  contributor,
  operator,
});

/** Resource and action -> reach by role: rep, manager, contributor, operator. */
export const permissions = {
  "lead.read": row("own", "subtree", "owned_fields", "none"),
  "lead.act": row("own", "own", "none", "none"),
  "lead.assign": row("none", "subtree", "none", "none"),
  "lead.dispute": row("own", "none", "none", "none"),
  "pool.read": row("any", "any", "none", "none"),
  "pool.take": row("any", "none", "none", "none"),
  "lead.write": row("own", "subtree", "owned_fields", "none"),
  "deal.read": row("own", "subtree", "owned_fields", "none"),
  "deal.write": row("own", "subtree", "owned_fields", "none"),
  "action.read": row("own", "subtree", "none", "none"),
  "action.act": row("own", "own", "none", "none"),
  "account.write": row("own", "subtree", "owned_fields", "none"),
  "contact.write": row("own", "subtree", "owned_fields", "none"),
  "product.write": row("none", "any", "none", "any"),
  "factors.read": row("own", "subtree", "none", "none"),
  "skills.read": row("own", "shared", "none", "none"),
  "practice.read": row("own", "shared", "none", "none"),
  "practice.share": row("own", "own", "none", "none"),
  "practice.delete": row("own", "own", "none", "none"),
  "call.read": row("own", "shared", "none", "none"),
  "call.delete": row("own", "own", "none", "none"),
  "weights.read": row("any", "any", "none", "any"),
  "weights.publish": row("none", "any", "none", "none"),
  "rules.read": row("any", "any", "none", "any"),
  "rules.publish": row("none", "any", "none", "none"),
  "contracts.read": row("any", "any", "owned_fields", "any"),
  "contracts.publish": row("none", "any", "owned_fields", "none"),
  "strategy.read": row("published", "published", "published", "none"),
  "strategy.adopt": row("published", "published", "none", "none"),
  "strategy.write": row("none", "own", "none", "none"),
  "strategy.publish": row("none", "own", "none", "none"),
  "consent.read": row("own", "own", "own", "own"),
  "consent.write": row("own", "own", "own", "own"),
  "looks.read": row("own", "own", "none", "none"),
  "report.send": row("own", "own", "none", "none"),
  "report.read": row("own", "subtree", "none", "none"),
  "privacy.export": row("own", "own", "own", "own"),
  "privacy.delete": row("own", "own", "own", "own"),
  "person.forget": row("none", "none", "none", "any"),
  "retention.write": row("none", "none", "none", "any"),
  "person.write": row("none", "subtree", "none", "any"),
  "person.preferences": row("own", "subtree", "own", "any"),
  "team.write": row("none", "none", "none", "any"),
  "records.import": row("none", "any", "none", "any"),
  "connections.write": row("none", "none", "none", "any"),
  "keys.write": row("none", "none", "none", "any"),
  "backup.run": row("none", "none", "none", "any"),
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof permissions;

/** What a right is asked about. Absent = not applicable. */
export type Subject = {
  /** Whose it is: the owner, and whoever it is offered to now. Empty: nobody's yet. */
  ownerIds?: readonly string[];
  /** Shared by its owner, or consented to, and past the owner's first 30 days. */
  shared?: boolean;
  published?: boolean;
  /** Role that the field's contract names as its owner. */
  fieldOwner?: Role;
};

/** Whether a person may. An inactive person may nothing. */
export function may(person: Person, permission: Permission, subject: Subject, org: Org): boolean {
  if (!person.active) return false;
  return reaches[permissions[permission][person.role]](person, subject, org);
}

const owns = (person: Person, { ownerIds = [] }: Subject) => ownerIds.includes(person.id);

const reaches: Record<Reach, (person: Person, subject: Subject, org: Org) => boolean> = {
  none: () => false,
  any: () => true,
  own: owns,
  // What is nobody's yet is every manager's to place.
  subtree: (person, { ownerIds = [] }, org) =>
    ownerIds.length === 0 || ownerIds.some((id) => org.isUnder(person.id, id)),
  shared: (person, subject, org) =>
    owns(person, subject) ||
    (subject.shared === true && (subject.ownerIds ?? []).some((id) => org.isUnder(person.id, id))),
  published: (_person, { published = false }) => published,
  owned_fields: (person, { fieldOwner }) => fieldOwner === person.role,
};
