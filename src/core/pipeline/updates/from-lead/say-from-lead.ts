// "make Acme a deal", "qualified Zainab", "华星转商机 金额50万": which lead is meant, and what of it was said.
import { customerName, type LeadView, viewLead } from "../../../leads/gathering/customer.ts";
import { ownLeads } from "../../../leads/visible-leads.ts";
import type { Person } from "../../../model.ts";
import { readingOf } from "../../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../../use-case.ts";
import { mentionsIn } from "../../reading/deal-names.ts";
import { fold } from "../../reading/folded.ts";
import { sayUpdate } from "../saying/say-update.ts";
import { requireSeller, type Setting, settingOf } from "../saying/saying.ts";
import { isTelling, understandUpdate } from "../saying/understand.ts";
import type { UpdateServices } from "../services.ts";
import { isLinkKey, whichCard } from "./lead-cards.ts";
import { acceptedOf, namedIn } from "./named-leads.ts";
import { startFromLead } from "./start-from-lead.ts";

/** "It" is the lead that was shown last. */
const pointing = /\b(?:it|this|that|them)\b|这条|这个|它|该线索/iu;

/** The button: of one lead, or of a list, where it asks which. */
export async function askFromLead(
  services: UpdateServices,
  { person, params }: Ask,
): Promise<Effect> {
  requireSeller(person);
  const { leadId, text = "", isNew } = params;
  const cardKey = isLinkKey(params.cardKey) ? params.cardKey : undefined;
  if (!leadId) return sayFromLead(services, { person, words: "" });
  const view = await viewLead(services.store.read, leadId);
  if (!view) return sayOnly(readingOf(person).texts.fromLead.notYours);
  const setting = await settingOf(services, person);
  return startFromLead(services, { person, view, setting, text, isNew: isNew === "1", cardKey });
}

type Saying = { person: Person; words: string };

/** Words that name nobody are about the lead shown last, else about one of all that are accepted. */
export async function sayFromLead(
  services: UpdateServices,
  { person, words }: Saying,
): Promise<Effect> {
  requireSeller(person);
  const { read } = services.store;
  const held = await ownLeads(read, person);
  const accepted = acceptedOf(held, person);
  const setting = await settingOf(services, person);
  const named = namedIn(words, accepted);
  if (named.length > 0) return startAny(services, { person, words, setting, leads: named });
  if (words !== "" && !pointing.test(words)) {
    return sayOfOthers(services, { person, words, setting, held });
  }
  const last = (await read.conversations.get(person.id))?.state.lastLeadId;
  const recent = accepted.filter(({ lead }) => lead.id === last);
  const leads = words !== "" && recent.length > 0 ? recent : accepted;
  if (leads.length === 0) return sayOnly(readingOf(person).texts.fromLead.none);
  return startAny(services, { person, words, setting, leads });
}

type Meaning = Saying & { setting: Setting; leads: readonly LeadView[] };

function startAny(services: UpdateServices, { person, words, setting, leads }: Meaning): Effect {
  const [view] = leads;
  if (view && leads.length === 1) {
    return startFromLead(services, { person, view, setting, text: words });
  }
  return async (unit) => {
    unit.post({ to: person.id, card: whichCard({ unit, person }, { leads, words }) });
    return {};
  };
}

type Others = Saying & { setting: Setting; held: readonly LeadView[] };

/** No accepted lead is called so: it may be a deal, whose stage then moves, or a lead they did not answer yet. */
async function sayOfOthers(
  services: UpdateServices,
  { person, words, setting, held }: Others,
): Promise<Effect> {
  const { fromLead } = readingOf(person).texts;
  const [deal] = mentionsIn(fold(words).text, setting.deals);
  if (deal) {
    if (isTelling(understandUpdate(words, setting))) return sayUpdate(services, { person, words });
    const { label = "" } = setting.deals.find(({ id }) => id === deal.deal.id) ?? {};
    return sayOnly(fromLead.isDeal({ customer: deal.deal.account, deal: label }));
  }
  const [offered] = namedIn(words, held);
  return sayOnly(
    offered ? fromLead.acceptFirst({ customer: customerName(offered) }) : fromLead.unknown,
  );
}
