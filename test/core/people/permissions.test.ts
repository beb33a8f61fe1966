import { describe, expect, it } from "vitest";
import { type Role, roles } from "../../../src/core/model.ts";
import { createOrg } from "../../../src/core/people/org.ts";
import { may, type Permission, permissions } from "../../../src/core/people/permissions.ts";
import { aPerson } from "../../helpers/people.ts";

const teams = [
  { id: "tea_root", name: "Sales", parentId: null, createdAt: 0 },
  { id: "tea_east", name: "East", parentId: "tea_root", createdAt: 0 },
  { id: "tea_west", name: "West", parentId: "tea_root", createdAt: 0 },
];
const actors = {
  rep: aPerson("per_rep", { teamId: "tea_east" }),
  manager: aPerson("per_manager", { role: "manager", teamId: "tea_east" }),
  contributor: aPerson("per_contributor", { role: "contributor", teamId: "tea_east" }),
  operator: aPerson("per_operator", { role: "operator" }),
} satisfies Record<Role, unknown>;
const mate = aPerson("per_mate", { teamId: "tea_east" });
const stranger = aPerson("per_stranger", { teamId: "tea_west" });
const org = createOrg([...Object.values(actors), mate, stranger], teams);

/** Whose the subject is, seen from the actor, and what holds of it. */
const situations = {
  own: (actor: string) => ({ ownerIds: [actor] }),
  ownPublished: (actor: string) => ({ ownerIds: [actor], published: true }),
  mates: () => ({ ownerIds: [mate.id] }),
  matesShared: () => ({ ownerIds: [mate.id], shared: true }),
  matesPublished: () => ({ ownerIds: [mate.id], published: true }),
  strangers: () => ({ ownerIds: [stranger.id] }),
  strangersShared: () => ({ ownerIds: [stranger.id], shared: true }),
  nobodys: () => ({ ownerIds: [] }),
  fieldOfRole: (_actor: string, role: Role) => ({ ownerIds: [stranger.id], fieldOwner: role }),
};
type Situation = keyof typeof situations;

// Written from what was decided, not from the code: for each role and resource,
// the situations in which the action is allowed. What is not listed is refused.
const mine: Situation[] = ["own", "ownPublished"];
const underMe: Situation[] = [...mine, "mates", "matesShared", "matesPublished", "nobodys"];
const always: Situation[] = Object.keys(situations) as Situation[];
const published: Situation[] = ["ownPublished", "matesPublished"];
const shared: Situation[] = [...mine, "matesShared"];
const field: Situation[] = ["fieldOfRole"];

const expected: Record<Permission, Partial<Record<Role, Situation[]>>> = {
  "lead.read": { rep: mine, manager: underMe, contributor: field },
  "lead.act": { rep: mine, manager: mine },
  "lead.assign": { manager: underMe },
  "lead.dispute": { rep: mine },
  "pool.read": { rep: always, manager: always },
  "pool.take": { rep: always },
  "lead.write": { rep: mine, manager: underMe, contributor: field },
  "deal.read": { rep: mine, manager: underMe, contributor: field },
  "deal.write": { rep: mine, manager: underMe, contributor: field },
  "action.read": { rep: mine, manager: underMe },
  "action.act": { rep: mine, manager: mine },
  "account.write": { rep: mine, manager: underMe, contributor: field },
  "contact.write": { rep: mine, manager: underMe, contributor: field },
  "product.write": { manager: always, operator: always },
  "report.send": { rep: mine, manager: mine },
  "report.read": { rep: mine, manager: underMe },
  "factors.read": { rep: mine, manager: underMe },
  "skills.read": { rep: mine, manager: shared },
  "practice.read": { rep: mine, manager: shared },
  "practice.share": { rep: mine, manager: mine },
  "practice.delete": { rep: mine, manager: mine },
  "call.read": { rep: mine, manager: shared },
  "call.delete": { rep: mine, manager: mine },
  "weights.read": { rep: always, manager: always, operator: always },
  "weights.publish": { manager: always },
  "rules.read": { rep: always, manager: always, operator: always },
  "rules.publish": { manager: always },
  "contracts.read": { rep: always, manager: always, contributor: field, operator: always },
  "contracts.publish": { manager: always, contributor: field },
  "strategy.read": { rep: published, manager: published, contributor: published },
  "strategy.adopt": { rep: published, manager: published },
  "strategy.write": { manager: mine },
  "strategy.publish": { manager: mine },
  "consent.read": { rep: mine, manager: mine, contributor: mine, operator: mine },
  "consent.write": { rep: mine, manager: mine, contributor: mine, operator: mine },
  "looks.read": { rep: mine, manager: mine },
  "privacy.export": { rep: mine, manager: mine, contributor: mine, operator: mine },
  "privacy.delete": { rep: mine, manager: mine, contributor: mine, operator: mine },
  "person.forget": { operator: always },
  "retention.write": { operator: always },
  "person.write": { manager: underMe, operator: always },
  "person.preferences": { rep: mine, manager: underMe, contributor: mine, operator: always },
  "team.write": { operator: always },
  "records.import": { manager: always, operator: always },
  "connections.write": { operator: always },
  "keys.write": { operator: always },
  "backup.run": { operator: always },
};

const cells = Object.keys(permissions).flatMap((permission) =>
  roles.map((role) => [role, permission as Permission] as const),
);

describe("permissions", () => {
  it.each(cells)("lets a %s %s exactly where it is theirs to", (role, permission) => {
    const actor = actors[role];
    const allowed = always.filter((situation) =>
      may(actor, permission, situations[situation](actor.id, role), org),
    );
    expect(allowed.sort()).toEqual([...(expected[permission][role] ?? [])].sort());
  });

  it("allows nothing to somebody who left", () => {
    const gone = { ...actors.manager, active: false };
    const rights = Object.keys(permissions) as Permission[];
    expect(rights.filter((right) => may(gone, right, { ownerIds: [gone.id] }, org))).toEqual([]);
  });
});

describe("org", () => {
  it("puts teams below a manager's team under that manager", () => {
    const head = aPerson("per_head", { role: "manager", teamId: "tea_root" });
    const whole = createOrg([...Object.values(actors), head, mate, stranger], teams);
    expect(whole.isUnder("per_head", "per_stranger")).toBe(true);
    expect(whole.isUnder("per_head", "per_manager")).toBe(true);
    expect(whole.isUnder("per_manager", "per_head")).toBe(false);
  });

  it("keeps two managers of one team apart", () => {
    const other = aPerson("per_other", { role: "manager", teamId: "tea_east" });
    const both = createOrg([actors.manager, other], teams);
    expect(both.isUnder("per_other", "per_manager")).toBe(false);
  });

  it("ends at a cycle in dirty data", () => {
    const a = aPerson("per_a", { role: "manager", managerId: "per_b" });
    const b = aPerson("per_b", { role: "manager", managerId: "per_a" });
    expect(createOrg([a, b], []).isUnder("per_a", "per_b")).toBe(true);
  });
});
