// "notifications", "mute strategies": what may interrupt a person is theirs to say.
import { sentence } from "../blocks.ts";
import { type Action, type Block, type Card, text } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { dailyBudget } from "./budget.ts";
import { comesTo } from "./morning/routine.ts";
import { type Delivery, deliveriesOf, kindsFor, type NudgeKind, usualDelivery } from "./nudge.ts";

/** Every kind with how it comes now, and buttons to change it; `unknown`: words that named none of them. */
export function showPreferences(person: Person, unknown = ""): Effect {
  return async (unit) => {
    const key = `notifications:${unit.newId("message")}`;
    const card = await preferencesCard(unit, person, key);
    const { attention } = readingOf(person).texts;
    const said = unknown ? [sentence(attention.unknown({ words: unknown.slice(0, 60) }))] : [];
    unit.post({ to: person.id, card: { ...card, blocks: [...said, ...card.blocks] } });
    return {};
  };
}

/** "mute <kind>" and "unmute <kind>"; a word that names no kind is said to, above all of them. */
export function setByWords(person: Person, words: string, delivery: Delivery): Effect {
  const { kinds } = readingOf(person).texts.attention;
  if (everything.has(fold(words))) return setAll(person, delivery);
  const kind = kindsFor(person.role).find((one) =>
    [fold(one), fold(kinds[one] ?? "")].includes(fold(words)),
  );
  if (!kind) return showPreferences(person, words);
  return async (unit) => {
    await setDelivery(unit, person, { kind, delivery });
    const key = `notifications:${unit.newId("message")}`;
    unit.post({ to: person.id, card: await preferencesCard(unit, person, key) });
    return {};
  };
}

/** Words for every kind at once, as `fold` leaves them. */
const everything: ReadonlySet<string> = new Set([
  ...["all", "everything", "it all", "all message", "all notification"].map(fold),
  ...["全部", "所有", "一切", "都", "通知", "消息", "提醒", "全部消息", "所有消息", "所有通知"],
]);

/** "mute everything" holds for all kinds; taken back, each comes as it does for who never said. */
function setAll(person: Person, delivery: Delivery): Effect {
  return async (unit) => {
    for (const kind of kindsFor(person.role)) {
      const wanted = delivery === "mute" ? delivery : usualDelivery(kind);
      await setDelivery(unit, person, { kind, delivery: wanted });
    }
    const key = `notifications:${unit.newId("message")}`;
    unit.post({ to: person.id, card: await preferencesCard(unit, person, key) });
    return {};
  };
}

/** A button of the list. */
export function setByButton({ person, params }: Ask): Effect {
  return async (unit) => {
    const { attention, chat } = readingOf(person).texts;
    const kind = kindsFor(person.role).find((one) => one === params.kind);
    const delivery = kind && deliveriesOf(kind).find((one) => one === params.delivery);
    if (!kind || !delivery) return { toast: chat.gone };
    await setDelivery(unit, person, { kind, delivery });
    const card = await preferencesCard(unit, person, params.cardKey ?? "");
    return { toast: attention.saved, card };
  };
}

/** Keeps what a person chose for a kind. */
export async function setDelivery(
  unit: Unit,
  { id }: Person,
  { kind, delivery }: { kind: NudgeKind; delivery: Delivery },
): Promise<void> {
  const [known] = await unit.preferences.find({ personId: id, kind });
  await unit.preferences.put({
    ...{ id: known?.id ?? unit.newId("preference"), personId: id, kind, delivery },
    ...{ decidedBy: "person", updatedAt: unit.now },
  });
}

async function preferencesCard(unit: Unit, person: Person, key: string): Promise<Card> {
  const reading = readingOf(person);
  const { attention } = reading.texts;
  const known = await unit.preferences.find({ personId: person.id });
  const current = new Map(known.map(({ kind, delivery }) => [kind, delivery]));
  const lines = kindsFor(person.role).flatMap((kind): Block[] =>
    kindBlocks(unit, {
      person,
      key,
      kind,
      delivery: current.get(kind) ?? usualDelivery(kind),
      reading,
    }),
  );
  return {
    key,
    title: attention.title,
    tone: "info",
    summary: attention.title,
    blocks: [
      sentence(attention.intro({ budget: dailyBudget[person.role] })),
      ...((await comesTo(unit, person, "morning_brief")) ? [sentence(attention.inBrief)] : []),
      ...lines,
    ],
  };
}

type Line = {
  person: Person;
  key: string;
  kind: NudgeKind;
  delivery: Delivery;
  reading: Reading;
};

function kindBlocks(unit: Unit, { person, key, kind, delivery, reading }: Line): Block[] {
  const { attention } = reading.texts;
  const name = attention.kinds[kind] ?? kind;
  const actions = deliveriesOf(kind)
    .filter((one) => one !== delivery)
    .map(
      (one): Action => ({
        id: `notifications.${kind}.${one}`,
        label: attention.change[one],
        ref: unit.arm({
          action: "notifications.set",
          params: { kind, delivery: one },
          personId: person.id,
          cardKey: key,
        }),
      }),
    );
  return [
    { t: "fields", items: [{ label: name, value: [text(attention.now[delivery])] }] },
    { t: "actions", actions },
  ];
}

function fold(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/s$/, "");
}
