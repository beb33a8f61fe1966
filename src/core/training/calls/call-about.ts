// Whom a call was with: the lead or deal its rep picked, with what the analysis needs to know of it.
import type { Account, Person } from "../../model.ts";
import type { UpdateDeal } from "../../pipeline/reading/understood.ts";
import type { Subject } from "../../pipeline/subjects.ts";
import type { Reader } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { verticalNamed } from "../verticals.ts";
import type { Call } from "./call.ts";

/** The other side of a call. */
export type CallAbout = { label: string; vertical: string | undefined; deal: UpdateDeal | null };

type Read = Pick<Reader, "contacts" | "accounts" | "deals">;
type Wanted = {
  person: Person;
  call: Pick<Call, "contactId" | "dealId">;
  verticals: readonly string[];
};

/** Reads whom a stored call was with; somebody not on the rep's list is nobody in particular. */
export async function readAbout(
  read: Read,
  { person, call, verticals }: Wanted,
): Promise<CallAbout> {
  const contact = call.contactId ? await read.contacts.get(call.contactId) : undefined;
  const deal = call.dealId ? await read.deals.get(call.dealId) : undefined;
  const accountId = deal?.accountId ?? contact?.accountId;
  const account = accountId ? await read.accounts.get(accountId) : undefined;
  const names = [contact?.name ?? deal?.name, account?.name].filter(Boolean);
  const label = names.join(" · ") || readingOf(person).texts.calls.somebody;
  return {
    label,
    vertical: verticalNamed(account?.industry ?? "", verticals),
    deal: deal ? toUpdateDeal(deal, { account, contact: contact?.name ?? undefined }) : null,
  };
}

function toUpdateDeal(
  { id, name, stage }: { id: string; name: string; stage: UpdateDeal["stage"] },
  { account, contact }: { account: Account | undefined; contact: string | undefined },
): UpdateDeal {
  return { id, account: account?.name ?? name, contact, stage };
}

/** What a call keeps of the subject that was picked; a lead is known by its contact. */
export function placeOf(subject: Subject | undefined): Pick<Call, "contactId" | "dealId"> {
  const dealId = subject?.kind === "deal" ? subject.id : null;
  return { contactId: subject?.contactId ?? null, dealId };
}
