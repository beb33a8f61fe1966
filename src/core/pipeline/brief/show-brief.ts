// "brief Acme" / "简报 华星": before a meeting, who it is, what was promised, what to expect and what to say.
import { askWhich } from "../../customers/ask-which.ts";
import { type Customer, customersCalled } from "../../customers/find-customers.ts";
import { customerOf } from "../../customers/show-customer.ts";
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { countUses } from "../../strategy/debrief/team-entries.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { askDueDeal } from "../due-deals.ts";
import { briefCard } from "./brief-card.ts";
import { sayClosed } from "./closed-deal.ts";
import { wantsBriefs } from "./meeting-choice.ts";
import { dealOf, prepareBrief } from "./prepare-brief.ts";
import type { BriefServices } from "./services.ts";

/** By name of a customer, a person there or a deal. Two that fit: asks which. Somebody else's: the same as nobody's. */
export async function showBrief(
  services: BriefServices,
  person: Person,
  name: string,
): Promise<Effect> {
  const { texts } = readingOf(person);
  const { read } = services.store;
  if (!name) {
    return askDueDeal(read, person, { action: "brief.pick", none: texts.briefing.ofWhom });
  }
  const found = await customersCalled(read, person, name);
  const [customer, second] = found;
  if (!customer) {
    return sayOnly((await sayClosed(read, person, name)) ?? texts.customers.notYours({ name }));
  }
  if (!second)
    return postBrief(services, { person, customer, deal: await dealOf(read, customer, name) });
  const choices = found.map(({ id, label }) => ({ label, params: { customerId: id } }));
  return askWhich(person, { name, action: "brief.pick", choices });
}

/** One chosen from several that fit, or the brief of a review's deal. */
export async function pickBrief(services: BriefServices, { person, params }: Ask): Promise<Effect> {
  const customer = await customerOf(services, person, params.customerId);
  if (!customer) return sayOnly(readingOf(person).texts.customers.notYours({ name: "" }));
  const deal = await chosenDeal(services.store.read, customer, params.dealId);
  return postBrief(services, { person, customer, deal });
}

async function chosenDeal(
  read: Reader,
  customer: Customer,
  dealId: string | undefined,
): Promise<Deal | undefined> {
  const isTheirs = customer.subjects.some(({ id }) => id === dealId);
  return isTheirs && dealId ? read.deals.get(dealId) : dealOf(read, customer, "");
}

type About = { person: Person; customer: Customer; deal: Deal | undefined };

async function postBrief(services: BriefServices, about: About): Promise<Effect> {
  const brief = await prepareBrief(services, about);
  const { person } = about;
  return async (unit) => {
    const key = `brief:${unit.newId("message")}`;
    const isOptedIn = await wantsBriefs(unit, person);
    const ids = brief.lines.map(({ entry }) => entry.id);
    await countUses(unit, person, { ids, use: "script.shown" });
    unit.post({ to: person.id, card: briefCard(unit, { person, brief, key, isOptedIn }) });
    return {};
  };
}
