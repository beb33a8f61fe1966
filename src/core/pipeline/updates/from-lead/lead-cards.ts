// Cards on the way from a lead to a deal: which lead, and whether the deal is there already.
import { note, sentence } from "../../../blocks.ts";
import { type Action, type Card, longestLabel } from "../../../card.ts";
import { customerName, type LeadView } from "../../../leads/gathering/customer.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { cut } from "../../note-form.ts";
import type { OpenDeal } from "../deals.ts";

/** Buttons a card has for leads or deals to choose from. */
const mostButtons = 5;

type Drawing = { unit: Pick<Unit, "arm" | "newId">; person: Person };
/** `place`: its number among buttons of one kind, since two buttons of a card have two names. */
type Button = { id: string; label: string; params: Record<string, string>; place?: number };

function toAction(
  { unit, person }: Drawing,
  cardKey: string,
  { id, label, params, place }: Button,
): Action {
  const ref = unit.arm({ action: id, params, personId: person.id, cardKey });
  const name = place === undefined ? id : `${id}.${place}`;
  return { id: name, label: cut(label, longestLabel), ref };
}

/** Asks which of several leads it is; `words`: what was said of it. */
export function whichCard(
  drawing: Drawing,
  { leads, words }: { leads: readonly LeadView[]; words: string },
): Card {
  const { fromLead } = readingOf(drawing.person).texts;
  const key = `which_lead:${drawing.unit.newId("message")}`;
  const actions = leads.slice(0, mostButtons).map((view, place) => {
    const params = { leadId: view.lead.id, text: words };
    const label = customerName(view);
    return toAction(drawing, key, { id: "lead.to_deal", label, params, place });
  });
  const rest = leads.length - actions.length;
  const more = rest > 0 ? [note(fromLead.more({ count: rest }))] : [];
  const { which: title } = fromLead;
  return {
    ...{ key, title, tone: "info", summary: title },
    blocks: [{ t: "actions", actions }, ...more],
  };
}

/** What cards are called that ask whether the deal is there already. */
const linkPrefix = "lead_deal:";

/** Whether a button stood on such a card: what follows is said there. */
export const isLinkKey = (cardKey: string | undefined): cardKey is string =>
  cardKey?.startsWith(linkPrefix) === true;

type Linking = {
  /** The card that is asked on again; a new one without. */
  cardKey?: string | undefined;
  view: LeadView;
  deals: readonly OpenDeal[];
  words: string;
  /** The CRM in which deals are made; undefined where we make them. */
  crm: string | undefined;
};

/** Offers each deal that it may be; and a new one, or where else it is to be made. */
export function linkCard(drawing: Drawing, { view, deals, words, crm, cardKey }: Linking): Card {
  const { mayBe, elsewhere } = readingOf(drawing.person).texts.fromLead;
  const { id: leadId } = view.lead;
  const key = cardKey ?? `${linkPrefix}${drawing.unit.newId("message")}`;
  const customer = customerName(view);
  const title = crm ? elsewhere.title({ customer, crm }) : mayBe.title({ customer });
  const links = deals.slice(0, mostButtons).map(({ id, label }, place) => {
    const params = { leadId, dealId: id };
    return toAction(drawing, key, { id: "lead.link", label, params, place });
  });
  const again = { leadId, text: words };
  const rest = crm
    ? { id: "lead.to_deal", label: elsewhere.again, params: again }
    : { id: "lead.to_deal", label: mayBe.other, params: { ...again, isNew: "1" } };
  return {
    ...{ key, title, tone: "info", summary: title },
    blocks: [
      sentence(crm ? elsewhere.body({ crm }) : mayBe.body),
      ...(crm && links.length > 0 ? [sentence(elsewhere.found)] : []),
      { t: "actions", actions: [...links, toAction(drawing, key, rest)] },
    ],
  };
}

/** Says what became of it, with an undo while there is one. */
export function linkedCard(
  drawing: Drawing,
  { key, title, undo }: { key: string; title: string; undo?: Record<string, string> },
): Card {
  const { updates } = readingOf(drawing.person).texts;
  const action = undo && { id: "lead.unlink", label: updates.undo, params: undo };
  return {
    ...{ key, title, tone: undo ? "good" : "info", summary: title },
    blocks: action ? [{ t: "actions", actions: [toAction(drawing, key, action)] }] : [],
  };
}
