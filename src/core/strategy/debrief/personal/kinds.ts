// What counts as personal in a sentence that others will read.

/** Each is replaced by a blank that says what stood there. */
export const personalKinds = [
  "name",
  "company",
  "email",
  "link",
  "phone",
  "amount",
  "number",
  "account",
  "address",
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A rule: everything its pattern matches is of this kind. Patterns are global. */
export type PersonalRule = { kind: PersonalKind; pattern: RegExp };
