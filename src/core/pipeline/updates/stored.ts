// An update as it is kept: what was understood or filled in, until a person confirms it, and what confirming it wrote.
import type { Deal } from "../../model.ts";
import type { EvidenceKind } from "../contracts/contract.ts";
import type { Facts } from "../reading/understood.ts";

/** What an update says about a deal. Days are YYYY-MM-DD in its person's zone; a next step may be in own words. */
export type UpdateValues = {
  [Field in keyof Facts]?: Field extends "nextStep" | "lossReason" ? string : Facts[Field];
};
export type UpdateField = keyof UpdateValues;

/** Fields of a deal that an update writes, in the order cards show them. */
export const dealFields = [
  "stage",
  "amount",
  "currency",
  "budgetStatus",
  "decisionMaker",
  "competitor",
  "nextStep",
  "nextStepDate",
  "closeDate",
  "lossReason",
] as const satisfies readonly (UpdateField & keyof Deal)[];
export type DealField = (typeof dealFields)[number];

/** Every field, in the order cards show them; how the customer feels and the risk stay with the update. */
export const updateFields = [
  ...dealFields,
  "sentiment",
  "risk",
] as const satisfies readonly UpdateField[];

/** A call or meeting that a system reported, which the update is about. */
export type Talk = { touchId: string; type: string; at: number; customer: string };

/** What stands behind a move, in the words of contracts. */
export type Piece = { kind: EvidenceKind; ref: string };

/** What confirming wrote, so that it can be taken back exactly. */
export type Written = {
  /** Field -> what it was, and what it is since. */
  fields: Record<string, { from: unknown; to: unknown }>;
  /** An id of this moment: values of fields before it were there before. */
  mark: string;
  /** When the deal had changed last before. */
  updatedAt: number;
  /** The next step as an action. */
  actionId: string | null;
  /** Actions of earlier updates that this one took the place of. */
  replaced: string[];
};

/** One reading of a field; of an amount its currency too, since neither says anything without the other. */
export type Side = {
  value: NonNullable<UpdateValues[UpdateField]>;
  words: string;
  currency?: string;
};

/** What its person still has to choose. `ours` is absent where only the model found something. */
export type OpenField = { field: UpdateField; ours?: Side; theirs: Side };

/** What a model read beside us: not yet asked for, on its way, here, or not to be had. */
export type SecondReading = {
  state: "offered" | "waiting" | "read" | "silent";
  by: { host: string; model: string };
  /** Fields that both readings say the same of. */
  agreed: UpdateField[];
  open: OpenField[];
};

/** The lead that is to become a deal, and what the deal is to be called. */
export type FromLead = { leadId: string; name: string };

export type UpdateBody = {
  /** Deals that fit as well as each other; with one chosen, none. */
  choices: string[];
  values: UpdateValues;
  /** The words that decided a value; none for what was filled in. */
  words: { [Field in UpdateField]?: string };
  talks: Talk[];
  evidence: Piece[];
  /** A customer's own words brought as evidence, kept with the deal once it is confirmed. */
  messages: { id: string; text: string }[];
  /** Field -> "not known until" then. */
  unknownUntil: Record<string, number>;
  /** The deal as its card showed it: a confirm after it changed asks again. */
  seen: { [Field in DealField]?: Deal[Field] } | null;
  written: Written | null;
  /** There is no deal yet: confirming makes one of this lead. */
  fromLead?: FromLead;
  /** Absent where no model is connected, or none was asked. */
  second?: SecondReading;
};

/** One update; nothing of it is on the deal before `confirmed`. */
export type StageUpdate = {
  id: string;
  personId: string;
  dealId: string | null;
  /** As it was said; empty while only a call or meeting asks for it. */
  text: string;
  understood: UpdateBody;
  state: "draft" | "confirmed" | "undone" | "discarded";
  createdAt: number;
  confirmedAt: number | null;
  undoneAt: number | null;
};

/** How long a confirmed update can be taken back. */
export const undoMs = 10 * 60_000;

/** The card of an update: one for as long as it lives. */
export const updateKey = (id: string): string => `update:${id}`;

/** An update nothing is known of yet. */
export const emptyBody: UpdateBody = {
  ...{ choices: [], values: {}, words: {}, talks: [], evidence: [], messages: [] },
  ...{ unknownUntil: {}, seen: null, written: null },
};
