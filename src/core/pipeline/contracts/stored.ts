// What is kept about contracts: their published versions, and where the data went its own way.

/** A contract as somebody published it; the highest number of each field is in force. */
export type ContractVersion = {
  id: string;
  /** The contract's id, such as "deal.amount". */
  field: string;
  number: number;
  /** As it would stand in a file. */
  body: unknown;
  authorId: string | null;
  reason: string | null;
  publishedAt: number;
};

/**
 * Why a value from outside is drift. Kept out: outranked, invalid, not_listed. Let in and reported: replaced,
 * missing, no_evidence.
 */
export const driftCodes = [
  "outranked",
  "invalid",
  "placeholder",
  "not_listed",
  "replaced",
  "missing",
  "no_evidence",
] as const;
export type DriftCode = (typeof driftCodes)[number];

/** One value of one field that one source sees differently; what the source says later takes its place. */
export type Drift = {
  id: string;
  kind: string;
  recordId: string;
  field: string;
  code: DriftCode;
  /** The contract it breaks, such as "deal.amount". */
  contract: string;
  /** What the source says. */
  value: unknown;
  /** What Ringside held at that moment. */
  standing: unknown;
  source: string;
  standingSource: string | null;
  batchId: string | null;
  at: number;
};
