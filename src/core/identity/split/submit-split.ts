// The form of a split came back: done at once on their word, and taken back on it.
import { note, sentence } from "../../blocks.ts";
import type { Block, Card } from "../../card.ts";
import { NotFound, Refused } from "../../errors.ts";
import type { Gate } from "../../gate/gate.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { nameOf } from "../labels.ts";
import type { Merge, MergeReason } from "../merge-row.ts";
import type { KnownBy } from "./known-by.ts";
import { joinAgain, splitContact } from "./split-contact.ts";

type Services = { gate: Gate };

/** Characters of a name, and of a reason, that are kept. */
const longest = { name: 100, reason: 500 };

/** The form. */
export function submitSplit({ gate }: Services, { person, params, values }: Answer): Effect {
  const { split } = readingOf(person).texts;
  const [name, words] = [textOf(values, "name"), textOf(values, "reason")];
  const theirs = chosen(params.known, values.theirs);
  const errors = {
    ...(theirs.length === 0 ? { theirs: split.chooseOne } : {}),
    ...(name === "" ? { name: split.nameless } : {}),
    ...(name.length > longest.name ? { name: split.nameLong({ max: longest.name }) } : {}),
    ...(words === "" ? { reason: split.reasonless } : {}),
    ...(words.length > longest.reason ? { reason: split.reasonLong({ max: longest.reason }) } : {}),
  };
  if (Object.keys(errors).length > 0) return async () => ({ errors });
  return async (unit) => {
    const order = { contactId: params.contactId ?? "", theirs, name };
    const reasons = [{ code: "said_because", params: { name: person.name, words } }];
    const by = { kind: "person", person } as const;
    return attempt(person, async () => {
      const merge = await splitContact({ unit, gate }, { ...order, reasons, by });
      const key = params.cardKey ?? `split:${merge.id}`;
      const card = await splitCard(unit, { person, merge, key });
      return { toast: card.title, card };
    });
  };
}

function chosen(
  known: string | undefined,
  places: Answer["values"][string] | undefined,
): KnownBy[] {
  const all = JSON.parse(known ?? "[]") as KnownBy[];
  const wanted = Array.isArray(places) ? places : [String(places ?? "")];
  return all.filter((_one, index) => wanted.includes(String(index)));
}

/** "Undo". */
export function undoSplit({ gate }: Services, { person, params }: Ask): Effect {
  const { split } = readingOf(person).texts;
  return async (unit) =>
    attempt(person, async () => {
      const { mergeId = "", cardKey } = params;
      const reasons: MergeReason[] = [{ code: "said", params: { name: person.name } }];
      const by = { kind: "person", person } as const;
      const merge = await joinAgain({ unit, gate }, { mergeId, reasons, by });
      const title = split.undone(await namesOf(unit, merge));
      const key = cardKey ?? `split:${mergeId}`;
      return { toast: title, card: { key, title, tone: "info", summary: title, blocks: [] } };
    });
}

/** What was refused is said in the person's language. */
async function attempt(
  person: Person,
  work: () => Promise<{ toast: string; card: Card }>,
): Promise<{ toast: string; card?: Card }> {
  const { split, customers } = readingOf(person).texts;
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NotFound)) throw error;
    if (error.code === "forbidden") return { toast: split.forbidden };
    return { toast: error.code === "merge_gone" ? customers.mergeGone : split.invalid };
  }
}

async function splitCard(
  unit: Unit,
  { person, merge, key }: { person: Person; merge: Merge; key: string },
): Promise<Card> {
  const { split, customers } = readingOf(person).texts;
  const action = "contact.split.undo";
  const params = { mergeId: merge.id };
  const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
  const names = await namesOf(unit, merge);
  const title = split.done(names);
  const why = merge.reasons.map((one) => customers.reasons[one.code]?.(one.params) ?? one.code);
  const blocks: Block[] = [
    sentence(split.moved({ ...names, visitors: merge.before.visitors.length })),
    note(why.join(" · ")),
    { t: "actions", actions: [{ id: action, label: customers.undo, ref }] },
  ];
  return { key, title, tone: "good", summary: split.summary, blocks };
}

/** The new contact is gone after an undo: its name is with the merge. */
async function namesOf(unit: Unit, { keptId, mergedId, before }: Merge) {
  const other = (await unit.contacts.get(mergedId)) ?? (before.merged as object);
  return {
    name: nameOf(await unit.contacts.get(keptId)),
    other: nameOf(other as Parameters<typeof nameOf>[0]),
  };
}
