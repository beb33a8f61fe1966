// What a person brings as evidence: a link or a customer's words in a form, a file dropped into the conversation.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import { keepDraft } from "./drafts.ts";
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
  const { read } = services.store;
  const drafts = await read.stageUpdates.find(
    { personId: person.id, state: "draft", createdAt: { gte: services.clock() - fileMs } },
    { order: { by: "createdAt", descending: true }, limit: 10 },
  );
  for (const draft of drafts) {
    if (await isUnproved(services, person, draft))
      return addFile(services, { person, assetId, draft });
  }
  return undefined;
}

async function isUnproved(
  { store: { read }, contractFiles, clock }: UpdateServices,
  person: Person,
  { dealId, understood }: StageUpdate,
): Promise<boolean> {
  const deal = dealId ? await read.deals.get(dealId) : undefined;
  if (!deal) return false;
  const asked = { person, deal, body: understood, now: clock() };
  const breaches = await findNeeds(read, contractFiles, asked);
  return breaches.some(({ code }) => code === "no_evidence");
}

type Adding = { person: Person; assetId: string; draft: StageUpdate };

function addFile(services: UpdateServices, { person, assetId, draft }: Adding): Effect {
  return async (unit) => {
    const update = (await unit.stageUpdates.get(draft.id)) ?? draft;
    if (update.state !== "draft") return {};
    const { evidence } = update.understood;
    const understood: UpdateBody = {
      ...update.understood,
      evidence: [...evidence, { kind: "file", ref: assetId }],
    };
    const card = await keepDraft(unit, services, { person, update: { ...update, understood } });
    unit.post({ to: person.id, card });
    // The card stands above the file, and an edit is not noticed.
    const title = readingOf(person).texts.updates.proof.taken;
    const told: Card = { key: `file:${assetId}`, title, tone: "good", summary: title, blocks: [] };
    unit.post({ to: person.id, card: told });
    return {};
  };
}
