// One golden field of one record against its contract.
import type { Stage } from "../../model.ts";
import { findPlaceholder } from "../checks/placeholder.ts";
import type { Contract } from "../contracts/contract.ts";
import { isAsked, isRequired } from "../contracts/stages.ts";
import { findBroken, isKnown } from "../contracts/validate.ts";
import type { Subject } from "./metric.ts";

/** What is wrong with a field, worst first: nothing said, a placeholder, impossible, disputed, old. */
export const problemCodes = ["missing", "placeholder", "invalid", "drifted", "stale"] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** How a field stands. `isDue`: an answer is asked for, or there is a value. */
export type FieldHealth = {
  isAsked: boolean;
  isKnown: boolean;
  isVerified: boolean;
  problems: readonly ProblemCode[];
};

/** Judges one field at one moment. */
export function judgeField(contract: Contract, subject: Subject, now: number): FieldHealth {
  const { field } = contract;
  const value = subject.record[field];
  const known = isKnown(contract, value);
  const asked = isAskedHere(contract, subject);
  const standing = subject.standings.get(field);
  if (!known) {
    const isMissing = asked && !isUnknownFor(contract, subject, now);
    return {
      ...{ isAsked: asked, isKnown: false, isVerified: false },
      problems: isMissing ? ["missing"] : [],
    };
  }
  const problems: ProblemCode[] = [];
  if (isPlaceholder(contract, value)) problems.push("placeholder");
  if (findBroken(contract, value, { now, isPerson: false })) problems.push("invalid");
  if (subject.drifted.has(field)) problems.push("drifted");
  // Of a value that nobody is known to have said, the record's own last change tells its age.
  const saidAt = standing?.at ?? Number(subject.record.updatedAt);
  if (contract.freshMs !== null && saidAt < now - contract.freshMs) problems.push("stale");
  const isVerified = standing?.status === "verified";
  return { isAsked: asked, isKnown: true, isVerified, problems };
}

/** Deals are asked by stage; leads and customers for every field that has a contract. */
function isAskedHere(contract: Contract, { record }: Subject): boolean {
  return contract.kind !== "deal" || isRequired(contract, record.stage as Stage);
}

/** "Not known until" counts until its day, before the stage at which it has to be known. */
function isUnknownFor(contract: Contract, { standings, record }: Subject, now: number): boolean {
  const { unknown, field } = contract;
  const until = standings.get(field)?.unknownUntil ?? 0;
  return until > now && unknown !== null && !isAsked(unknown.until, record.stage as Stage);
}

function isPlaceholder({ field, type }: Contract, value: unknown): boolean {
  if (typeof value !== "string" || (type !== "text" && type !== "email")) return false;
  return findPlaceholder({ field, value }) !== undefined;
}
