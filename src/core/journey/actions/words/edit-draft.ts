// The draft in a field, to change and to copy: Ringside writes to no customer.
import type { Card } from "../../../card.ts";
import { readingOf } from "../../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../../use-case.ts";
import { isPending, keepAction } from "../keep-card.ts";
import { actionKey } from "../next-action.ts";
import { ownAction } from "../own-action.ts";
import { draftOf } from "./draft.ts";

const longestDraft = 3_000;

/** The draft in a form, for whoever's action it is. */
export function askDraft({ person, params }: Ask): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const { actions } = reading.texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    const title = actions.draft.formTitle({ customer: action.reasons.customer });
    const value = draftOf(action, person, reading);
    const ref = unit.arm({
      ...{ action: "action.draft.submit", params: { actionId: action.id } },
      ...{ personId: person.id, cardKey: params.cardKey ?? actionKey(action) },
    });
    const card: Card = {
      ...{ key: `draft:${action.id}`, title, tone: "info", summary: actions.draft.title },
      blocks: [
        {
          t: "form",
          id: "draft",
          fields: [
            { kind: "multiline", name: "draft", label: actions.draft.field, required: true, value },
          ],
          submit: { id: "action.draft.submit", label: actions.draft.submit, ref },
        },
      ],
    };
    return { open: card };
  };
}

/** Kept with the action as it was changed. */
export function keepDraft({ person, params, values }: Answer): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    const draft = textOf(values, "draft").slice(0, longestDraft);
    if (!draft) return { errors: { draft: actions.draft.empty } };
    const kept = { ...action, reasons: { ...action.reasons, draft } };
    return { toast: actions.draft.saved, card: await keepAction(unit, person, kept) };
  };
}
