// What a person brings as evidence: a link or a customer's words in a form, a file dropped into the conversation, a
// message that was forwarded or pasted there.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { excerpt } from "../note-cards.ts";
import { maxCharacters } from "../write-note.ts";
import { aboutOf } from "./about.ts";
import { keepDraft, ownUpdate } from "./drafts.ts";
import { findNeeds } from "./needs.ts";
import type { UpdateServices } from "./services.ts";
import type { StageUpdate, UpdateBody } from "./stored.ts";

/** A link is one; other words are the customer's, and kept. */
export function withProof(body: UpdateBody, proof: string, unit: Pick<Unit, "newId">): UpdateBody {
  const link = /https?:\/\/[^\s<>"']{4,}/iu.exec(proof)?.[0]?.slice(0, 2_000);
  if (!proof || (link && body.evidence.some(({ ref }) => ref === link))) return body;
  if (link) return { ...body, evidence: [...body.evidence, { kind: "link", ref: link }] };
  if (isTooShort(proof) || body.messages.some(({ text }) => text === proof)) return body;
  const id = unit.newId("touch");
  return {
    ...body,
    evidence: [...body.evidence, { kind: "message", ref: id }],
    messages: [...body.messages, { id, text: proof }],
  };
}

/** A word or two is nobody's message: "yes", "n/a", 待定. */
export const isTooShort = (proof: string): boolean =>
  [...proof.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "")].length < 4;

/** A file dropped within so long after the card that asked for evidence is that evidence. */
const fileMs = 60 * 60_000;

/** A file for the draft that asks for evidence; nothing where none does. */
export async function offerFile(
  services: UpdateServices,
  { person, assetId }: { person: Person; assetId: string },
): Promise<Effect | undefined> {
  const draft = await unprovedDraft(services, person);
  return draft && addFile(services, { person, assetId, draft });
}

/** The latest draft that asks what it rests on. */
async function unprovedDraft(
  services: UpdateServices,
  person: Person,
): Promise<StageUpdate | undefined> {
  const { read } = services.store;
  const drafts = await read.stageUpdates.find(
    { personId: person.id, state: "draft", createdAt: { gte: services.clock() - fileMs } },
    { order: { by: "createdAt", descending: true }, limit: 10 },
  );
  for (const draft of drafts) {
    if (await isUnproved(services, person, draft)) return draft;
  }
  return undefined;
}

async function isUnproved(
  { store: { read }, contractFiles, clock }: UpdateServices,
  person: Person,
  update: StageUpdate,
): Promise<boolean> {
  const about = await aboutOf(read, update);
  if (!about) return false;
  const asked = { person, deal: about.deal, body: update.understood, now: clock() };
  const breaches = await findNeeds(read, contractFiles, asked);
  return breaches.some(({ code }) => code === "no_evidence");
}

type Adding = { person: Person; assetId: string; draft: StageUpdate };

function addFile(services: UpdateServices, { person, assetId, draft }: Adding): Effect {
  const { taken } = readingOf(person).texts.updates.proof;
  return addProof(services, {
    ...{ person, draft, key: `file:${assetId}`, told: taken },
    add: (body) => ({ ...body, evidence: [...body.evidence, { kind: "file", ref: assetId }] }),
  });
}

type Words = { person: Person; words: string; isForwarded: boolean };

/**
 * A message for the draft that asks for evidence; nothing where none does. What the platform marks as forwarded is taken
 * at once. Other words may be their own: one tap says that they are the customer's.
 */
export async function offerMessage(
  services: UpdateServices,
  { person, words, isForwarded }: Words,
): Promise<Effect | undefined> {
  const text = words.trim().slice(0, maxCharacters);
  const isEnough = !isTooShort(text) || /https?:/iu.test(text);
  const draft = isEnough ? await unprovedDraft(services, person) : undefined;
  if (!draft) return undefined;
  if (isForwarded) return addWords(services, { person, text, draft });
  const label = (await aboutOf(services.store.read, draft))?.label ?? "";
  return async (unit) => {
    unit.post({ to: person.id, card: askCard(unit, { person, text, draft, label }) });
    return {};
  };
}

/** "It is what the customer wrote". */
export async function takeMessage(
  services: UpdateServices,
  { person, params }: Ask,
): Promise<Effect> {
  const { updates } = readingOf(person).texts;
  const draft = await ownUpdate(services.store.read, person, params.updateId);
  if (draft.state !== "draft") return sayOnly(updates.closedBefore);
  return addWords(services, { person, text: params.text ?? "", draft });
}

type Asking = { person: Person; text: string; draft: StageUpdate; label: string };

function askCard(unit: Unit, { person, text: words, draft, label }: Asking): Card {
  const reading = readingOf(person);
  const { proof } = reading.texts.updates;
  const key = `proof:${unit.newId("message")}`;
  const params = { updateId: draft.id, text: words };
  const ref = unit.arm({ action: "update.prove", params, personId: person.id, cardKey: key });
  const title = proof.isIt({ deal: label });
  return {
    ...{ key, title, tone: "info", summary: title },
    blocks: [
      ...excerpt(words, reading),
      { t: "actions", actions: [{ id: "update.prove", label: proof.theirs, ref }] },
    ],
  };
}

type AddingWords = { person: Person; text: string; draft: StageUpdate };

function addWords(services: UpdateServices, { person, text, draft }: AddingWords): Effect {
  const { takenWords } = readingOf(person).texts.updates.proof;
  return async (unit) =>
    addProof(services, {
      ...{ person, draft, key: `proof:${unit.newId("message")}`, told: takenWords },
      add: (body) => withProof(body, text, unit),
    })(unit);
}

type AddingProof = {
  person: Person;
  draft: StageUpdate;
  /** The key and words of the card that says it was taken. */
  key: string;
  told: string;
  add: (body: UpdateBody) => UpdateBody;
};

function addProof(
  services: UpdateServices,
  { person, draft, key, told: title, add }: AddingProof,
): Effect {
  return async (unit) => {
    const update = (await unit.stageUpdates.get(draft.id)) ?? draft;
    if (update.state !== "draft") return {};
    const understood = add(update.understood);
    const card = await keepDraft(unit, services, { person, update: { ...update, understood } });
    unit.post({ to: person.id, card });
    // The card stands above, and an edit is not noticed.
    const told: Card = { key, title, tone: "good", summary: title, blocks: [] };
    unit.post({ to: person.id, card: told });
    return {};
  };
}
