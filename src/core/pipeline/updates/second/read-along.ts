// A model reads an update beside us: asked with its person's consent, after the card is there, and never in its way.
import type { Deal, Person } from "../../../model.ts";
import { standingConsent } from "../../../people/consent.ts";
import { localTime } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import { languageOf } from "../../../training/moves/text.ts";
import { partAbout } from "../../reading/split-update.ts";
import { changesSince } from "../changes.ts";
import { dealsOf } from "../deals.ts";
import { keepDraft } from "../drafts.ts";
import type { UpdateServices } from "../services.ts";
import type { SecondReading, StageUpdate, UpdateBody } from "../stored.ts";
import { compareReadings, withoutOpen } from "./compare-readings.ts";
import { groundReading, type ModelReading } from "./model-reading.ts";
import { type ReadAlong, toQuestion } from "./reader.ts";

export const secondJob = "update.second";
export type SecondPayload = { updateId: string; dealId: string };

/** It is offered with the first cards, and then no more: it stays under `privacy`. */
const mostOffers = 3;

type Asking = { person: Person; update: StageUpdate };

/** The draft with a model asked to read it too, where its person agreed; where they never said, with an offer. */
export async function askAlong(
  unit: Unit,
  { readAlong }: Pick<UpdateServices, "readAlong">,
  { person, update }: Asking,
): Promise<StageUpdate> {
  if (!readAlong || !update.dealId || !update.text) return update;
  const by = readAlong.endpoint;
  if (await standingConsent(unit, person.id, "update_model")) return asked(unit, update, by);
  const isDecided = (await unit.consents.find({ personId: person.id, purpose: "update_model" }))[0];
  const isNew = (await unit.stageUpdates.count({ personId: person.id })) < mostOffers;
  return isDecided || !isNew ? update : withSecond(update, { state: "offered", by });
}

/** Queues the question; the card says that it is on its way. */
export function asked(unit: Unit, update: StageUpdate, by: SecondReading["by"]): StageUpdate {
  const payload: SecondPayload = { updateId: update.id, dealId: update.dealId ?? "" };
  const key = `${secondJob}:${payload.updateId}:${payload.dealId}`;
  unit.schedule({ kind: secondJob, key, payload });
  return withSecond(update, { state: "waiting", by });
}

function withSecond(update: StageUpdate, second: Pick<SecondReading, "state" | "by">): StageUpdate {
  const none = { agreed: [], open: [] };
  return { ...update, understood: { ...update.understood, second: { ...none, ...second } } };
}

type Services = Pick<UpdateServices, "readAlong" | "store" | "contractFiles">;

/** The job: one question, and one change of the card; none where the update was answered meanwhile. */
export async function runSecond(
  { updateId, dealId }: SecondPayload,
  services: Services,
): Promise<(unit: Unit) => Promise<void>> {
  const { store, readAlong } = services;
  const update = await store.read.stageUpdates.get(updateId);
  const person = update && (await store.read.people.get(update.personId));
  if (!readAlong || !update || !person || !isWaiting(update, dealId)) return async () => {};
  const mayAsk = await standingConsent(store.read, person.id, "update_model");
  const read = mayAsk ? await readOne(services, readAlong, { person, update }) : undefined;
  return async (unit) => {
    const now = await unit.stageUpdates.get(updateId);
    const deal = await unit.deals.get(dealId);
    if (!now || !deal || !isWaiting(now, dealId)) return;
    const understood = join(now.understood, read, { deal, person, now: now.createdAt });
    const changes = changesSince(now.understood.seen, deal, readingOf(person));
    const drawn = { person, update: { ...now, understood }, changes };
    unit.post({ to: person.id, card: await keepDraft(unit, services, drawn) });
  };
}

function isWaiting({ state, dealId, understood }: StageUpdate, id: string): boolean {
  return state === "draft" && dealId === id && understood.second?.state === "waiting";
}

type Read = { reading: ModelReading; text: string };

/** What the model read of this deal; nothing where it did not answer, or took the words for another deal's. */
async function readOne(
  { store }: Pick<UpdateServices, "store">,
  readAlong: ReadAlong,
  { person, update }: Asking,
): Promise<Read | undefined> {
  const { dealId, createdAt: now } = update;
  const deals = await dealsOf(store.read, person);
  const text = partAbout(update.text, { deals, dealId: dealId ?? "" });
  const { question, ids } = toQuestion({ text, now, timeZone: person.timeZone, deals });
  const answered = await readAlong.read(question, languageOf(text));
  if ("failure" in answered) return undefined;
  const { deal } = answered.reading;
  const meant = deal === null ? dealId : ids[deal - 1];
  return meant === dealId ? { reading: answered.reading, text } : undefined;
}

type About = { deal: Deal; person: Person; now: number };

function join(body: UpdateBody, read: Read | undefined, { deal, person, now }: About): UpdateBody {
  const { second } = body;
  if (!second) return body;
  if (!read) return { ...body, second: { ...second, state: "silent" } };
  const today = localTime(now, person.timeZone).day;
  const theirs = groundReading(read.reading, { text: read.text, today });
  // Where the deal stands already is no move.
  if (theirs.values.stage === deal.stage) delete theirs.values.stage;
  const compared = compareReadings(body, theirs);
  return {
    ...body,
    values: withoutOpen(body.values, compared),
    second: { ...second, state: "read", ...compared },
  };
}
