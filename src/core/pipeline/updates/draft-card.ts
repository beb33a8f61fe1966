// The card of an update: what was understood, with its words; what is still asked; one confirm. Then the final state.
import { heading, note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, emph, type Inline, text } from "../../card.ts";
import { withoutSecrets } from "../../journey/actions/lock-screen.ts";
import type { Deal, Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import type { Breach } from "../contracts/find-breaches.ts";
import { sayBreach } from "../contracts/say-breach.ts";
import { excerpt } from "../note-cards.ts";
import { cut } from "../note-form.ts";
import type { About } from "./about.ts";
import type { OpenDeal } from "./deals.ts";
import { leadBlocks, wordsOf } from "./from-lead/lead-blocks.ts";
import { secondBlocks, type ToButton } from "./second/second-blocks.ts";
import { type StageUpdate, type UpdateField, undoMs, updateFields, updateKey } from "./stored.ts";
import { askedFields, dealField } from "./update-form.ts";
import { sayDealValue, sayValue } from "./values.ts";

/** What every card of an update is drawn from. */
export type View = { unit: Pick<Unit, "arm">; person: Person; update: StageUpdate };

/** Deals that get a button; with more there is a list. */
const mostButtons = 5;

/** Understood, and waiting for its person. `changes`: of the deal, since the card was first shown. */
export function draftCard(
  view: View,
  about: About,
  { breaches, changes }: { breaches: readonly Breach[]; changes: readonly string[] },
): Card {
  const { person, update } = view;
  const reading = readingOf(person);
  const { updates } = reading.texts;
  const isAsking = breaches.length > 0;
  return {
    ...headOf(view, wordsOf(about, reading).title),
    subtitle: wordsOf(about, reading).stands,
    tone: changes.length > 0 || isAsking ? "warn" : "info",
    blocks: [
      ...saidBlocks(update, reading),
      ...(changes.length > 0 ? linesOf(updates.changed, changes) : []),
      ...leadBlocks(about, reading),
      ...valueBlocks(update, about.lead ? undefined : about.deal, reading),
      ...proofBlocks(update, reading),
      ...readAlongBlocks(view, about.deal, reading),
      ...(isAsking ? askBlocks(view, breaches, reading) : []),
      { t: "actions", actions: buttonsOf(view, reading, isAsking) },
    ],
  };
}

function headOf({ update }: View, title: string) {
  return { key: updateKey(update.id), title, summary: withoutSecrets(title) };
}

/** People's words stay as they said them. */
function saidBlocks({ text: words }: StageUpdate, reading: Reading): Block[] {
  return words ? excerpt(words, reading) : [];
}

const linesOf = (title: string, lines: readonly string[]): Block[] => [
  heading(title),
  ...lines.map(sentence),
];

function valueBlocks(
  { understood }: StageUpdate,
  deal: Deal | undefined,
  reading: Reading,
): Block[] {
  const { values, words, second } = understood;
  const { agreed } = reading.texts.secondReading;
  const currency = values.currency ?? deal?.currency ?? null;
  const shown = updateFields.filter(
    (field) => values[field] !== undefined && (field !== "currency" || values.amount === undefined),
  );
  if (shown.length === 0) return [];
  const items = shown.map((field) => ({
    label: reading.texts.updates.fields[field] ?? field,
    value: [
      text(sayValue(field, { values, currency, reading })),
      ...beforeOf(field, deal, reading),
      ...(words[field] ? [emph(`  ${reading.texts.updates.words({ words: words[field] })}`)] : []),
      ...(second?.agreed.includes(field) ? [emph(agreed)] : []),
    ],
  }));
  return [{ t: "fields", items }];
}

/** What it was, where there was something. */
function beforeOf(field: UpdateField, deal: Deal | undefined, reading: Reading): Inline[] {
  if (!deal || field === "sentiment" || field === "risk") return [];
  const was = sayDealValue(field, deal, reading);
  return was ? [text(reading.texts.updates.was({ value: was }))] : [];
}

function proofBlocks({ understood: { talks, evidence } }: StageUpdate, reading: Reading): Block[] {
  const { texts, format } = reading;
  const meetings = talks.map(({ type, at, customer }) => {
    const what = type.startsWith("call") ? texts.updates.proof.call : texts.updates.proof.meeting;
    return what({ customer, time: `${format.day(at)} ${format.time(at)}` });
  });
  const others = evidence
    .filter(({ kind }) => kind !== "meeting")
    .map(({ kind, ref }) =>
      kind === "link" ? cut(ref, 80) : (texts.contracts.evidence[kind] ?? kind),
    );
  const proofs = [...meetings, ...others];
  if (proofs.length === 0) return [];
  const words = texts.updates.proof.restsOn({ proofs: proofs.join(" · ") });
  return [note(words)];
}

function readAlongBlocks(view: View, deal: Deal, reading: Reading): Block[] {
  const { understood } = view.update;
  const currency = understood.values.currency ?? deal.currency ?? null;
  const toSecondButton: ToButton = (button) => toButton(view, button);
  return secondBlocks(understood, { currency, reading, toButton: toSecondButton });
}

/** Only what is missing, in this card. */
function askBlocks(view: View, breaches: readonly Breach[], reading: Reading): Block[] {
  const { update } = view;
  const { updates } = reading.texts;
  const fields = askedFields(breaches, { values: update.understood.values, reading });
  const said = breaches
    .filter(({ code }) => code !== "missing" && code !== "no_evidence")
    .map((breach) => sayBreach(breach, reading));
  const asked = fields.filter(({ name }) => name !== "unknownUntil").map(({ label }) => label);
  const shown = fields.map(({ name }) => name).join(",");
  const label = confirmLabel(view, reading);
  const submit = toButton(view, { id: "update.confirm", label, fields: shown });
  return [
    ...linesOf(updates.asked({ what: asked.join(" · ") }), said),
    { t: "form", id: `update_${update.id}`, fields, submit: { ...submit, style: "primary" } },
  ];
}

function buttonsOf(view: View, reading: Reading, isAsking: boolean): Action[] {
  const { updates } = reading.texts;
  const confirm: Action = {
    ...toButton(view, { id: "update.confirm", label: confirmLabel(view, reading) }),
    style: "primary",
  };
  const { text: words, understood } = view.update;
  const note = { id: "update.note", label: reading.texts.fromLead.note };
  return [
    ...(isAsking ? [] : [confirm]),
    toButton(view, { id: "update.correct", label: updates.correct }),
    ...(understood.fromLead && words ? [toButton(view, note)] : []),
    toButton(view, { id: "update.discard", label: updates.discard }),
  ];
}

function confirmLabel({ update }: View, { texts }: Reading): string {
  return update.understood.fromLead ? texts.fromLead.confirm : texts.updates.confirm;
}

type Button = {
  id: string;
  label: string;
  dealId?: string;
  fields?: string;
  field?: string;
  side?: string;
};

/** A button of this update's card. */
function toButton({ unit, person, update }: View, { id, label, ...carried }: Button) {
  // What is confirmed before a model answered is our reading, even if the answer overtakes the tap.
  const early = update.understood.second?.state === "waiting" ? { early: 1 } : {};
  const params = { updateId: update.id, ...early, ...carried };
  const cardKey = updateKey(update.id);
  return { id, label, ref: unit.arm({ action: id, params, personId: person.id, cardKey }) };
}

/** Two deals or more fit as well as each other: one tap says which. `isSeveral`: the words are about more than one. */
export function chooseCard(
  view: View,
  { deals, isSeveral }: { deals: readonly OpenDeal[]; isSeveral: boolean },
): Card {
  const reading = readingOf(view.person);
  const { updates } = reading.texts;
  const { update } = view;
  const discard = toButton(view, { id: "update.discard", label: updates.discard });
  const buttons = deals.slice(0, mostButtons).map(
    ({ id, label }, index): Action => ({
      ...toButton(view, { id: "update.deal", label: cut(label, 70), dealId: id }),
      id: `update.deal.${index + 1}`,
    }),
  );
  const submit = toButton(view, { id: "update.deal", label: updates.thisOne });
  const fields = [dealField(deals, reading)];
  const list: Block = { t: "form", id: `update_deal_${update.id}`, fields, submit };
  const isLong = deals.length > mostButtons;
  return {
    ...headOf(view, updates.which),
    tone: "info",
    blocks: [
      ...saidBlocks(update, reading),
      ...(isSeveral ? [note(updates.several)] : valueBlocks(update, undefined, reading)),
      ...(isLong ? [list] : []),
      { t: "actions", actions: [...(isLong ? [] : buttons), discard] },
    ],
  };
}

/** A call or meeting is over: what came of it? */
export function promptCard(view: View, labels: readonly string[]): Card {
  const reading = readingOf(view.person);
  const { updates } = reading.texts;
  const fill: Action = {
    ...toButton(view, { id: "update.correct", label: updates.prompt.fill }),
    style: "primary",
  };
  return {
    ...headOf(view, updates.prompt.title({ deal: labels.join(" / ") })),
    tone: "info",
    blocks: [
      sentence(updates.prompt.how),
      ...proofBlocks(view.update, reading),
      {
        t: "actions",
        actions: [fill, toButton(view, { id: "update.discard", label: updates.prompt.nothing })],
      },
    ],
  };
}

/** Written: the same card, with undo. */
export function confirmedCard(view: View, about: About, reminder: string): Card {
  const { update, person } = view;
  const reading = readingOf(person);
  const { updates } = reading.texts;
  const time = reading.format.time((update.confirmedAt ?? 0) + undoMs);
  return {
    ...headOf(view, wordsOf(about, reading).done),
    tone: "good",
    blocks: [
      ...saidBlocks(update, reading),
      ...writtenBlocks(update, about.deal, reading),
      ...proofBlocks(update, reading),
      ...(reminder ? [note(reminder)] : []),
      note(updates.undoUntil({ time })),
      { t: "actions", actions: [toButton(view, { id: "update.undo", label: updates.undo })] },
    ],
  };
}

/** What it is now, and what it was. */
function writtenBlocks(update: StageUpdate, deal: Deal, reading: Reading): Block[] {
  const { written } = update.understood;
  const from = Object.fromEntries(
    Object.entries(written?.fields ?? {}).map(([field, { from: was }]) => [field, was]),
  );
  const before = { ...emptied(deal), ...from } as Deal;
  return valueBlocks(update, before, reading);
}

/** Fields this update did not change have no "was". */
const emptied = (deal: Deal): Partial<Deal> => ({ currency: deal.currency });

/** What became of an update that is not on the deal. */
export function endCard(
  view: View,
  state: "undone" | "discarded" | "answered",
  label: string,
): Card {
  const { updates, fromLead } = readingOf(view.person).texts;
  const { ended } = view.update.understood.fromLead ? fromLead : updates;
  const title = ended[state]({ deal: label });
  return { ...headOf(view, title), tone: "info", blocks: [] };
}
