// Which deals a calendar's review is about: the one it names by id, those its title names, else its customer's only one.
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { toSegments } from "../reading/segments.ts";
import { openDeals } from "../subjects.ts";
import { nameDeals } from "../updates/deals.ts";
import { customerOf, dealsWith } from "../updates/talks/talks.ts";
import { type CalendarReview, withoutReviewWords } from "./calendar-review.ts";

/** More than these is a look at a whole pipeline, which no card helps. */
const mostDeals = 3;

/** Open deals of whoever is invited and of the customer it is with; the latest changed first. */
export async function reviewedDeals(
  read: Reader,
  review: CalendarReview,
  words: readonly string[],
): Promise<Deal[]> {
  const byId = await dealCalled(read, review.dealId);
  if (byId) return [byId];
  const ofCustomer = await dealsOfCustomer(read, review);
  const open = latestFirst([...ofCustomer, ...(await dealsOfInvited(read, review))]);
  const names = await nameDeals(read, open);
  const segments = toSegments(withoutReviewWords(review.title, words), names);
  const named = new Set(segments.flatMap(({ deals }) => deals));
  if (named.size > 0) return open.filter(({ id }) => named.has(id)).slice(0, mostDeals);
  return ofCustomer.length === 1 ? ofCustomer : [];
}

/** By our id, or by what another system calls it. */
async function dealCalled(read: Reader, id: string | null): Promise<Deal | undefined> {
  if (id === null) return undefined;
  const links = await read.externalIds.find({ kind: "deal", externalId: id }, { limit: 2 });
  const [link, second] = links;
  const deal = await read.deals.get(link && !second ? link.recordId : id);
  return deal?.status === "open" ? deal : undefined;
}

async function dealsOfCustomer(read: Reader, review: CalendarReview): Promise<Deal[]> {
  const { contactId, accountId } = await customerOf(read, { ...review, props: {} });
  const contact = contactId ? await read.contacts.get(contactId) : undefined;
  const account = contact?.accountId ?? accountId;
  return account || contactId ? dealsWith(read, contactId, account) : [];
}

async function dealsOfInvited(read: Reader, { personIds }: CalendarReview): Promise<Deal[]> {
  const invited: Person[] = await read.people.find({ id: personIds, active: true });
  const deals = await Promise.all(invited.map((person) => openDeals(read, person)));
  return deals.flat();
}

function latestFirst(deals: readonly Deal[]): Deal[] {
  const once = new Map(deals.map((deal) => [deal.id, deal]));
  return [...once.values()].sort((one, other) => other.updatedAt - one.updatedAt);
}
