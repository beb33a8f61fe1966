// People and records for tests, whole, with only what matters to the test spelled out.
import type { Lead, Person } from "../../src/core/model.ts";

export const testNow = Date.UTC(2026, 10, 23, 9); // a Monday

export function aPerson(id: string, set: Partial<Person> = {}): Person {
  return {
    id,
    name: id.replace("per_", ""),
    email: null,
    phone: null,
    role: "rep",
    teamId: null,
    managerId: null,
    timeZone: "UTC",
    language: "en",
    territories: [],
    languages: [],
    licences: [],
    industries: [],
    capacity: 10,
    hiredAt: null,
    active: true,
    createdAt: testNow,
    updatedAt: testNow,
    ...set,
  };
}

export function aLead(id: string, set: Partial<Lead> = {}): Lead {
  return {
    id,
    contactId: null,
    accountId: null,
    productId: null,
    title: id,
    source: null,
    status: "new",
    outcome: null,
    language: null,
    territory: null,
    need: null,
    budget: null,
    currency: null,
    budgetStatus: null,
    ownerId: null,
    selfSourced: false,
    createdAt: testNow,
    updatedAt: testNow,
    closedAt: null,
    ...set,
  };
}
