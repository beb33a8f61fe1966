// Cards with a form, by message: Lark shows errors only on a card that is drawn again, and gives no card back.
import { type Block, blocksOf, type Card, type Field } from "../../core/card.ts";
import type { Values } from "../adapter.ts";

export type FormMemory = {
  /** Keeps a card that has a form; forgets one that has no longer. */
  keep(messageId: string, card: Card): void;
  find(messageId: string): Card | undefined;
};

/** The newest so many; after a restart errors are told in a toast only. */
export function createFormMemory({ limit = 2_000 } = {}): FormMemory {
  const cards = new Map<string, Card>();
  return {
    keep(messageId, card) {
      cards.delete(messageId);
      if (blocksOf(card.blocks, "form").length === 0) return;
      cards.set(messageId, card);
      const [oldest] = cards.keys();
      if (cards.size > limit && oldest !== undefined) cards.delete(oldest);
    },
    find: (messageId) => cards.get(messageId),
  };
}

/** The same form with what was filled in, and what is wrong under each field. */
export function withErrors(card: Card, values: Values, errors: Record<string, string>): Card {
  const mark = (block: Block): Block => {
    if (block.t === "more") return { ...block, blocks: block.blocks.map(mark) };
    if (block.t !== "form") return block;
    return { ...block, fields: block.fields.map((field) => markField(field, values, errors)) };
  };
  const known = new Set(
    blocksOf(card.blocks, "form").flatMap(({ fields }) => fields.map(({ name }) => name)),
  );
  const elsewhere = Object.entries(errors).flatMap(([name, error]) =>
    known.has(name) ? [] : [error],
  );
  const blocks = card.blocks.map(mark);
  if (elsewhere.length === 0) return { ...card, tone: "warn", blocks };
  const sentence: Block = { t: "text", text: [{ t: "strong", text: elsewhere.join("\n") }] };
  return { ...card, tone: "warn", blocks: [sentence, ...blocks] };
}

function markField(field: Field, values: Values, errors: Record<string, string>): Field {
  const { error: _, value: __, ...rest } = field;
  const value = values[field.name];
  const error = errors[field.name];
  return {
    ...rest,
    ...(value === undefined ? {} : { value: toFieldValue(field.kind, value) }),
    ...(error ? { error } : {}),
  } as Field;
}

function toFieldValue(kind: Field["kind"], value: Values[string]): Values[string] | undefined {
  if (kind === "multiselect") return Array.isArray(value) ? value : [String(value)];
  if (kind === "number") return typeof value === "number" ? value : undefined;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
