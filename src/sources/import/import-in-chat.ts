// A file dropped into the chat: looked at, shown with what each column becomes, imported on a manager's word.
import { type Card, text } from "../../core/card.ts";
import { Refused } from "../../core/errors.ts";
import type { Gate } from "../../core/gate/gate.ts";
import { scheduleScan } from "../../core/identity/duplicates/scan.ts";
import { cancelledCard, doneCard } from "../../core/importing/done-card.ts";
import type { ImportPreview, ImportProgress, MappingEdit } from "../../core/importing/model.ts";
import {
  type ImportCard,
  importKey,
  previewCard,
  toMappingEdit,
} from "../../core/importing/preview-card.ts";
import { progressCard } from "../../core/importing/progress-card.ts";
import { scheduleAssignment } from "../../core/leads/assigning/schedule-assignment.ts";
import type { Person } from "../../core/model.ts";
import type { AssetStore, EventLog, Store, Unit } from "../../core/ports.ts";
import { type Reading, readingOf } from "../../core/text/format.ts";
import type { Answer, Effect } from "../../core/use-case.ts";
import { importData, previewImport } from "./import-data.ts";

export type ImportServices = { store: Store; gate: Gate; events: EventLog; assets: AssetStore };

export const importJob = "import.run";

/** What the job of a confirmed import carries. */
export type ImportPayload = {
  batchId: string;
  assetId: string;
  personId: string;
  values: Record<string, string | number | string[]>;
};

/** Progress is told at most this often; a card edited faster is noise, and platforms refuse it. */
const tellEveryMs = 2_000;

/** Shows what the file would become. Stores nothing but the preview. */
export async function onImportFile(
  services: ImportServices,
  person: Person,
  { assetId, name }: { assetId: string; name: string },
): Promise<Effect> {
  const file = await services.assets.read(assetId);
  if (!file) throw new Refused("empty", `There is no asset ${assetId}.`);
  const from = services.assets.pathOf(file.asset);
  const by = { kind: "person", person } as const;
  try {
    const preview = await previewImport({ store: services.store, by, from });
    return showPreview(preview, { person, assetId, name });
  } catch (error) {
    if (error instanceof Refused) return refuse(person, { code: error.code, name });
    throw error;
  }
}

type Dropped = { person: Person; assetId: string; name: string };

function showPreview(preview: ImportPreview, { person, assetId, name }: Dropped): Effect {
  return async (unit) => {
    const batchId = unit.newId("batch");
    await unit.importBatches.put({
      id: batchId,
      kind: preview.command,
      source: preview.source,
      actorId: person.id,
      state: "preview",
      mapping: preview.mapping,
      counts: {},
      warnings: preview.warnings,
      startedAt: unit.now,
      finishedAt: null,
    });
    const ref = (action: string, params: { batchId: string }) =>
      unit.arm({
        action,
        params: { ...params, assetId, name },
        personId: person.id,
        cardKey: importKey(batchId),
      });
    const card = previewCard(preview, { name, batchId, reading: readingOf(person), ref });
    unit.post({ to: person.id, card });
    return {};
  };
}

function refuse(person: Person, { code, name }: { code: string; name: string }): Effect {
  return async (unit) => {
    const key = `import_refused:${unit.newId("message")}`;
    unit.post({
      to: person.id,
      card: refusalCard(key, { code, name, reading: readingOf(person) }),
    });
    return {};
  };
}

/** The manager said yes: the import runs as a job, the card says how far it is. Once per preview. */
export function confirmImport({ person, params, values }: Answer): Effect {
  return async (unit) => {
    const { batchId = "", assetId = "", name = "" } = params;
    const batch = await unit.importBatches.get(batchId);
    const reading = readingOf(person);
    if (batch?.state !== "preview") return { toast: reading.texts.chat.busy };
    await unit.importBatches.update(batchId, { state: "running" });
    const payload: ImportPayload = { batchId, assetId, personId: person.id, values };
    unit.schedule({ kind: importJob, key: `${importJob}:${batchId}`, payload });
    const { title, summary } = reading.texts.importing.progress;
    const words = { title: title({ name }), summary: summary({ name }) };
    return { card: { key: importKey(batchId), tone: "info", ...words, blocks: [] } };
  };
}

/** The manager said no. */
export function cancelImport({ person, params }: Answer): Effect {
  return async (unit) => {
    const { batchId = "", name = "" } = params;
    const batch = await unit.importBatches.get(batchId);
    const reading = readingOf(person);
    if (batch?.state !== "preview") return { toast: reading.texts.chat.busy };
    await unit.importBatches.update(batchId, { state: "cancelled", finishedAt: unit.now });
    return { card: cancelledCard({ name, batchId, reading }) };
  };
}

/** The job: imports batch by batch in transactions of its own, so that run again after a crash it goes on. */
export async function runImportJob(
  { batchId, assetId, personId, values }: ImportPayload,
  services: ImportServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { store, assets } = services;
  const person = await store.read.people.get(personId);
  const file = await assets.read(assetId);
  if (!person || !file)
    throw new Refused("gone", `Import ${batchId} has lost its person or its file.`);
  const told = { name: file.asset.name, batchId, reading: readingOf(person) };
  const post = (unit: Unit, card: Card) => unit.post({ to: person.id, card });
  const tell = createTeller((progress) =>
    store.write(async (unit) => post(unit, progressCard(progress, told))),
  );
  const importing = importData({
    ...services,
    by: { kind: "person", person },
    from: assets.pathOf(file.asset),
    batchId,
    confirm: async (preview) => toAnswer(toMappingEdit(preview, values)),
    progress: tell.hear,
    onBatch: (unit, { leadIds }) => scheduleAssignment(unit, leadIds, leadIds.join()),
  });
  const outcome = await importing.then(
    (report) => doneCard(report, told),
    (error: unknown) => toFailedCard(error, told),
  );
  await tell.done();
  return async (unit) => {
    post(unit, outcome);
    const batch = await unit.importBatches.get(batchId);
    const since = batch?.startedAt ?? unit.now;
    scheduleScan(unit, batchId, { since, askedBy: person.id });
  };
}

/** The job was given up: says so on its card. What was imported before stays; the same file goes on from there. */
export async function tellImportFailed(
  { batchId, assetId, personId }: ImportPayload,
  { store, assets }: ImportServices,
): Promise<(unit: Unit) => Promise<void>> {
  const person = await store.read.people.get(personId);
  const file = await assets.read(assetId);
  return async (unit) => {
    await unit.importBatches.update(batchId, { state: "failed", finishedAt: unit.now });
    if (!person) return;
    const name = file?.asset.name ?? "";
    const told = { code: "given_up", name, reading: readingOf(person) };
    unit.post({ to: person.id, card: refusalCard(importKey(batchId), told) });
  };
}

/** A file that cannot be imported after all is told on the same card; anything else is tried again. */
function toFailedCard(error: unknown, { name, batchId, reading }: ImportCard): Card {
  if (!(error instanceof Refused)) throw error;
  return refusalCard(importKey(batchId), { code: error.code, name, reading });
}

function refusalCard(
  key: string,
  { code, name, reading }: { code: string; name: string; reading: Reading },
): Card {
  const { importRefusals } = reading.texts;
  const sentence = importRefusals[code] ?? importRefusals.otherwise ?? code;
  const blocks: Card["blocks"] = [{ t: "text", text: [text(sentence)] }];
  return { key, title: name, tone: "warn", summary: sentence, blocks };
}

function toAnswer(edit: MappingEdit): true | MappingEdit {
  return edit.some(({ columns }) => Object.keys(columns).length > 0) ? edit : true;
}

/** Passes on the latest progress, one at a time and not too often. */
function createTeller(tell: (progress: ImportProgress) => Promise<void>) {
  let last = 0;
  let telling: Promise<void> = Promise.resolve();
  return {
    hear(progress: ImportProgress): void {
      const now = performance.now();
      if (now - last < tellEveryMs) return;
      last = now;
      telling = telling.then(() => tell(progress)).catch(() => {});
    },
    done: () => telling,
  };
}
