// Why a lead cannot become a deal here and now, in words for whoever asked.
import { customerName, type LeadView } from "../../../leads/gathering/customer.ts";
import type { Lead, Person } from "../../../model.ts";
import { createOrg } from "../../../people/org.ts";
import { may } from "../../../people/permissions.ts";
import type { Reader } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { labelOf } from "../deals.ts";
import type { UpdateServices } from "../services.ts";

type Asked = { person: Person; view: LeadView | undefined };

/** Somebody else's lead looks like one that is closed; one with a deal says which it is; an open offer comes first. */
export async function findObstacle(
  read: Reader,
  { person, view }: Asked,
): Promise<string | undefined> {
  const { fromLead } = readingOf(person).texts;
  if (!view) return fromLead.notYours;
  const { lead } = view;
  const customer = customerName(view);
  if (!mayAct(person, lead)) {
    return (await isOffered(read, person, lead))
      ? fromLead.acceptFirst({ customer })
      : fromLead.notYours;
  }
  const [made] = await read.deals.find({ leadId: lead.id }, { limit: 1 });
  if (made) return fromLead.isDeal({ customer, deal: await labelOf(read, made.id) });
  return lead.status === "accepted" ? undefined : fromLead.notYours;
}

/** What a CRM that keeps deals is called; there they are made, since none is created from here (docs/crm.md). */
export function crmOf({ crm = [] }: Pick<UpdateServices, "crm">): string | undefined {
  return crm.find(({ mapping }) => mapping.records.deal !== undefined)?.connector.label;
}

function mayAct(person: Person, { ownerId }: Lead): boolean {
  const ownerIds = ownerId === null ? [] : [ownerId];
  return may(person, "lead.act", { ownerIds }, createOrg([], []));
}

async function isOffered(read: Reader, person: Person, { id: leadId }: Lead): Promise<boolean> {
  return (await read.assignments.count({ leadId, repId: person.id, state: "offered" })) > 0;
}
