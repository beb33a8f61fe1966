// What a manager does with a draft: publish it, change it first, or refuse it with a reason. One reminder within the day.
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { Card } from "../../card.ts";
import { hourMs } from "../../durations.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { tactics } from "../../training/playbook.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { editCard, refuseCard, reviewCard, reviewKey } from "./cards.ts";
import { cleanerFor, linesOf } from "./draft-script.ts";
import type { DebriefServices } from "./services.ts";
import type { ScriptAsset } from "./stored.ts";

export const remindJob = "debrief.remind";
export type RemindPayload = { assetId: string };

/** Four hours are left of the day in which the team is to have it. */
const remindAfterMs = 20 * hourMs;
const tellValue = 0.4;

/** Has the manager reminded, if the draft still lies there. */
export function scheduleReminder(unit: Unit, assetId: string): void {
  const payload: RemindPayload = { assetId };
  const runAt = unit.now + remindAfterMs;
  unit.schedule({ kind: remindJob, key: `${remindJob}:${assetId}`, runAt, payload });
}

/** The job: the one reminder. */
export async function remindReviewer(
  { assetId }: RemindPayload,
  { workdays }: Pick<DebriefServices, "workdays">,
): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const asset = await unit.scriptAssets.get(assetId);
    const person = await unit.people.get(asset?.reviewerId ?? "");
    const rep = await unit.people.get(asset?.provenance.personId ?? "");
    if (asset?.state !== "draft" || !person?.active || !rep) return;
    const about = { asset, rep: rep.name, isReminder: true };
    const card = reviewCard(unit, person, about);
    await offerNudge(unit, workdays, { person, kind: "strategy", value: 0.6, card });
  };
}

/** From now on the team finds it. */
export async function publishScript(
  services: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const asset = await ownReview(services.store.read, person, params.assetId);
  const { review } = readingOf(person).texts.debrief;
  return async (unit) => {
    if (!(await isWaiting(unit, asset))) return { toast: review.publishedToast };
    await unit.scriptAssets.update(asset.id, { state: "reviewed", updatedAt: unit.now });
    await close(unit, { asset, person, action: "script.published" });
    await tellRep(unit, services, {
      asset,
      line: (words) => words.published({ name: person.name }),
    });
    return {
      toast: review.publishedToast,
      card: doneCard(person, { asset, key: params.cardKey, line: review.published }),
    };
  };
}

/** Opens the form. */
export async function editScript(
  { store, library }: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const asset = await ownReview(store.read, person, params.assetId);
  const verticals = [...new Set(library().playbooks.map(({ vertical }) => vertical))].sort();
  return async (unit) => ({
    open: editCard(unit, person, { asset, verticals, key: params.cardKey }),
  });
}

/** What a manager writes is cleaned like what a rep said. */
export async function submitEdit(
  services: DebriefServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const { read } = services.store;
  const asset = await ownReview(read, person, params.assetId);
  const rep = await read.people.get(asset.provenance.personId);
  const { review } = readingOf(person).texts.debrief;
  const clean = await cleanerFor(read, asset.language);
  const [when, said, why] = ["when", "say", "why"].map((name) => clean(textOf(values, name)).text);
  if (!when || !said) return async () => ({ errors: { [when ? "say" : "when"]: review.missing } });
  const tactic = tactics.find((each) => each === textOf(values, "tactic")) ?? asset.tactic;
  const playbook = textOf(values, "playbook") || asset.playbook;
  return async (unit) => {
    const provenance = { ...asset.provenance, when, customer: when, why: why ?? "" };
    const text = linesOf(said).join("\n");
    const edited = { ...asset, provenance, text, tactic, playbook, updatedAt: unit.now };
    await unit.scriptAssets.put(edited);
    const card = reviewCard(unit, person, {
      asset: edited,
      rep: rep?.name ?? "",
      key: params.cardKey,
    });
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Asks why not. */
export async function refuseScript(
  { store }: DebriefServices,
  { person, params }: Ask,
): Promise<Effect> {
  const asset = await ownReview(store.read, person, params.assetId);
  return async (unit) => ({ open: refuseCard(unit, person, { asset, key: params.cardKey }) });
}

/** Refused: its author hears the reason. */
export async function submitRefusal(
  services: DebriefServices,
  { person, params, values }: Answer,
): Promise<Effect> {
  const asset = await ownReview(services.store.read, person, params.assetId);
  const { review } = readingOf(person).texts.debrief;
  const reason = textOf(values, "reason");
  if (!reason) return async () => ({ errors: { reason: review.missing } });
  return async (unit) => {
    if (!(await isWaiting(unit, asset))) return {};
    await unit.scriptAssets.update(asset.id, { state: "retired", updatedAt: unit.now });
    await close(unit, { asset, person, action: "script.refused" });
    await tellRep(unit, services, {
      asset,
      line: (words) => words.refused({ name: person.name, reason }),
    });
    unit.post({
      to: person.id,
      card: doneCard(person, { asset, key: params.cardKey, line: review.refused }),
    });
    return {};
  };
}

/** Whether nobody decided in between: a press may come twice. */
async function isWaiting(unit: Unit, { id }: ScriptAsset): Promise<boolean> {
  return (await unit.scriptAssets.get(id))?.state === "draft";
}

type Closing = { asset: ScriptAsset; person: Person; action: string };

async function close(unit: Unit, { asset, person, action }: Closing): Promise<void> {
  const { debriefId } = asset.provenance;
  // A colleague's answer comes from a talk, not from a debrief.
  if (debriefId) await unit.debriefs.update(debriefId, { state: "reviewed", closedAt: unit.now });
  await unit.audits.put({
    ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat", action },
    ...{ kind: "script", recordId: asset.id, detail: {} },
  });
}

type Words = ReturnType<typeof readingOf>["texts"]["debrief"]["told"];
type Telling = { asset: ScriptAsset; line: (words: Words) => string };

async function tellRep(
  unit: Unit,
  { workdays }: DebriefServices,
  { asset, line }: Telling,
): Promise<void> {
  const person = await unit.people.get(asset.provenance.personId);
  if (!person?.active) return;
  const title = line(readingOf(person).texts.debrief.told);
  const card: Card = {
    ...{ key: `script_told:${asset.id}`, title, tone: "info", blocks: [] },
    summary: readingOf(person).texts.debrief.title,
  };
  await offerNudge(unit, workdays, { person, kind: "strategy", value: tellValue, card });
}

type Done = { asset: ScriptAsset; key: string | undefined; line: string };

function doneCard(person: Person, { asset, key, line }: Done): Card {
  const { title } = readingOf(person).texts.debrief;
  return {
    ...{ key: key ?? reviewKey(asset), title, tone: "good", summary: title },
    blocks: [{ t: "text", text: [{ t: "text", text: line }] }],
  };
}

/** A draft that was sent to this manager and waits. */
async function ownReview(read: Reader, person: Person, id = ""): Promise<ScriptAsset> {
  const asset = await read.scriptAssets.get(id);
  if (asset?.reviewerId === person.id && asset.state === "draft") return asset;
  throw new NotFound("gone", `No draft ${id} for ${person.id}.`);
}
