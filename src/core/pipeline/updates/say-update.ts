// Words become a draft with its card; nothing is written on the deal.
import { markActed } from "../../attention/show-nudge.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Effect, sayOnly } from "../../use-case.ts";
import { maxCharacters } from "../write-note.ts";
import { askUpdate } from "./ask-update.ts";
import { endCard } from "./draft-card.ts";
import { keepDraft, labelOf, newUpdate } from "./drafts.ts";
import { isAnswer, requireSeller, type Setting, settingOf, understandIn } from "./saying.ts";
import type { UpdateServices } from "./services.ts";
import { type Piece, type StageUpdate, updateKey } from "./stored.ts";
import { type Draft, isTelling } from "./understand.ts";

/** `isForwarded`: the words of a message somebody picked, which then stands behind the update. */
type Said = { person: Person; words: string; isForwarded?: boolean };

/** "update Acme: quote sent", "just spoke to Wang Li …": an update, whatever was understood of it. */
export async function sayUpdate(
  services: UpdateServices,
  { person, words, isForwarded = false }: Said,
): Promise<Effect> {
  requireSeller(person);
  const text = words.trim();
  if (text.length > maxCharacters) {
    throw new Refused("tooLong", `An update of ${text.length} characters.`, { max: maxCharacters });
  }
  const setting = await settingOf(services, person);
  if (setting.deals.length === 0) return sayOnly(readingOf(person).texts.updates.noDeals);
  if (!text) return askUpdate(person, setting.deals);
  const draft = understandIn(text, setting);
  return startDraft(services, { text, draft, setting, person, isForwarded });
}

/** Words nobody asked for: an update where they read as one, else nothing. */
export async function offerUpdate(
  services: UpdateServices,
  { person, words }: Said,
): Promise<Effect | undefined> {
  if (person.role !== "rep" && person.role !== "manager") return undefined;
  const setting = await settingOf(services, person);
  const draft = understandIn(words, setting);
  const isAbout =
    draft.isNamed ||
    isAnswer(setting.prompt, draft) ||
    (draft.dealId !== null && draft.dealId === setting.recentDealId);
  if (!isAbout || !isTelling(draft)) return undefined;
  return startDraft(services, { text: words.trim(), draft, setting, person });
}

type Starting = {
  text: string;
  draft: Draft;
  setting: Pick<Setting, "prompt">;
  person: Person;
  isForwarded?: boolean;
};

/** Keeps the draft and shows its card; the call or meeting it answers stands behind it. */
export function startDraft(services: UpdateServices, starting: Starting): Effect {
  const { text, draft, setting, person, isForwarded = false } = starting;
  const { dealId, choices, values, words } = draft;
  return async (unit) => {
    const prompt = isAnswer(setting.prompt, draft) ? setting.prompt : undefined;
    const talks = prompt?.understood.talks ?? [];
    const id = unit.newId("touch");
    const messages = isForwarded ? [{ id, text }] : [];
    const evidence: Piece[] = [
      ...talks.map(({ touchId }) => ({ kind: "meeting" as const, ref: touchId })),
      ...messages.map((message) => ({ kind: "message" as const, ref: message.id })),
    ];
    const more = { choices, values, words, talks, evidence, messages };
    const update = newUpdate(unit, person, { text, dealId, ...more });
    if (prompt) await closePrompt(unit, person, prompt);
    unit.post({ to: person.id, card: await keepDraft(unit, services, { person, update }) });
    return {};
  };
}

async function closePrompt(unit: Unit, person: Person, prompt: StageUpdate): Promise<void> {
  const update: StageUpdate = { ...prompt, state: "discarded" };
  await unit.stageUpdates.put(update);
  const cardKey = updateKey(prompt.id);
  const [nudge] = await unit.nudges.find({ personId: person.id, cardKey }, { limit: 1 });
  if (nudge && nudge.state !== "sent") {
    // It was still waiting to be sent, and there is nothing left to ask.
    return unit.nudges.put({ ...nudge, state: "digested", actedAt: unit.now });
  }
  await markActed(unit, person.id, cardKey);
  const label = prompt.dealId ? await labelOf(unit, prompt.dealId) : "";
  unit.post({ to: person.id, card: endCard({ unit, person, update }, "answered", label) });
}
