// "review Acme" / "复盘 华星": one card before a deal review; with a time in the words, half an hour before it.
import { askWhich } from "../../customers/ask-which.ts";
import type { Person } from "../../model.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { sayClosed } from "../brief/closed-deal.ts";
import type { BriefServices } from "../brief/services.ts";
import { askDueDeal } from "../due-deals.ts";
import { draftPrompt } from "../updates/talks/prompt-update.ts";
import { bookReview } from "./book-review.ts";
import { readAsked } from "./book-time.ts";
import { dealsCalled, openDealOf } from "./find-deals.ts";
import { prepareReview } from "./prepare-review.ts";

/** By deal, customer or person; "at 15:00 tomorrow" books it. Two that fit: asks which. */
export async function showReview(
  services: BriefServices,
  person: Person,
  words: string,
): Promise<Effect> {
  const { briefing, customers: texts } = readingOf(person).texts;
  const { read } = services.store;
  const asked = readAsked(words, { now: services.clock(), timeZone: person.timeZone });
  const { name, at } = asked;
  if (at !== undefined && at <= services.clock()) return sayOnly(briefing.past);
  const when = at === undefined ? {} : { at: String(at) };
  if (!name) {
    const none = briefing.reviewWhat;
    return askDueDeal(read, person, { action: "review.deal", none, more: when });
  }
  const { deals, customers } = await dealsCalled(read, person, name);
  const [deal, second] = deals;
  const [customer] = customers;
  if (!deal) {
    const closed = await sayClosed(read, person, name);
    const none = customer
      ? briefing.noDeal({ customer: customer.label })
      : texts.notYours({ name });
    return sayOnly(closed ?? none);
  }
  if (asked.isDayOnly) return sayOnly(briefing.noTime);
  if (!second) return openReview(services, { person, params: { dealId: deal.id, ...when } });
  const choices = deals.map(({ id, label }) => ({ label, params: { dealId: id, ...when } }));
  return askWhich(person, { name, action: "review.deal", choices });
}

/** The deal of a button: now, or booked for the time it carries. */
export async function openReview(
  services: BriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const found = await openDealOf(services.store.read, person, params.dealId);
  if (!found) return sayOnly(readingOf(person).texts.briefing.gone);
  if (params.at) return bookReview({ person, ...found, at: Number(params.at) });
  const post = await prepareReview(services, { person, ...found });
  return post ?? sayOnly(readingOf(person).texts.briefing.gone);
}

/** "Update this deal": the form of an update, for the owner and whoever may write it. */
export async function updateReviewed(
  services: BriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { briefing } = readingOf(person).texts;
  const found = await openDealOf(services.store.read, person, params.dealId);
  if (!found) return sayOnly(briefing.gone);
  return async (unit) => {
    const card = await draftPrompt(unit, services, { person, ids: [found.deal.id] });
    unit.post({ to: person.id, card });
    return { toast: briefing.updateToast };
  };
}
