// What a mapping misses: objects and fields the CRM does not have, with the nearest it has, and words it does not take.
import { NotFound } from "../../errors.ts";
import type { CrmField } from "./connector.ts";
import {
  type CrmConnection,
  type CrmKind,
  type MappedField,
  type MappedKind,
  nearestOf,
} from "./mapping.ts";

export type Miss = {
  kind: CrmKind;
  object: string;
  /** Our field; null: the whole object. */
  field: string | null;
  code: "no_object" | "no_field" | "read_only" | "no_option";
  message: string;
  nearest: string | null;
};

/** Asks the CRM for its fields and compares. */
export async function checkMapping({ connector, mapping }: CrmConnection): Promise<Miss[]> {
  const misses: Miss[] = [];
  for (const [kind, mapped] of Object.entries(mapping.records) as [CrmKind, MappedKind][]) {
    const { object } = mapped;
    const fields = await connector.describe(object).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
      const { message } = error;
      misses.push({ kind, object, field: null, code: "no_object", message, nearest: null });
      return undefined;
    });
    if (fields) misses.push(...missesOf(kind, mapped, fields));
  }
  return misses;
}

/** The same for one kind, from the fields its object has. */
export function missesOf(kind: CrmKind, mapped: MappedKind, known: readonly CrmField[]): Miss[] {
  const { object, fields } = mapped;
  return Object.entries(fields).flatMap(([field, to]): Miss[] =>
    missOf(to, known).map((miss) => ({ kind, object, field, ...miss })),
  );
}

type Found = Pick<Miss, "code" | "message" | "nearest">;

function missOf({ to, write, values }: MappedField, known: readonly CrmField[]): Found[] {
  const there = known.find(({ name }) => name === to);
  if (!there) {
    const nearest =
      nearestOf(
        to,
        known.map(({ name }) => name),
      ) ??
      byLabel(to, known) ??
      null;
    const hint = nearest ? `; the nearest is "${nearest}"` : "";
    return [{ code: "no_field", message: `There is no field "${to}"${hint}.`, nearest }];
  }
  const { options, isReadOnly } = there;
  if (write && isReadOnly) {
    const message = `"${to}" cannot be written. Add write: false, or map another field.`;
    return [{ code: "read_only", message, nearest: null }];
  }
  const words = options
    ? Object.values(values ?? {}).filter((word) => !options.includes(word))
    : [];
  return [...new Set(words)].map((word) => {
    const nearest = nearestOf(word, options ?? []) ?? null;
    const hint = nearest ? `; the nearest is "${nearest}"` : "";
    return { code: "no_option", message: `"${to}" does not take "${word}"${hint}.`, nearest };
  });
}

const byLabel = (to: string, known: readonly CrmField[]) =>
  known.find(({ label }) => label.toLowerCase() === to.toLowerCase())?.name;
