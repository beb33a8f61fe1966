// News of a lead that is no deal yet: what a deal would have makes one on a confirm, other words are kept with the lead.
import type { LeadView } from "../../../leads/gathering/customer.ts";
import { ownLeads } from "../../../leads/visible-leads.ts";
import type { Person } from "../../../model.ts";
import type { Reader } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../../use-case.ts";
import { noteForm } from "../../note-form.ts";
import { openSubjects } from "../../subjects.ts";
import { aboutOf } from "../about.ts";
import { endCard } from "../draft-card.ts";
import { ownUpdate } from "../drafts.ts";
import type { Setting } from "../saying/saying.ts";
import { understandFor } from "../saying/understand.ts";
import type { UpdateServices } from "../services.ts";
import { acceptedOf, namedIn } from "./named-leads.ts";
import { asReadable, isBeyondContact } from "./new-deal.ts";
import { crmOf } from "./obstacle.ts";
import { startFromLead } from "./start-from-lead.ts";

type Telling = { person: Person; words: string; setting: Setting };

/**
 * The card that makes the one lead these words name a deal, where they say what a deal has; else the note's form with
 * them. Undefined where they name none. A lead that is lost makes no deal.
 */
export async function tellOfLead(
  services: UpdateServices,
  { person, words, setting }: Telling,
): Promise<Effect | undefined> {
  const { read } = services.store;
  const [view, second] = namedIn(words, acceptedOf(await ownLeads(read, person), person));
  if (!view || second) return undefined;
  if (isOfDeal(view, words, setting) && !crmOf(services)) {
    return startFromLead(services, { person, view, setting, text: words });
  }
  return offerNote(read, { person, words, leadId: view.lead.id });
}

/** What makes a forecast; a call or a demo alone comes before it. */
const dealOnly = ["amount", "budgetStatus", "decisionMaker", "closeDate"] as const;

function isOfDeal(view: LeadView, words: string, setting: Setting): boolean {
  const readable = asReadable(view);
  const deals = [...setting.deals, readable];
  const { values } = understandFor(words, readable, { ...setting, deals });
  if (values.stage === "lost") return false;
  return isBeyondContact(values) || dealOnly.some((field) => values[field] !== undefined);
}

type Noting = { person: Person; words: string; leadId: string };

async function offerNote(
  read: Reader,
  { person, words, leadId }: Noting,
): Promise<Effect | undefined> {
  const subjects = await openSubjects(read, person);
  const chosen = subjects.find(({ id }) => id === leadId);
  if (!chosen) return undefined;
  return async (unit) => {
    const why = readingOf(person).texts.updates.noDealYet;
    const form = { person, kind: "update", text: words, subjects, chosen, why } as const;
    unit.post({ to: person.id, card: noteForm(unit, form) });
    return {};
  };
}

/** It is no deal after all: the card of the deal to be ends, and its words are offered to be kept with the lead. */
export async function noteInstead(
  { store: { read } }: Pick<UpdateServices, "store">,
  { person, params }: Ask,
): Promise<Effect> {
  const { updates, fromLead } = readingOf(person).texts;
  const draft = await ownUpdate(read, person, params.updateId);
  const leadId = draft.understood.fromLead?.leadId ?? "";
  const offer = await offerNote(read, { person, words: draft.text, leadId });
  if (!offer) return sayOnly(fromLead.notYours);
  return async (unit) => {
    const update = await ownUpdate(unit, person, params.updateId);
    if (update.state !== "draft") return { toast: updates.closedBefore };
    const discarded = { ...update, state: "discarded" } as const;
    await unit.stageUpdates.put(discarded);
    await offer(unit);
    const label = (await aboutOf(unit, update))?.label ?? "";
    return { card: endCard({ unit, person, update: discarded }, "discarded", label) };
  };
}
