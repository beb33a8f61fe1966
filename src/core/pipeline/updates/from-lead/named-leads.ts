// Which of a person's leads words mean.
import type { LeadView } from "../../../leads/gathering/customer.ts";
import type { Person } from "../../../model.ts";
import { mentionsIn } from "../../reading/deal-names.ts";
import { fold } from "../../reading/folded.ts";
import type { OpenDeal } from "../deals.ts";
import { asReadable } from "./new-deal.ts";

/** Those that are theirs and accepted. */
export function acceptedOf<View extends LeadView>(leads: readonly View[], person: Person): View[] {
  return leads.filter(({ lead }) => lead.status === "accepted" && lead.ownerId === person.id);
}

/** The leads that words name; one whose person is named stands before its colleagues' at the same account. */
export function namedIn<View extends LeadView>(words: string, leads: readonly View[]): View[] {
  const { text } = fold(words);
  const named = (toDeal: (view: LeadView) => OpenDeal) =>
    leads.filter((view) => mentionsIn(text, [toDeal(view)]).length > 0);
  const byPerson = named((view) => ({ ...asReadable(view), account: "" }));
  return byPerson.length === 1 ? byPerson : named(asReadable);
}
