// Our reading and the model's, field by field: what both say, what differs, what only the model found.
import {
  type OpenField,
  type SecondReading,
  type Side,
  type UpdateField,
  type UpdateValues,
  updateFields,
} from "../stored.ts";
import type { Grounded } from "./model-reading.ts";

export type Compared = Pick<SecondReading, "agreed" | "open">;

/** Names are the same in whatever case. Fields that only we found stand as they are, and are in neither list. */
export function compareReadings(ours: Grounded, theirs: Grounded): Compared {
  const found = updateFields.filter((field) => theirs.values[field] !== undefined);
  const agreed = found.filter((field) => isSame(ours.values[field], theirs.values[field]));
  const differing = found.filter((field) => !agreed.includes(field));
  const isAmountOpen = differing.includes("amount");
  const open = differing
    .filter((field) => field !== "currency" || !isAmountOpen)
    .map((field) => {
      const own = sideOf(ours, field);
      const theirSide = sideOf(theirs, field);
      return { field, ...(own ? { ours: own } : {}), ...(theirSide ? { theirs: theirSide } : {}) };
    })
    .filter((each): each is OpenField => "theirs" in each);
  return { agreed, open };
}

function isSame(one: unknown, other: unknown): boolean {
  return (
    one !== undefined && String(one).toLowerCase().trim() === String(other).toLowerCase().trim()
  );
}

function sideOf({ values, words }: Grounded, field: UpdateField): Side | undefined {
  const value = values[field];
  if (value === undefined) return undefined;
  const currency = field === "amount" && values.currency ? { currency: values.currency } : {};
  return { value, words: words[field] ?? "", ...currency };
}

/** Our values without those the model reads differently: they wait for the person. */
export function withoutOpen(values: UpdateValues, { open }: Pick<Compared, "open">): UpdateValues {
  const fields = new Set(open.flatMap(({ field, ours }) => (ours ? fieldsOf(field) : [])));
  const kept = Object.entries(values).filter(([field]) => !fields.has(field as UpdateField));
  return Object.fromEntries(kept) as UpdateValues;
}

const fieldsOf = (field: UpdateField): UpdateField[] =>
  field === "amount" ? ["amount", "currency"] : [field];

/** A side as values of the update. */
export function valuesOf(field: UpdateField, { value, currency }: Side): UpdateValues {
  return { [field]: value, ...(currency ? { currency } : {}) } as UpdateValues;
}
