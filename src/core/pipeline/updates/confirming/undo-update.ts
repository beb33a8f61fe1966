// Taking a confirmed update back, for ten minutes: exactly, or not at all when somebody changed the deal since.
import type { Outcome } from "../../../card.ts";
import type { FieldValue } from "../../../facts.ts";
import { groupBy } from "../../../group-by.ts";
import { customerName, viewLead } from "../../../leads/gathering/customer.ts";
import type { Deal, Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { readingOf } from "../../../text/format.ts";
import type { Answer, Effect } from "../../../use-case.ts";
import { changesSince } from "../changes.ts";
import { labelOf } from "../deals.ts";
import { endCard } from "../draft-card.ts";
import { ownUpdate } from "../drafts.ts";
import { isUntouched, unmakeDeal } from "../from-lead/unmake-deal.ts";
import type { UpdateServices } from "../services.ts";
import { type StageUpdate, undoMs, type Written } from "../stored.ts";
import { withdrawWords } from "./keep-words.ts";
import { undoNextStep } from "./next-step.ts";

/** Puts the deal back as it was before; one that it made of a lead goes again. */
export function undoUpdate(
  services: Pick<UpdateServices, "gate">,
  { person, params }: Answer,
): Effect {
  return async (unit) => {
    const { updates } = readingOf(person).texts;
    const update = await ownUpdate(unit, person, params.updateId);
    const { written } = update.understood;
    const deal = await unit.deals.get(update.dealId ?? "");
    if (update.state !== "confirmed" || !written || !deal) return { toast: updates.closedBefore };
    if (unit.now - (update.confirmedAt ?? 0) > undoMs) {
      return { toast: updates.tooLate({ minutes: undoMs / 60_000 }) };
    }
    const undoing = { person, update, deal, written };
    const kept = await whyKept(unit, undoing);
    return kept === undefined ? undo(unit, services, undoing) : { toast: kept };
  };
}

type Undoing = { person: Person; update: StageUpdate; deal: Deal; written: Written };

const isMade = ({ update }: Undoing): boolean => update.understood.fromLead !== undefined;

/** Somebody changed something since, and what: then it stays. */
async function whyKept(unit: Unit, undoing: Undoing): Promise<string | undefined> {
  const { person, deal, written } = undoing;
  const { updates, fromLead } = readingOf(person).texts;
  const since = changedSince(written, { deal, person });
  if (since.length > 0) return updates.changedUndo({ changes: since.join(" · ") });
  return isMade(undoing) && !(await isUntouched(unit, deal)) ? fromLead.changedSince : undefined;
}

async function undo(
  unit: Unit,
  services: Pick<UpdateServices, "gate">,
  undoing: Undoing,
): Promise<Outcome> {
  const { person, update, deal } = undoing;
  const label = isMade(undoing) ? await leadLabel(unit, deal) : await labelOf(unit, deal.id);
  if (isMade(undoing)) await takeBack(unit, services, undoing);
  else await restore(unit, services, undoing);
  const undone: StageUpdate = { ...update, state: "undone", undoneAt: unit.now };
  await unit.stageUpdates.put(undone);
  return { card: endCard({ unit, person, update: undone }, "undone", label) };
}

/** What of the update is no longer as it was written, in words. */
function changedSince(
  { fields }: Written,
  { deal, person }: { deal: Deal; person: Person },
): string[] {
  const reading = readingOf(person);
  const asWritten = Object.fromEntries(
    Object.entries(fields).map(([field, { to }]) => [field, to]),
  );
  const now: Record<string, unknown> = deal;
  const others = Object.keys(asWritten).filter(
    (field) => (now[field] ?? null) !== asWritten[field],
  );
  if (others.length === 0) return [];
  const said = changesSince(asWritten, deal, reading);
  return said.length > 0 ? said : [reading.texts.updates.changed];
}

async function leadLabel(unit: Unit, { leadId, name }: Deal): Promise<string> {
  const view = await viewLead(unit, leadId ?? "");
  return view ? customerName(view) : name;
}

/** The deal was made by the update: with it everything else goes that the update left. */
async function takeBack(
  unit: Unit,
  services: Pick<UpdateServices, "gate">,
  { person, update, deal, written }: Undoing,
): Promise<void> {
  await undoNextStep(unit, written);
  await withdrawWords(unit, { update, deal });
  await unmakeDeal(unit, services, { person, deal });
}

async function restore(
  unit: Unit,
  { gate }: Pick<UpdateServices, "gate">,
  { person, update, deal, written }: Undoing,
): Promise<void> {
  const { updatedAt } = written;
  const was = Object.entries(written.fields).map(([field, { from }]) => [field, from]);
  const row: Deal = { ...deal, ...Object.fromEntries(was), updatedAt };
  const by = { kind: "person", person } as const;
  const books = { by, via: "chat", source: "chat", reason: "undo" } as const;
  await gate.restore(unit, books, [{ kind: "deal", row, before: deal }]);
  await restoreStandings(unit, update, written);
  await undoNextStep(unit, written);
  await withdrawWords(unit, { update, deal });
}

/** Whose word each field was, and how sure, counts again as before: what stood then is said again as it was. */
async function restoreStandings(
  unit: Unit,
  { dealId, understood }: StageUpdate,
  { fields, mark }: Written,
): Promise<void> {
  const unknown = Object.keys(understood.unknownUntil);
  const touched = [...Object.keys(fields), ...Object.keys(understood.values), ...unknown];
  const kind = { kind: "deal", recordId: dealId ?? "" };
  const values = await unit.fieldValues.find({ ...kind, field: [...new Set(touched)] });
  const rows = [...groupBy(values, ({ field }) => field).values()].flatMap((said) => {
    const before = standingRows(said.filter(({ id }) => id < mark));
    return before.length > 0 ? before : nothingKnown(said);
  });
  await unit.fieldValues.put(...rows.map((row) => ({ ...row, id: unit.newId("fieldValue") })));
}

/** The last value, and what was said after it of when it will be known. */
function standingRows(said: readonly FieldValue[]): FieldValue[] {
  const sorted = said.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const last = sorted.findLastIndex(
    ({ status }) => status !== "unknown" && status !== "unresolved",
  );
  const later = sorted.slice(last + 1).findLast(({ status }) => status === "unknown");
  const value = last < 0 ? [] : sorted.slice(last, last + 1);
  return later ? [...value, later] : value;
}

/** Where nobody had said anything, "not known until" no longer holds. */
function nothingKnown(said: readonly FieldValue[]): FieldValue[] {
  const unknown = said.findLast(({ status }) => status === "unknown");
  return unknown ? [{ ...unknown, until: null }] : [];
}
