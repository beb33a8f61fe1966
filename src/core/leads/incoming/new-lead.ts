// A lead somebody brings in by chat: read, shown as a form, saved on their word.
import { z } from "zod";
import { byName } from "../../by-name.ts";
import type { Card, Field, Outcome } from "../../card.ts";
import type { Change, Gate } from "../../gate/gate.ts";
import { scheduleScan } from "../../identity/duplicates/scan.ts";
import type { Person } from "../../model.ts";
import { sayBreach } from "../../pipeline/contracts/say-breach.ts";
import type { Unit } from "../../ports.ts";
import { toNameKey } from "../../records/names.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Effect, textOf } from "../../use-case.ts";
import { scheduleAssignment } from "../assigning/schedule-assignment.ts";
import { type NewLeadDraft, readNewLead } from "./read-new-lead.ts";

/** What could be read of the sentence stands in the form already. */
export function askNewLead(person: Person, sentence: string): Effect {
  return async (unit) => {
    const card = formCard(unit, person, readNewLead(sentence));
    unit.post({ to: person.id, card });
    return {};
  };
}

/** A rep's own lead is theirs; anybody else's goes to the rep who fits best. */
export function saveNewLead({ gate }: { gate: Gate }, { person, params, values }: Answer): Effect {
  return async (unit) => {
    const { newLead } = readingOf(person).texts.leads;
    const draft = toDraft(values);
    const errors = check(draft, newLead);
    if (errors) return { errors };

    const saving = { draft, person, leadId: unit.newId("lead"), keeps: person.role === "rep" };
    const [refusal] = await gate.apply(unit, {
      by: { kind: "person", person },
      via: "chat",
      source: "chat",
      reason: "brought in",
      whole: true,
      changes: await toChanges(unit, saving),
    });
    if (refusal) {
      const why = refusal.breaches?.map((breach) => sayBreach(breach, readingOf(person))).join(" ");
      return { errors: { [formField[refusal.field ?? ""] ?? "need"]: why || newLead.invalid } };
    }
    return confirmSaved(unit, saving, params.cardKey);
  };
}

/** Says whose the lead is, in place of the form; one that is nobody's goes into the queue. */
function confirmSaved(unit: Unit, { draft, person, leadId, keeps }: Saving, key = leadId): Outcome {
  const { newLead } = readingOf(person).texts.leads;
  if (!keeps) scheduleAssignment(unit, [leadId], leadId);
  scheduleScan(unit, leadId, { since: unit.now, askedBy: person.id });
  const customer = [draft.name, draft.company].filter(Boolean).join(" · ");
  const title = keeps ? newLead.saved({ customer }) : newLead.savedForTeam({ customer });
  return { toast: title, card: { key, title, tone: "good", summary: title, blocks: [] } };
}

const formField: Record<string, string> = byName({
  email: "email",
  phone: "phone",
  name: "name",
  title: "name",
});

function toDraft(values: Answer["values"]): NewLeadDraft {
  const [name, company, email, phone, need] = (
    ["name", "company", "email", "phone", "need"] as const
  ).map((field) => textOf(values, field)) as [string, string, string, string, string];
  return { name, company, email: email.toLowerCase(), phone, need };
}

type Sentences = ReturnType<typeof readingOf>["texts"]["leads"]["newLead"];

function check(draft: NewLeadDraft, sentences: Sentences): Record<string, string> | undefined {
  if (!draft.name && !draft.company) return { name: sentences.nameless };
  if (draft.email && !z.email().safeParse(draft.email).success)
    return { email: sentences.badEmail };
  return undefined;
}

type Saving = { draft: NewLeadDraft; person: Person; leadId: string; keeps: boolean };

async function toChanges(unit: Unit, saving: Saving): Promise<Change[]> {
  const { draft, person, leadId, keeps } = saving;
  const account = await toAccount(unit, saving);
  const accountId = account?.id ?? null;
  const contactId = unit.newId("contact");
  const contact: Change = {
    kind: "contact",
    id: contactId,
    create: true,
    set: {
      accountId,
      name: draft.name || null,
      email: draft.email || null,
      phone: draft.phone || null,
    },
  };
  const lead: Change = {
    kind: "lead",
    id: leadId,
    create: true,
    set: {
      contactId,
      accountId,
      title: [draft.name, draft.company].filter(Boolean).join(" · "),
      source: person.name,
      need: draft.need || null,
      ownerId: keeps ? person.id : null,
      selfSourced: keeps,
      status: keeps ? "accepted" : "new",
      language: person.language,
    },
  };
  return [...(account?.changes ?? []), contact, lead];
}

/** The account named, known or to be made. */
async function toAccount(
  unit: Unit,
  { draft, person, keeps }: Saving,
): Promise<{ id: string; changes: Change[] } | undefined> {
  const name = draft.company;
  if (!name) return undefined;
  const [known] = await unit.accounts.find({ nameKey: toNameKey(name) }, { limit: 1 });
  if (known) return { id: known.id, changes: [] };
  const id = unit.newId("account");
  const set = { name, ownerId: keeps ? person.id : null };
  return { id, changes: [{ kind: "account", id, create: true, set }] };
}

function formCard(unit: Unit, person: Person, draft: NewLeadDraft): Card {
  const { newLead } = readingOf(person).texts.leads;
  const key = `new_lead:${unit.newId("message")}`;
  const action = "lead.new.submit";
  const ref = unit.arm({ action, params: {}, personId: person.id, cardKey: key });
  const fields: Field[] = [
    { kind: "text", name: "name", label: newLead.name, value: draft.name },
    { kind: "text", name: "company", label: newLead.company, value: draft.company },
    { kind: "text", name: "email", label: newLead.email, value: draft.email },
    { kind: "text", name: "phone", label: newLead.phone, value: draft.phone },
    { kind: "multiline", name: "need", label: newLead.need, value: draft.need },
  ];
  return {
    key,
    title: newLead.title,
    subtitle: newLead.check,
    tone: "info",
    summary: newLead.title,
    blocks: [
      {
        t: "form",
        id: "new_lead",
        fields,
        submit: { id: action, label: newLead.submit, ref, style: "primary" },
      },
    ],
  };
}
