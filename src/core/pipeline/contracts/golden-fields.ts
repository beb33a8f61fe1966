// Which fields can be golden, and of what type each is.
import type { Account, Contact, Deal, Lead } from "../../model.ts";
import type { ContractKind, FieldType } from "./contract.ts";

type Typed<Row> = { [Field in keyof Row]?: FieldType };

const types = {
  deal: {
    stage: "choice",
    amount: "money",
    currency: "text",
    closeDate: "date",
    nextStep: "text",
    nextStepDate: "date",
    decisionMaker: "text",
    competitor: "text",
    budgetStatus: "choice",
    lossReason: "text",
  } satisfies Typed<Deal>,
  lead: {
    source: "text",
    need: "text",
    budget: "money",
    budgetStatus: "choice",
    territory: "text",
  } satisfies Typed<Lead>,
  account: {
    domain: "text",
    industry: "text",
    segment: "text",
    employees: "number",
    revenue: "money",
    country: "text",
    territory: "text",
    creditCode: "text",
    vatId: "text",
  } satisfies Typed<Account>,
  contact: {
    name: "text",
    title: "text",
    email: "email",
    phone: "text",
    language: "text",
  } satisfies Typed<Contact>,
} as const satisfies Record<ContractKind, Record<string, FieldType>>;

/** Field -> type, of one kind of record. */
export function fieldsOf(kind: ContractKind): Readonly<Record<string, FieldType>> {
  return types[kind];
}
