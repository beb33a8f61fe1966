// A data contract as the gate and the cards know it. Written as YAML (schema.ts); its words are decided in
// docs/contracts.md.
import type { Said } from "../../journey/rules/rule.ts";
import type { Stage } from "../../model.ts";

/** Kinds of records whose fields can be golden. */
export const contractKinds = ["deal", "lead", "account", "contact"] as const;
export type ContractKind = (typeof contractKinds)[number];

/** Roles that can own a field: those who live with the data. */
export const ownerRoles = ["rep", "manager", "contributor"] as const;
export type OwnerRole = (typeof ownerRoles)[number];

export const fieldTypes = ["text", "number", "money", "date", "choice", "email"] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What can stand behind a value: a file, a link, a customer's forwarded message, a meeting. */
export const evidenceKinds = ["file", "link", "message", "meeting"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Whoever writes values: people by their role, and everything outside. One system can be named: "crm:salesforce". */
export const sourceNames = [...ownerRoles, "crm", "import", "api"] as const;

/** What a value must be; all of it holds at once. */
export type Validation = {
  least?: number | undefined;
  most?: number | undefined;
  mostCharacters?: number | undefined;
  pattern?: string | undefined;
  oneOf?: readonly string[] | undefined;
  /** A date that lies ahead when a person sets it. */
  notPast?: boolean | undefined;
};

/** One order: the first source wins over the second. */
export type Order = { over: string; under: string };

/** The contract of one golden field. */
export type Contract = {
  /** Kind and field, such as "deal.amount". */
  id: string;
  kind: ContractKind;
  field: string;
  name: Said;
  about: Said;
  owner: OwnerRole;
  /** Who may replace a value that another source set and precedence protects. */
  mayOverride: readonly OwnerRole[];
  type: FieldType;
  valid: Validation;
  /** After so long a value is to be confirmed; null: it does not age. */
  freshMs: number | null;
  /** From this stage on the field needs an answer; null: it is not asked for. */
  requiredFrom: Stage | null;
  /** Asked of open deals alone: a won deal has no next step. */
  onlyOpen: boolean;
  /** "Not known until <date>" is an answer before this stage, for at most `atMostMs` ahead; null: never. */
  unknown: { until: Stage; atMostMs: number } | null;
  /** Moving to this stage takes one of these. */
  evidence: Partial<Record<Stage, readonly EvidenceKind[]>>;
  sources: readonly string[];
  precedence: readonly Order[];
  /** How a source's values count; the others are "stated". */
  counts: { estimated: readonly string[]; verified: readonly string[] };
};

/** What a value counts as, by whoever says it. */
export function statusFrom(
  contract: Contract,
  source: string,
): "estimated" | "stated" | "verified" {
  if (contract.counts.verified.includes(source)) return "verified";
  return contract.counts.estimated.includes(source) ? "estimated" : "stated";
}
