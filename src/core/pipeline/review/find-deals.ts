// Which deal a review is of.
import { type Customer, customersCalled } from "../../customers/find-customers.ts";
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { findSubjects, openSubjects, type Subject } from "../subjects.ts";

/** The open deals somebody means by a name: those called so, else all of the customers called so. */
export async function dealsCalled(
  read: Reader,
  person: Person,
  name: string,
): Promise<{ deals: Subject[]; customers: Customer[] }> {
  const customers = await customersCalled(read, person, name);
  const all = customers.flatMap(({ subjects }) => subjects.filter(({ kind }) => kind === "deal"));
  const named = findSubjects(all, name);
  return { deals: named.length > 0 ? named : all, customers };
}

/** An open deal this person may see, with its label; undefined where it is not, or not any more. */
export async function openDealOf(
  read: Reader,
  person: Person,
  dealId: string | undefined,
): Promise<{ deal: Deal; label: string } | undefined> {
  const subjects = await openSubjects(read, person);
  const subject = subjects.find(({ id, kind }) => kind === "deal" && id === dealId);
  const deal = subject && (await read.deals.get(subject.id));
  return subject && deal && { deal, label: subject.label };
}
