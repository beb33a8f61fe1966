// What can be imported into each kind of record, and what makes a row one.
import type { RecordKind } from "../model.ts";
import type { ImportKind } from "./model.ts";

export type FieldType =
  | "id"
  | "text"
  | "name"
  | "email"
  | "phone"
  | "domain"
  | "money"
  | "integer"
  | "date"
  | "choice"
  | "flag"
  | "list"
  | "currency"
  | "reference"
  | "props";

export type FieldSpec = {
  type: FieldType;
  /** Field of the record, where it has another name; null where it goes into no field of its own. */
  record?: string | null;
  /** Of a reference: what it refers to. */
  to?: RecordKind;
  /** The record beside the row's own that the value belongs to: a lead's contact or account. */
  part?: "contact" | "account";
};

const own = (type: FieldType): FieldSpec => ({ type });
const aside = (type: FieldType): FieldSpec => ({ type, record: null });
const part = (of: "contact" | "account", type: FieldType, record?: string): FieldSpec =>
  record ? { type, part: of, record } : { type, part: of };
const to = (kind: RecordKind, record: string): FieldSpec => ({
  type: "reference",
  to: kind,
  record,
});

const id = aside("id");
const text = own("text");
const money = own("money");
const date = own("date");
const choice = own("choice");
const list = own("list");
const currency = own("currency");
const halfName = aside("name");

const importFields = {
  products: { id, name: text, series: text, price: money, currency, createdAt: date },
  people: {
    id,
    name: own("name"),
    firstName: halfName,
    lastName: halfName,
    email: own("email"),
    phone: own("phone"),
    role: choice,
    team: to("team", "teamId"),
    manager: to("person", "managerId"),
    timeZone: text,
    language: choice,
    territories: list,
    languages: list,
    licences: list,
    industries: list,
    capacity: own("integer"),
    hiredAt: date,
    active: own("flag"),
    createdAt: date,
  },
  accounts: {
    id,
    name: text,
    domain: own("domain"),
    industry: text,
    segment: text,
    employees: own("integer"),
    revenue: money,
    currency,
    country: text,
    territory: text,
    foundedYear: own("integer"),
    creditCode: text,
    vatId: text,
    parent: to("account", "parentId"),
    owner: to("person", "ownerId"),
    createdAt: date,
  },
  contacts: {
    id,
    name: own("name"),
    firstName: halfName,
    lastName: halfName,
    title: text,
    email: own("email"),
    phone: own("phone"),
    account: to("account", "accountId"),
    language: choice,
    createdAt: date,
  },
  leads: {
    id,
    title: text,
    name: part("contact", "name"),
    firstName: { ...halfName, part: "contact" },
    lastName: { ...halfName, part: "contact" },
    email: part("contact", "email"),
    phone: part("contact", "phone"),
    jobTitle: part("contact", "text", "title"),
    contact: to("contact", "contactId"),
    account: to("account", "accountId"),
    industry: part("account", "text"),
    domain: part("account", "domain"),
    employees: part("account", "integer"),
    country: part("account", "text"),
    product: to("product", "productId"),
    source: text,
    status: choice,
    outcome: choice,
    language: choice,
    territory: text,
    need: text,
    budget: money,
    currency,
    budgetStatus: choice,
    owner: to("person", "ownerId"),
    selfSourced: own("flag"),
    createdAt: date,
    closedAt: date,
  },
  deals: {
    id,
    name: text,
    account: to("account", "accountId"),
    lead: to("lead", "leadId"),
    product: to("product", "productId"),
    owner: to("person", "ownerId"),
    stage: choice,
    status: choice,
    amount: money,
    currency,
    budgetStatus: choice,
    nextStep: text,
    nextStepDate: date,
    decisionMaker: text,
    competitor: text,
    lossReason: text,
    openedAt: date,
    closeDate: date,
    closedAt: date,
    createdAt: date,
  },
  touches: {
    id,
    type: text,
    at: date,
    receivedAt: date,
    contact: to("contact", "contactId"),
    anonymousId: text,
    account: to("account", "accountId"),
    source: text,
    props: aside("props"),
  },
} as const satisfies Record<ImportKind, Record<string, FieldSpec>>;

/** Every field name there is, in any kind. */
export type ImportField = {
  [Kind in ImportKind]: keyof (typeof importFields)[Kind];
}[ImportKind];

/** What is known about one field; nothing when the kind has no such field. */
export function fieldSpec(kind: ImportKind, field: string): FieldSpec | undefined {
  const specs: Record<string, FieldSpec> = importFields[kind];
  return Object.hasOwn(specs, field) ? specs[field] : undefined;
}

/** The fields that a column of this kind of file may become. */
export function fieldNames(kind: ImportKind): ImportField[] {
  return Object.keys(importFields[kind]) as ImportField[];
}

/** A row is a record of its kind when it has one field of each group. */
export const essentials: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  products: [["name"]],
  people: [["name", "firstName", "lastName"]],
  accounts: [["name"]],
  contacts: [["name", "firstName", "lastName", "email", "phone"]],
  leads: [
    [
      "id",
      "title",
      "name",
      "firstName",
      "lastName",
      "email",
      "phone",
      "contact",
      "account",
      "product",
      "owner",
      "need",
    ],
  ],
  deals: [["id", "name", "account", "product", "owner", "lead"]],
  touches: [["type"], ["at"], ["contact", "anonymousId"]],
};

/** Imported kind -> the record each row becomes; touches go to the event log instead. */
export const recordKindOf = {
  products: "product",
  people: "person",
  accounts: "account",
  contacts: "contact",
  leads: "lead",
  deals: "deal",
} as const satisfies Record<Exclude<ImportKind, "touches">, RecordKind>;
