// What a field holds, as far as telling a placeholder needs it: "demo" is no company, and a good next step.

/** Sorts of fields. */
export type FieldSort =
  | "company"
  | "person"
  | "phone"
  | "email"
  | "money"
  | "code"
  | "place"
  | "rival"
  | "step"
  | "words";

const sorts: Readonly<Record<string, FieldSort>> = {
  ...{ company: "company", account: "company", accountName: "company", companyName: "company" },
  ...{ domain: "company", website: "company", url: "company" },
  ...{ contactName: "person", name: "person", contact: "person", decisionMaker: "person" },
  ...{ fullName: "person", contactPerson: "person", owner: "person" },
  ...{ phone: "phone", phoneNumber: "phone", mobile: "phone" },
  ...{ email: "email", emailAddress: "email", mail: "email" },
  ...{ budget: "money", amount: "money", revenue: "money", price: "money" },
  ...{ creditCode: "code", vatId: "code" },
  ...{ address: "words", country: "place", territory: "place", region: "place", language: "place" },
  ...{ competitor: "rival", nextStep: "step" },
};

/** The name of a field as we write it: decision_maker and "Decision maker" are decisionMaker. */
export function fieldName(written: string): string {
  const joined = written.trim().replace(/[\s_-]+(\p{L})/gu, (_, letter) => letter.toUpperCase());
  return joined.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
}

/** The sort of a field by its name; what is not known is words. */
export function fieldSort(field: string): FieldSort {
  return Object.hasOwn(sorts, field) ? (sorts[field] ?? "words") : "words";
}

/** A value as the rules look at it: as typed, and folded to small letters without what surrounds them. */
export type Typed = { sort: FieldSort; value: string; folded: string };
