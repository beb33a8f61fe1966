// A deal that is over, for whoever still asks for it.
import type { Deal, Person } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { dealSubjects, findSubjects } from "../subjects.ts";

/** Closed deals that are looked through, the latest. */
const mostClosed = 2_000;

/** A sentence about the latest closed deal of this name, of those a person may see. */
export async function sayClosed(
  read: Reader,
  person: Person,
  name: string,
): Promise<string | undefined> {
  const deals = await closedDeals(read, person);
  const [subject] = findSubjects(await dealSubjects(read, deals), name);
  const deal = deals.find(({ id }) => id === subject?.id);
  if (!subject || !deal || deal.status === "open") return undefined;
  const { texts, format } = readingOf(person);
  const day = format.day(deal.closedAt ?? deal.updatedAt);
  return texts.briefing.closed[deal.status]({ deal: subject.label, day });
}

async function closedDeals(read: Reader, person: Person): Promise<Deal[]> {
  const status: Deal["status"][] = ["won", "lost"];
  const latest = { order: { by: "updatedAt", descending: true }, limit: mostClosed } as const;
  if (person.role !== "manager") return read.deals.find({ status, ownerId: person.id }, latest);
  const org = await readOrg(read);
  const deals = await read.deals.find({ status }, latest);
  return deals.filter(({ ownerId }) =>
    may(person, "deal.read", { ownerIds: ownerId ? [ownerId] : [] }, org),
  );
}
