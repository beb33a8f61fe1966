// One confirm, by button or by form: only this writes on the deal, through the gate.
import type { Outcome } from "../../../card.ts";
import { Refused } from "../../../errors.ts";
import type { Change, Refusal } from "../../../gate/gate.ts";
import type { LeadView } from "../../../leads/gathering/customer.ts";
import type { Deal, Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Answer, Effect } from "../../../use-case.ts";
import type { Breach } from "../../contracts/find-breaches.ts";
import { sayBreach } from "../../contracts/say-breach.ts";
import { type About, aboutOf } from "../about.ts";
import { changesSince } from "../changes.ts";
import { labelOf } from "../deals.ts";
import { confirmedCard, endCard } from "../draft-card.ts";
import { keepDraft, ownUpdate } from "../drafts.ts";
import { changesToMake, keepMade } from "../from-lead/make-deal.ts";
import { crmOf, findObstacle } from "../from-lead/obstacle.ts";
import { oursAlone } from "../second/take-value.ts";
import type { UpdateServices } from "../services.ts";
import type { StageUpdate, Written } from "../stored.ts";
import { toDealSet } from "../values.ts";
import { type Filled, fillUpdate } from "./fill-update.ts";
import { scheduleWords } from "./keep-words.ts";
import { sayReminder, startNextStep } from "./next-step.ts";

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
    const about = await aboutOf(unit, filled);
    if (!about) return { toast: updates.notYours };
    const confirming = { person, update: filled, before: update, about, answer };
    return about.lead
      ? confirmNew(unit, services, { ...confirming, view: about.lead })
      : confirmOn(unit, services, confirming);
  };
}

/** Makes the deal of a lead, unless there is something in its way by now: then the card ends and says so. */
async function confirmNew(
  unit: Unit,
  services: UpdateServices,
  { view, ...confirming }: Confirming & { view: LeadView },
): Promise<Outcome> {
  const { person, before: update } = confirming;
  const obstacle = await obstacleTo(unit, services, { person, view });
  if (obstacle) return closeDraft(unit, { person, update, obstacle });
  return confirmOn(unit, services, confirming);
}

/** Since the card was drawn the lead may have been given back, become a deal elsewhere, or a CRM may keep the deals. */
async function obstacleTo(
  unit: Unit,
  services: UpdateServices,
  asked: { person: Person; view: LeadView },
): Promise<string | undefined> {
  const crm = crmOf(services);
  const { elsewhere } = readingOf(asked.person).texts.fromLead;
  return (await findObstacle(unit, asked)) ?? (crm && elsewhere.notHere({ crm }));
}

type Closing = { person: Person; update: StageUpdate; obstacle: string };

/** A card that can no longer be confirmed says why. */
async function closeDraft(unit: Unit, { person, update, obstacle }: Closing): Promise<Outcome> {
  const closed: StageUpdate = { ...update, state: "discarded" };
  await unit.stageUpdates.put(closed);
  const card = endCard({ unit, person, update: closed }, "discarded", "");
  return { toast: obstacle, card: { ...card, title: obstacle, tone: "warn", summary: obstacle } };
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
  about: About;
  answer: Answer;
};

async function confirmOn(
  unit: Unit,
  services: UpdateServices,
  confirming: Confirming,
): Promise<Outcome> {
  const { person, update, before, about } = confirming;
  const { updates } = readingOf(person).texts;
  const isSameDeal = before.dealId === update.dealId;
  const seen = isSameDeal ? before.understood.seen : null;
  const changes = changesSince(seen, about.deal, readingOf(person));
  if (changes.length > 0) {
    const card = await keepDraft(unit, services, { person, update, changes });
    return { toast: updates.changedToast, card };
  }
  const mark = unit.newId("fieldValue");
  const deal = about.lead ? { ...about.deal, id: unit.newId("deal") } : about.deal;
  const writing = { person, update, deal, isNew: about.lead !== undefined };
  const refusals = await writeDeal(unit, services, writing);
  if (refusals.length === 0) return finish(unit, { ...confirming, dealId: deal.id, mark });
  if (refusals.some(({ code }) => code === "forbidden" || code === "missing")) {
    return { toast: updates.notYours };
  }
  return askAgain(unit, services, { ...confirming, refusals });
}

type Writing = { person: Person; update: StageUpdate; deal: Deal; isNew: boolean };

function writeDeal(
  unit: Unit,
  { gate }: UpdateServices,
  { person, update, deal, isNew }: Writing,
): Promise<Refusal[]> {
  const said = { person, update, deal };
  return gate.apply(unit, {
    ...{ by: { kind: "person", person }, via: "chat", source: "chat", whole: true },
    ...(isNew ? { reason: "became a deal" } : {}),
    changes: isNew ? changesToMake(said, unit.now) : [changeToWrite(said, unit.now)],
  });
}

function changeToWrite({ person, update, deal }: Omit<Writing, "isNew">, now: number): Change {
  const { values, evidence, unknownUntil } = update.understood;
  const set = toDealSet(values, { person, deal, now });
  const proof = evidence.length > 0 ? { evidence } : {};
  return { kind: "deal", id: deal.id, set, unknownUntil, ...proof };
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
  { person, update, about, dealId, mark }: Confirming & { dealId: string; mark: string },
): Promise<Outcome> {
  const after = (await unit.deals.get(dealId)) ?? about.deal;
  const label = about.lead ? about.label : await labelOf(unit, dealId);
  const step = await startNextStep(unit, { person, update, deal: after, label });
  const written: Written = {
    ...{ ...step, mark },
    // A deal that was not there before differs in everything.
    fields: differences(about.lead ? undefined : about.deal, after),
    updatedAt: about.deal.updatedAt,
  };
  const done: StageUpdate = {
    ...update,
    ...{ dealId, state: "confirmed", confirmedAt: unit.now },
    understood: { ...update.understood, written },
  };
  await unit.stageUpdates.put(done);
  await scheduleWords(unit, { person, update: done, deal: after });
  if (about.lead) await keepMade(unit, after);
  const reading = readingOf(person);
  const reminder = await sayReminder(unit, step.actionId, reading);
  const card = confirmedCard(
    { unit, person, update: done },
    { ...about, deal: after, label },
    reminder,
  );
  return { toast: card.title, card };
}

/** What really changed, with what it was. */
function differences(before: Deal | undefined, after: Deal): Written["fields"] {
  const [was, is]: Record<string, unknown>[] = [before ?? {}, after];
  const fields = Object.keys(after).filter(
    (field) => field !== "updatedAt" && was?.[field] !== is?.[field],
  );
  return Object.fromEntries(
    fields.map((field) => [field, { from: was?.[field] ?? null, to: is?.[field] ?? null }]),
  );
}
