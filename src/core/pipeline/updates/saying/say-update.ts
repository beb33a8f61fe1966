// Words become a draft with its card; nothing is written on the deal.
import { markActed } from "../../../attention/show-nudge.ts";
import { Refused } from "../../../errors.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { type Effect, sayOnly } from "../../../use-case.ts";
import { maxCharacters } from "../../write-note.ts";
import { labelOf } from "../deals.ts";
import { endCard } from "../draft-card.ts";
import { keepDraft, newUpdate } from "../drafts.ts";
import { tellOfLead } from "../from-lead/tell-of-lead.ts";
import { askAlong } from "../second/read-along.ts";
import type { UpdateServices } from "../services.ts";
import { type Piece, type StageUpdate, updateKey } from "../stored.ts";
import { askUpdate } from "./ask-update.ts";
import { isAnswer, requireSeller, type Setting, settingOf, understandAll } from "./saying.ts";
import { type Draft, isTelling, type Said } from "./understand.ts";

/** `isForwarded`: the words of a message somebody picked, which then stands behind the update. */
type Saying = { person: Person; words: string; isForwarded?: boolean };
/** `comment`: what whoever forwarded it added. */
type Forwarding = { person: Person; words: string; comment: string };

/** "update Acme: quote sent", "just spoke to Wang Li …": an update, whatever was understood of it. */
export async function sayUpdate(
  services: UpdateServices,
  { person, words, isForwarded = false }: Saying,
): Promise<Effect> {
  requireSeller(person);
  const text = words.trim();
  if (text.length > maxCharacters) {
    throw new Refused("tooLong", `An update of ${text.length} characters.`, { max: maxCharacters });
  }
  const setting = await settingOf(services, person);
  const all = understandAll(text, setting);
  const isAbout = all.some(({ draft }) => isAboutDeal(draft, setting));
  const telling = { person, words: text, setting };
  const ofLead = isAbout || !text ? undefined : await tellOfLead(services, telling);
  if (ofLead) return ofLead;
  if (setting.deals.length === 0) return sayOnly(readingOf(person).texts.updates.noDeals);
  if (!text) return askUpdate(person, setting.deals);
  return startDrafts(services, { all, setting, person, isForwarded });
}

/** A forwarded message: what was added to it is the update, where it reads as one, and rests on it; else it is read itself. */
export async function sayForwarded(
  services: UpdateServices,
  { person, words, comment }: Forwarding,
): Promise<Effect> {
  requireSeller(person);
  const setting = await settingOf(services, person);
  const all = comment.trim() === "" ? [] : understandAll(comment.trim(), setting);
  const isUpdate = all.some(({ draft }) => isAboutDeal(draft, setting) && isTelling(draft));
  if (!isUpdate) return sayUpdate(services, { person, words, isForwarded: true });
  return startDrafts(services, { all, setting, person, proof: words.slice(0, maxCharacters) });
}

/** Words nobody asked for: an update where they read as one, else nothing. */
export async function offerUpdate(
  services: UpdateServices,
  { person, words }: Saying,
): Promise<Effect | undefined> {
  if (person.role !== "rep" && person.role !== "manager") return undefined;
  const setting = await settingOf(services, person);
  const all = understandAll(words.trim(), setting);
  if (!all.some(({ draft }) => isTelling(draft))) return undefined;
  const isAbout = all.some(({ draft }) => isAboutDeal(draft, setting));
  const telling = { person, words: words.trim(), setting };
  const ofLead = isAbout ? undefined : await tellOfLead(services, telling);
  if (ofLead) return ofLead;
  const isNews = isAbout || all.some(({ draft }) => isNewsOfSome(draft, setting));
  if (!isNews) return undefined;
  return startDrafts(services, { all, setting, person });
}

function isAboutDeal(draft: Draft, { prompt, recentDealId }: Setting): boolean {
  const isRecent = draft.dealId !== null && draft.dealId === recentDealId;
  return draft.isNamed || isAnswer(prompt, draft) || isRecent;
}

/** A stage with another fact beside it is what a rep tells, whichever deal it is: the card asks. */
function isNewsOfSome({ values }: Draft, { deals }: Setting): boolean {
  const { stage, ...others } = values;
  return deals.length > 0 && stage !== undefined && isTelling({ values: others });
}

type Starting = {
  all: readonly Said[];
  setting: Pick<Setting, "prompt">;
  person: Person;
  isForwarded?: boolean;
  /** A message that stands behind it, in other words than its own. */
  proof?: string;
};

/** Keeps each draft and shows its card; the call or meeting they answer stands behind them. */
export function startDrafts(services: UpdateServices, starting: Starting): Effect {
  const { all, setting, person } = starting;
  const { prompt } = setting;
  return async (unit) => {
    if (prompt && all.some(({ draft }) => isAnswer(prompt, draft))) {
      await closePrompt(unit, person, prompt);
    }
    for (const said of all) {
      const draft = toUpdate(unit, said, starting);
      const update = await askAlong(unit, services, { person, update: draft });
      unit.post({ to: person.id, card: await keepDraft(unit, services, { person, update }) });
    }
    return {};
  };
}

function toUpdate(
  unit: Pick<Unit, "newId" | "now">,
  { text, draft }: Said,
  { setting: { prompt }, person, isForwarded = false, proof = "" }: Starting,
): StageUpdate {
  const { dealId, choices, values, words } = draft;
  const talks = isAnswer(prompt, draft) ? (prompt?.understood.talks ?? []) : [];
  const behind = isForwarded ? text : proof;
  const messages = behind ? [{ id: unit.newId("touch"), text: behind }] : [];
  const evidence: Piece[] = [
    ...talks.map(({ touchId }) => ({ kind: "meeting" as const, ref: touchId })),
    ...messages.map(({ id }) => ({ kind: "message" as const, ref: id })),
  ];
  const more = { choices, values, words, talks, evidence, messages };
  return newUpdate(unit, person, { text, dealId, ...more });
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
