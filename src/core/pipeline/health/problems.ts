// What there is to fix in a record, and for whom.
import type { Role } from "../../model.ts";
import type { Contract } from "../contracts/contract.ts";
import { judgeField, type ProblemCode, problemCodes } from "./judge-field.ts";
import type { Subject } from "./metric.ts";

export type Problem = { contract: Contract; code: ProblemCode };

/** A record with what is wrong in it, worst first. */
export type Fix = { subject: Subject; problems: Problem[] };

/** Fields a role can put right by saying their value; a stage is moved, with its evidence, not filled in. */
export function fixableBy(contracts: readonly Contract[], role: Role): Contract[] {
  return contracts.filter(({ owner, field, mayOverride }) => {
    if (field === "stage") return false;
    return role === "contributor" ? owner === role : mayOverride.some((one) => one === role);
  });
}

/** The worst problem of each field of these contracts; nothing of a record that is well. */
export function toFix(
  subject: Subject,
  contracts: readonly Contract[],
  now: number,
): Fix | undefined {
  const problems = contracts
    .filter(({ kind }) => kind === subject.kind)
    .flatMap((contract): Problem[] => {
      const [code] = judgeField(contract, subject, now).problems;
      return code ? [{ contract, code }] : [];
    })
    .sort((one, other) => rank(one) - rank(other));
  return problems.length > 0 ? { subject, problems } : undefined;
}

const rank = ({ code }: Problem) => problemCodes.indexOf(code);

/** Those with the most to lose first: deals before leads before customers, large before small, much before little. */
export function byWeight(one: Fix, other: Fix): number {
  const kinds = ["deal", "lead", "account", "contact"];
  const order = kinds.indexOf(one.subject.kind) - kinds.indexOf(other.subject.kind);
  const money = worthOf(other) - worthOf(one);
  const id = one.subject.record.id < other.subject.record.id ? -1 : 1;
  return order || money || other.problems.length - one.problems.length || id;
}

const worthOf = ({ subject: { record } }: Fix) => Number(record.amount ?? record.budget ?? 0);
