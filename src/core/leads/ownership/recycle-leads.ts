// The public pool (公海) fills by itself: with what nobody took, and with what its owner left lying past protection.
import { sentence } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import type { Lead } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import type { LeadServices } from "../assigning/assign-leads.ts";
import { postAssignment } from "../assigning/post-assignment.ts";
import { customerName, viewLead } from "../gathering/customer.ts";
import { toPool } from "./release-departed.ts";

type Services = Pick<LeadServices, "gate" | "ownership">;

/** `lastWork`: when leads last showed work, for those whose record has not changed in the protection period. */
export async function recycleLeads(
  unit: Unit,
  services: Services,
  lastWork: ReadonlyMap<string, number>,
): Promise<void> {
  const { gate, ownership } = services;
  const untaken = await unit.leads.find({
    ...{ status: "new", ownerId: null, updatedAt: { lte: unit.now - ownership.untakenMs } },
  });
  if (untaken.length > 0) await toPool(unit, gate, { leads: untaken, reason: "nobody took it" });
  await closeOvertaken(unit);

  const quietFor = ownership.protectMs - ownership.warnMs;
  const quiet = await unit.leads.find({
    ...{ status: "accepted", selfSourced: false, updatedAt: { lte: unit.now - quietFor } },
  });
  const deals = await unit.deals.find({ leadId: quiet.map(({ id }) => id), status: "open" });
  const worked = new Set(deals.map(({ leadId }) => leadId));
  for (const lead of quiet) {
    if (worked.has(lead.id) || lead.ownerId === null) continue;
    const since = Math.max(lead.updatedAt, lastWork.get(lead.id) ?? 0);
    const endsAt = since + ownership.protectMs;
    if (endsAt <= unit.now) await recycle(unit, services, lead);
    else if (endsAt - ownership.warnMs <= unit.now) await warn(unit, lead, endsAt);
  }
}

/** The owner loses it and sees why on their card. */
async function recycle(unit: Unit, { gate }: Services, lead: Lead): Promise<void> {
  const [held] = await unit.assignments.find({ leadId: lead.id, state: "accepted" });
  await toPool(unit, gate, { leads: [lead], reason: "protection ended without work" });
  if (held) await postAssignment(unit, { ...held, state: "withdrawn", closedAt: unit.now });
}

/** Once for each end of protection. */
async function warn(unit: Unit, lead: Lead, endsAt: number): Promise<void> {
  const key = `protect:${lead.id}:${endsAt}`;
  const owner = await unit.people.get(lead.ownerId ?? "");
  const view = await viewLead(unit, lead.id);
  if (!owner?.active || !view || (await unit.armedActions.count({ cardKey: key })) > 0) return;
  const { texts, format } = readingOf(owner);
  const { ownership } = texts;
  const customer = customerName(view);
  const title = ownership.protection.title({ customer });
  const arm = (action: string) =>
    unit.arm({ action, params: { leadId: lead.id }, personId: owner.id, cardKey: key });
  const card: Card = {
    ...{ key, title, tone: "warn" },
    summary: ownership.protection.summary({ customer, day: format.day(endsAt) }),
    blocks: [
      sentence(ownership.protection.body),
      {
        t: "fields",
        items: [{ label: ownership.protection.ends, value: [dateInline(endsAt, "both", format)] }],
      },
      {
        t: "actions",
        actions: [{ id: "lead.show", label: texts.leads.details, ref: arm("lead.show") }],
      },
    ],
  };
  unit.post({ to: owner.id, card });
}

/** An offer whose lead got another owner elsewhere, as in the CRM, is closed: that change stands. */
async function closeOvertaken(unit: Unit): Promise<void> {
  for (const offer of await unit.assignments.find({ state: "offered" })) {
    const lead = await unit.leads.get(offer.leadId);
    if (!lead?.ownerId || lead.ownerId === offer.repId) continue;
    const withdrawn = { ...offer, state: "withdrawn" as const, closedAt: unit.now };
    await unit.assignments.put(withdrawn);
    await postAssignment(unit, withdrawn);
  }
}
