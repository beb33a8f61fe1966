import { type Block, type Card, type Inline, text } from "../card.ts";
import { dateInline, type Reading, readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { customerName, type LeadView, viewLead } from "./customer.ts";
import { readableAssignment } from "./own-assignment.ts";

/** Everything on record about a lead, as a card of its own that later looks replace. */
export function showDetails({ person, params }: Ask): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const assignment = await readableAssignment(unit, person, params.assignmentId);
    const view = await viewLead(unit, assignment.leadId);
    if (!view) return { toast: reading.texts.leads.noLongerOffered };
    const owner = view.lead.ownerId ? await unit.people.get(view.lead.ownerId) : undefined;
    unit.post({ to: person.id, card: renderDetails(view, owner?.name, reading) });
    return {};
  };
}

function renderDetails(view: LeadView, owner: string | undefined, reading: Reading): Card {
  const { texts, format } = reading;
  const { lead, contact, account } = view;
  const { leads } = texts;
  const industry = account?.industry;
  const rows: [string, string | null | undefined][] = [
    [leads.contact, [contact?.name, contact?.title].filter(Boolean).join(", ")],
    [leads.email, contact?.email],
    [leads.phone, contact?.phone],
    [leads.account, account?.name],
    [leads.industryLabel, industry && (leads.industries[industry] ?? industry)],
    [leads.size, account?.employees === null ? null : account && format.number(account.employees)],
    [leads.territory, lead.territory],
    [leads.source, lead.source],
    [leads.budget, lead.budget === null ? null : format.money(lead.budget, lead.currency)],
    [leads.owner, owner],
  ];
  const items: { label: string; value: Inline[] }[] = rows.map(([label, value]) => ({
    label,
    value: [text(value || texts.common.unknown)],
  }));
  items.push({ label: leads.arrived, value: [dateInline(lead.createdAt, "both", format)] });
  const need: Block[] = lead.need ? [{ t: "text", text: [text(lead.need)] }, { t: "divider" }] : [];
  const title = customerName(view);
  return {
    key: `details:${lead.id}`,
    title,
    subtitle: leads.details,
    tone: "info",
    summary: title,
    blocks: [...need, { t: "fields", items }],
  };
}
