// The form came back, or one of several deals was chosen: the words are read, or read again, about that deal.
import { readingOf } from "../../../text/format.ts";
import { type Answer, type Effect, textOf } from "../../../use-case.ts";
import { keepDraft, ownUpdate } from "../drafts.ts";
import { askAlong } from "../second/read-along.ts";
import type { UpdateServices } from "../services.ts";
import { startDrafts } from "./say-update.ts";
import { requireSeller, settingOf, understandAll } from "./saying.ts";
import { understandFor } from "./understand.ts";

/** What happened, by form. */
export async function submitUpdate(
  services: UpdateServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  requireSeller(person);
  const text = textOf(values, "text");
  const { form } = readingOf(person).texts.updates;
  if (!text) return async () => ({ errors: { text: form.wordless } });
  const setting = await settingOf(services, person);
  const chosen = setting.deals.find(({ id }) => id === textOf(values, "deal"));
  const all = chosen
    ? [{ text, draft: understandFor(text, chosen, setting) }]
    : understandAll(text, setting);
  const start = startDrafts(services, { all, setting, person });
  return async (unit) => {
    await start(unit);
    const { cardKey = "" } = params;
    return {
      card: { key: cardKey, title: form.taken, tone: "info", summary: form.taken, blocks: [] },
    };
  };
}

/** One of several deals. */
export async function chooseDeal(
  services: UpdateServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const setting = await settingOf(services, person);
  const wanted = params.dealId ?? textOf(values, "deal");
  const deal = setting.deals.find(({ id }) => id === wanted);
  const { updates } = readingOf(person).texts;
  if (!deal) return async () => ({ toast: updates.notYours, errors: { deal: updates.notYours } });
  return async (unit) => {
    const update = await ownUpdate(unit, person, params.updateId);
    if (update.state !== "draft") return { toast: updates.closedBefore };
    const at = { ...setting, now: update.createdAt };
    const read = understandFor(update.text, deal, at);
    const { values: said, words } = read;
    const understood = { ...update.understood, choices: [], values: said, words };
    const draft = { ...update, dealId: deal.id, understood };
    const chosen = await askAlong(unit, services, { person, update: draft });
    return { card: await keepDraft(unit, services, { person, update: chosen }) };
  };
}
