// "Details" on a lead's card.
import { heading, sentence } from "../../blocks.ts";
import { type Block, type Card, type Inline, text } from "../../card.ts";
import { type NamedNote, nameAuthors, noteLines } from "../../pipeline/note-lines.ts";
import { placeOf, readNotes } from "../../pipeline/notes.ts";
import type { EventLog, Store } from "../../ports.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import { withTitle } from "../../text/with-title.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { customerName, type LeadView, viewLead } from "../gathering/customer.ts";
import { readableAssignment } from "../ownership/own-assignment.ts";

type Services = { store: Store; events: EventLog };

/** Notes shown with a lead; "notes NAME" has more. */
const maxNotes = 3;

/** Everything on record about a lead, as a card of its own that later looks replace. */
export async function showDetails(services: Services, { person, params }: Ask): Promise<Effect> {
  const reading = readingOf(person);
  const notes = await lastNotes(services, params.assignmentId, reading);
  return async (unit) => {
    const assignment = await readableAssignment(unit, person, params.assignmentId);
    const view = await viewLead(unit, assignment.leadId);
    if (!view) return { toast: reading.texts.leads.noLongerOffered };
    const owner = view.lead.ownerId ? await unit.people.get(view.lead.ownerId) : undefined;
    unit.post({ to: person.id, card: renderDetails(view, { owner: owner?.name, notes, reading }) });
    return {};
  };
}

/** The last notes on an assignment's lead. Who may see the lead is asked where they are shown. */
async function lastNotes(
  { store, events }: Services,
  assignmentId: string | undefined,
  reading: Reading,
): Promise<NamedNote[]> {
  const assignment = await store.read.assignments.get(assignmentId ?? "");
  const lead = assignment && (await store.read.leads.get(assignment.leadId));
  if (!lead) return [];
  const notes = await readNotes({ store, events }, placeOf(lead));
  return nameAuthors(store.read, notes.slice(0, maxNotes), reading);
}

type Details = { owner: string | undefined; notes: NamedNote[]; reading: Reading };

function renderDetails(view: LeadView, { owner, notes, reading }: Details): Card {
  const { texts, format } = reading;
  const { lead, contact, account } = view;
  const { leads } = texts;
  const industry = account?.industry;
  const rows: [string, string | null | undefined][] = [
    [leads.contact, withTitle(contact?.name, contact?.title, texts)],
    [leads.email, contact?.email],
    [leads.phone, contact?.phone],
    [leads.account, account?.name],
    [leads.industryLabel, industry && (leads.industries[industry] ?? industry)],
    [leads.size, account?.employees === null ? null : account && format.number(account.employees)],
    [leads.territory, lead.territory],
    [leads.source, lead.source && (leads.sources[lead.source] ?? lead.source)],
    [leads.budget, lead.budget === null ? null : format.money(lead.budget, lead.currency)],
    [leads.owner, owner],
  ];
  const items: { label: string; value: Inline[] }[] = rows.map(([label, value]) => ({
    label,
    value: [text(value || texts.common.unknown)],
  }));
  items.push({ label: leads.arrived, value: [dateInline(lead.createdAt, "both", format)] });
  const need: Block[] = lead.need ? [sentence(lead.need), { t: "divider" }] : [];
  const noted: Block = heading(texts.pipeline.lastNotes);
  const noteBlocks = notes.length > 0 ? [noted, ...noteLines(notes, reading)] : [];
  const title = customerName(view);
  return {
    key: `details:${lead.id}`,
    title,
    subtitle: leads.details,
    tone: "info",
    summary: title,
    blocks: [...need, { t: "fields", items }, ...noteBlocks],
  };
}
