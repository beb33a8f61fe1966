// "brief", "review" or "customer" without a name: of which deal, those that are due first as buttons.
import { askWhich } from "../customers/ask-which.ts";
import type { Deal, Person } from "../model.ts";
import type { Reader } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import { type Effect, sayOnly } from "../use-case.ts";
import { dealSubjects, openDeals } from "./subjects.ts";

/** As many as a card of choices shows. */
const mostOffered = 5;

/** What is due first comes first; what has no next step comes last. */
export function byDue(one: Deal, other: Deal): number {
  return due(one) - due(other);
}

const due = ({ nextStepDate }: Deal): number => nextStepDate ?? Number.MAX_SAFE_INTEGER;

/** `action`: what a button does, with `dealId`, `customerId` and `more`; `none`: what whoever has no open deal is told. */
type Asking = { action: string; none: string; more?: Record<string, string> };

/** Asks which of the open deals is meant. */
export async function askDueDeal(
  read: Reader,
  person: Person,
  { action, none, more }: Asking,
): Promise<Effect> {
  const deals = (await openDeals(read, person)).toSorted(byDue).slice(0, mostOffered);
  if (deals.length === 0) return sayOnly(none);
  const subjects = await dealSubjects(read, deals);
  const choices = subjects.map(({ id, label, accountId, contactId }) => ({
    label,
    params: { dealId: id, customerId: accountId ?? contactId ?? id, ...more },
  }));
  const { whichDeal } = readingOf(person).texts.customers;
  return askWhich(person, { question: whichDeal, action, choices });
}
