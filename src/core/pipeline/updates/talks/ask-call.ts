// "Call now" on a card arms the stage card: for calls no system reports, asked for by whoever taps.
import { ownAction } from "../../../journey/actions/own-action.ts";
import { readingOf } from "../../../text/format.ts";
import type { Ask, Effect } from "../../../use-case.ts";
import type { UpdateServices } from "../services.ts";
import { draftPrompt } from "./prompt-update.ts";

/** The card is there when they hang up. Its person asked for it, so it takes nothing of their budget. */
export function askCall(
  services: Pick<UpdateServices, "contractFiles">,
  { person, params }: Ask,
): Effect {
  return async (unit) => {
    const { updates } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    const { dealId, accountId } = action;
    const where = dealId ? { id: dealId } : { accountId: accountId ?? "" };
    const deals = await unit.deals.find({ ...where, ownerId: person.id, status: "open" });
    const ids = deals.map(({ id }) => id);
    if (ids.length === 0) return { toast: updates.callNoDeal };
    unit.post({ to: person.id, card: await draftPrompt(unit, services, { person, ids }) });
    return { toast: updates.callToast };
  };
}
