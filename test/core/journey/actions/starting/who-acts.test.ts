import { expect, it } from "vitest";
import {
  type Company,
  whoActs,
} from "../../../../../src/core/journey/actions/starting/who-acts.ts";
import { aPerson, testNow } from "../../../../helpers/people.ts";

const mia = aPerson("per_mia", { role: "manager", teamId: "tea_1" });
const ana = aPerson("per_ana", { managerId: mia.id, teamId: "tea_1", email: "ana@team.example" });
const lei = aPerson("per_lei", { managerId: mia.id, teamId: "tea_1" });

const company = (set: Partial<Company> = {}): Company => ({
  ...{ people: [ana, lei, mia], teams: [], absences: [] },
  ...set,
});
const away = {
  ...{ id: "abs_1", personId: ana.id, reason: null, createdAt: testNow },
  ...{ from: testNow, to: testNow + 1 },
};
const ofAna = { ownerId: ana.id, assignTo: "owner" };

it("is the owner", () => {
  expect(whoActs(ofAna, company())).toEqual({ person: ana });
});

it("is the manager once the owner left, and says whose customer it was", () => {
  const people = [{ ...ana, active: false }, lei, mia];
  const actor = { person: mia, stand: "owner_left", ownerName: "ana" };
  expect(whoActs(ofAna, company({ people }))).toEqual(actor);
});

it("is another manager where the owner's own left too, and nobody where there is none", () => {
  const gone = [ana, mia].map((person) => ({ ...person, active: false }));
  const max = aPerson("per_max", { role: "manager" });
  const actor = { person: max, stand: "owner_left", ownerName: "ana" };
  expect(whoActs(ofAna, company({ people: [...gone, lei, max] }))).toEqual(actor);
  expect(whoActs(ofAna, company({ people: [...gone, lei] }))).toBeUndefined();
});

it("is the manager while the owner is away, and the owner still where there is no manager", () => {
  const absences = [away];
  const actor = { person: mia, stand: "owner_away", ownerName: "ana" };
  expect(whoActs(ofAna, company({ absences }))).toEqual(actor);
  expect(whoActs(ofAna, company({ absences, people: [ana, lei] }))).toEqual({ person: ana });
});

it("is a manager for a customer of nobody, and for an owner nobody knows", () => {
  for (const ownerId of [null, "per_unknown"]) {
    const actor = whoActs({ ownerId, assignTo: "owner" }, company());
    expect(actor).toEqual({ person: mia, stand: "nobody" });
  }
});

it("is whom the rule names while they are here: by role, or by mail in any case", () => {
  const byManager = whoActs({ ownerId: lei.id, assignTo: "manager" }, company());
  expect(byManager).toEqual({ person: mia, stand: "rule", ownerName: "lei" });
  const named = { ownerId: lei.id, assignTo: "Ana@Team.example" };
  expect(whoActs(named, company())).toEqual({ person: ana, stand: "rule" });
  const people = [{ ...ana, active: false }, lei, mia];
  expect(whoActs(named, company({ people }))).toEqual({ person: lei });
});
