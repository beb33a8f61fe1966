// People and records for tests, whole, with only what matters to the test spelled out.
import type { Account, Lead, Person } from "../../src/core/model.ts";
import { recordDefaults } from "../../src/core/records/defaults.ts";

/** When tests happen unless they say otherwise: a Monday at nine, UTC. */
export const testNow = Date.UTC(2026, 10, 23, 9);

const made = { createdAt: testNow, updatedAt: testNow };

export function aPerson(id: string, set: Partial<Person> = {}): Person {
  const name = id.replace("per_", "");
  return { ...recordDefaults.person, ...made, id, name, capacity: 10, ...set } as Person;
}

export function aLead(id: string, set: Partial<Lead> = {}): Lead {
  return { ...recordDefaults.lead, ...made, id, title: id, ...set } as Lead;
}

export function anAccount(id: string, set: Partial<Account> = {}): Account {
  return { ...recordDefaults.account, ...made, id, name: id, nameKey: id, ...set } as Account;
}
