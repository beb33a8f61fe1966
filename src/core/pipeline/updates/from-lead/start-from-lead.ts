// A lead is to become a deal: the card that makes it, or the one that asks whether the deal is there already.
import type { Card } from "../../../card.ts";
import type { LeadView } from "../../../leads/gathering/customer.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import type { Effect } from "../../../use-case.ts";
import { keepDraft, newUpdate } from "../drafts.ts";
import type { Setting } from "../saying/saying.ts";
import { understandFor } from "../saying/understand.ts";
import type { UpdateServices } from "../services.ts";
import { linkCard } from "./lead-cards.ts";
import { asReadable, nameOf, valuesFor } from "./new-deal.ts";
import { crmOf, findObstacle } from "./obstacle.ts";
import { dealsItMayBe } from "./which-deal.ts";

type Starting = {
  person: Person;
  view: LeadView;
  setting: Setting;
  /** What was said of it; empty for a tap. */
  text: string;
  /** It is none of the deals that are there. */
  isNew?: boolean;
  /** The card that asked before, where it is looked again. */
  cardKey?: string | undefined;
};

/** Shows the card of the deal to be; says why not where it cannot become one. */
export function startFromLead(services: UpdateServices, starting: Starting): Effect {
  const { person, view, text: words, isNew = false, cardKey } = starting;
  const crm = crmOf(services);
  return async (unit) => {
    const obstacle = await findObstacle(unit, { person, view });
    if (obstacle) return { toast: obstacle };
    const deals = await dealsItMayBe(unit, person, view);
    if (crm !== undefined || (deals.length > 0 && !isNew)) {
      const card = linkCard({ unit, person }, { view, deals, words, crm, cardKey });
      if (cardKey) return { card };
      unit.post({ to: person.id, card });
    } else {
      unit.post({ to: person.id, card: await draftFrom(unit, services, starting) });
    }
    return {};
  };
}

async function draftFrom(
  unit: Unit,
  services: UpdateServices,
  { person, view, setting, text }: Starting,
): Promise<Card> {
  const readable = asReadable(view);
  const deals = [...setting.deals, readable];
  const said = understandFor(text, readable, { ...setting, deals });
  const values = valuesFor(view, said.values);
  const fromLead = { leadId: view.lead.id, name: await nameOf(unit, view) };
  const update = newUpdate(unit, person, { text, values, words: said.words, fromLead });
  return keepDraft(unit, services, { person, update });
}
