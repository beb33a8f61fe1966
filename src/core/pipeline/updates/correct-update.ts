// Putting an update right: every field in a form, filled with what was understood; or leaving the deal as it is.
import type { Card } from "../../card.ts";
import { readingOf } from "../../text/format.ts";
import type { Answer, Effect } from "../../use-case.ts";
import { aboutOf } from "./about.ts";
import { dealsOf } from "./deals.ts";
import { endCard } from "./draft-card.ts";
import { ownUpdate } from "./drafts.ts";
import { nameField } from "./from-lead/lead-blocks.ts";
import type { UpdateServices } from "./services.ts";
import { type StageUpdate, updateKey } from "./stored.ts";
import { allFields } from "./update-form.ts";

/** Opens the form; sending it confirms what it says. */
export async function correctUpdate(
  { store }: Pick<UpdateServices, "store">,
  { person, params }: Answer,
): Promise<Effect> {
  const deals = await dealsOf(store.read, person);
  return async (unit) => {
    const reading = readingOf(person);
    const { updates } = reading.texts;
    const update = await ownUpdate(unit, person, params.updateId);
    if (update.state !== "draft") return { toast: updates.closedBefore };
    const { values, fromLead } = update.understood;
    const fields = fromLead
      ? [nameField(fromLead, reading), ...allFields({ values, reading })]
      : allFields({ values, reading }, { deals, dealId: update.dealId ?? "" });
    const action = "update.confirm";
    const shown = fields.map(({ name }) => name).join(",");
    const ref = unit.arm({
      ...{ action, params: { updateId: update.id, fields: shown } },
      ...{ personId: person.id, cardKey: updateKey(update.id) },
    });
    const submit = { id: action, label: updates.confirm, ref, style: "primary" } as const;
    const title = updates.correctTitle;
    const card: Card = {
      ...{ key: `update_correct:${update.id}`, title, tone: "info", summary: title },
      blocks: [{ t: "form", id: `update_correct_${update.id}`, fields, submit }],
    };
    return { open: card };
  };
}

/** Nothing is written, and the card says so. */
export function discardUpdate({ person, params }: Answer): Effect {
  return async (unit) => {
    const update = await ownUpdate(unit, person, params.updateId);
    if (update.state !== "draft") return { toast: readingOf(person).texts.updates.closedBefore };
    const closed: StageUpdate = { ...update, state: "discarded" };
    await unit.stageUpdates.put(closed);
    const label = (await aboutOf(unit, update))?.label ?? "";
    return { card: endCard({ unit, person, update: closed }, "discarded", label) };
  };
}
