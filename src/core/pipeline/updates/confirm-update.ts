// One confirm, by button or by form: only this writes on the deal, through the gate.
import type { Outcome } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Refusal } from "../../gate/gate.ts";
import type { Deal, Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Answer, Effect } from "../../use-case.ts";
import type { Breach } from "../contracts/find-breaches.ts";
import { sayBreach } from "../contracts/say-breach.ts";
import { changesSince } from "./changes.ts";
import { confirmedCard } from "./draft-card.ts";
import { keepDraft, labelOf, ownUpdate } from "./drafts.ts";
import { type Filled, fillUpdate } from "./fill-update.ts";
import { scheduleWords } from "./keep-words.ts";
import { sayReminder, startNextStep } from "./next-step.ts";
import { oursAlone } from "./second/take-value.ts";
import type { UpdateServices } from "./services.ts";
import type { StageUpdate, Written } from "./stored.ts";
import { toDealSet } from "./values.ts";

/** Writes the update, or says in the same card what is still in its way. Pressed twice, it is written once. */
export function confirmUpdate(services: UpdateServices, answer: Answer): Effect {
  return async (unit) => {
    const { person, params } = answer;
    const { updates } = readingOf(person).texts;
    const found = await ownUpdate(unit, person, params.updateId);
    if (found.state !== "draft") return { toast: closedToast(found, person) };
    const update = asSeen(found, Boolean(params.early));
    const filled = fillUpdate(unit, update, answer);
    if ("errors" in filled) return filled;
    const isBlank = Object.keys(filled.understood.values).length === 0;
    if (isBlank) return { toast: updates.empty };
    const deal = await unit.deals.get(filled.dealId ?? "");
    if (!deal) return { toast: updates.notYours };
    return confirmOn(unit, services, { person, update: filled, before: update, deal, answer });
  };
}

/** What the pressed card showed: before a model answered, our reading alone. */
function asSeen(update: StageUpdate, isEarly: boolean): StageUpdate {
  return isEarly ? { ...update, understood: oursAlone(update.understood) } : update;
}

function closedToast({ state }: StageUpdate, person: Person): string {
  const { updates } = readingOf(person).texts;
  return state === "confirmed" ? updates.already : updates.closedBefore;
}

type Confirming = {
  person: Person;
  update: Filled;
  /** As it was before the form. */
  before: StageUpdate;
  deal: Deal;
  answer: Answer;
};

async function confirmOn(
  unit: Unit,
  services: UpdateServices,
  confirming: Confirming,
): Promise<Outcome> {
  const { person, update, before, deal } = confirming;
  const { updates } = readingOf(person).texts;
  const isSameDeal = before.dealId === update.dealId;
  const seen = isSameDeal ? before.understood.seen : null;
  const changes = changesSince(seen, deal, readingOf(person));
  if (changes.length > 0) {
    const card = await keepDraft(unit, services, { person, update, changes });
    return { toast: updates.changedToast, card };
  }
  const mark = unit.newId("fieldValue");
  const refusals = await writeDeal(unit, services, { person, update, deal });
  if (refusals.length === 0) return finish(unit, confirming, mark);
  if (refusals.some(({ code }) => code === "forbidden" || code === "missing")) {
    return { toast: updates.notYours };
  }
  return askAgain(unit, services, { ...confirming, refusals });
}

type Writing = { person: Person; update: StageUpdate; deal: Deal };

function writeDeal(
  unit: Unit,
  { gate }: UpdateServices,
  { person, update, deal }: Writing,
): Promise<Refusal[]> {
  const { values, evidence, unknownUntil } = update.understood;
  const set = toDealSet(values, { person, deal, now: unit.now });
  const proof = evidence.length > 0 ? { evidence } : {};
  return gate.apply(unit, {
    ...{ by: { kind: "person", person }, via: "chat", source: "chat", whole: true },
    changes: [{ kind: "deal", id: deal.id, set, unknownUntil, ...proof }],
  });
}

/** From a form its fields say what is wrong; from a button the card asks. Either way nothing is lost. */
async function askAgain(
  unit: Unit,
  services: UpdateServices,
  { person, update, answer, refusals }: Confirming & { refusals: Refusal[] },
): Promise<Outcome> {
  const reading = readingOf(person);
  const asked = (answer.params.fields ?? "").split(",");
  const breaches = refusals.flatMap((refusal) => refusal.breaches ?? []);
  const errors = errorsOf(breaches, reading);
  if (errors.size > 0 && [...errors.keys()].every((field) => asked.includes(field))) {
    return { errors: Object.fromEntries(errors) };
  }
  if (breaches.length === 0) throw new Refused("invalid", refusals[0]?.message ?? "");
  const card = await keepDraft(unit, services, { person, update });
  return { toast: reading.texts.updates.askedToast, card };
}

/** The first thing wrong with each field of the form. */
function errorsOf(breaches: readonly Breach[], reading: Reading): Map<string, string> {
  const errors = new Map<string, string>();
  for (const breach of breaches) {
    const { code, contract } = breach;
    const field = { no_evidence: "proof", unknown_refused: "unknownUntil" }[String(code)];
    const place = field ?? contract.field;
    if (!errors.has(place)) errors.set(place, sayBreach(breach, reading));
  }
  return errors;
}

async function finish(
  unit: Unit,
  { person, update, deal }: Confirming,
  mark: string,
): Promise<Outcome> {
  const after = (await unit.deals.get(deal.id)) ?? deal;
  const label = await labelOf(unit, deal.id);
  const step = await startNextStep(unit, { person, update, deal: after, label });
  const written: Written = {
    ...{ ...step, mark },
    fields: differences(deal, after),
    updatedAt: deal.updatedAt,
  };
  const done: StageUpdate = {
    ...update,
    ...{ state: "confirmed", confirmedAt: unit.now },
    understood: { ...update.understood, written },
  };
  await unit.stageUpdates.put(done);
  await scheduleWords(unit, { person, update: done, deal });
  const reading = readingOf(person);
  const reminder = await sayReminder(unit, step.actionId, reading);
  const card = confirmedCard({ unit, person, update: done }, { deal: after, label }, reminder);
  return { toast: reading.texts.updates.done({ deal: label }), card };
}

/** What really changed, with what it was. */
function differences(before: Deal, after: Deal): Written["fields"] {
  const [was, is]: Record<string, unknown>[] = [before, after];
  const fields = Object.keys(after).filter(
    (field) => field !== "updatedAt" && was?.[field] !== is?.[field],
  );
  return Object.fromEntries(
    fields.map((field) => [field, { from: was?.[field] ?? null, to: is?.[field] ?? null }]),
  );
}
