// What a change breaks of the contracts: who says it, whether it can be, whose word stands, and what a stage asks for.
import type { Stage } from "../../model.ts";
import { findPlaceholder } from "../checks/placeholder.ts";
import { type Contract, type EvidenceKind, statusFrom } from "./contract.ts";
import { outranks } from "./precedence.ts";
import { isAsked, isForward, isRequired } from "./stages.ts";
import type { Standing, Standings } from "./standing.ts";
import { findBroken, isKnown } from "./validate.ts";
import { nameIn, type Writer } from "./writer.ts";

/** Why a change breaks a contract. */
export type BreachCode =
  | "not_listed"
  | "invalid"
  | "placeholder"
  | "outranked"
  | "missing"
  | "no_evidence"
  | "unknown_refused";

/** One breach, as data with its contract: cards say it in words (say-breach.ts). */
export type Breach = {
  contract: Contract;
  code: BreachCode;
  params: Record<string, string | number>;
};

/** A change of one record, and what is known about it. */
export type Proposal = {
  before: Record<string, unknown> | undefined;
  after: Record<string, unknown>;
  /** Fields whose value differs. */
  fields: readonly string[];
  writer: Writer;
  evidence: readonly EvidenceKind[];
  /** Field -> "not known until" then. */
  unknownUntil: Readonly<Record<string, number>>;
  standings: Standings;
  now: number;
};

/** Everything a change breaks, of the contracts of its kind of record. */
export function findBreaches(contracts: readonly Contract[], proposal: Proposal): Breach[] {
  const changed = contracts.filter(({ field }) => proposal.fields.includes(field));
  return [
    ...changed.flatMap((contract) => findInValue(contract, proposal)),
    ...findInUnknown(contracts, proposal),
    ...findInMove(contracts, proposal),
  ];
}

const breach = (contract: Contract, code: BreachCode, params: Breach["params"] = {}): Breach => ({
  contract,
  code,
  params,
});

function findInValue(contract: Contract, proposal: Proposal): Breach[] {
  const { writer, after, now, standings, before } = proposal;
  const name = nameIn(contract, writer);
  if (name === undefined) return [breach(contract, "not_listed", { owner: contract.owner })];
  const value = after[contract.field];
  const broken = findBroken(contract, value, { now, isPerson: writer.role !== null });
  if (broken) return [breach(contract, "invalid", broken)];
  const placeholder = placeholderIn(contract, value);
  if (placeholder) return [breach(contract, "placeholder", placeholder)];
  const standing = standings.get(contract.field);
  const stands = isKnown(contract, before?.[contract.field]);
  if (!standing?.writer || !stands || !isProtected(contract, { standing, name })) return [];
  if (contract.mayOverride.some((role) => role === writer.role)) return [];
  return [
    breach(contract, "outranked", { source: nameOf(contract, standing), status: standing.status }),
  ];
}

/** What was typed in place of an answer. Figures and choices are what their contract says they are. */
function placeholderIn({ field, type, requiredFrom, unknown }: Contract, value: unknown) {
  if (typeof value !== "string" || (type !== "text" && type !== "email")) return undefined;
  const what = findPlaceholder({ field, value });
  const mayBeUnknown = requiredFrom !== null && unknown !== null ? 1 : 0;
  return what && { what, value: value.slice(0, 40), mayBeUnknown };
}

const nameOf = (contract: Contract, { writer }: Standing): string =>
  (writer && (nameIn(contract, writer) ?? writer.names.at(-1))) ?? "";

/** A value stands against whoever ranks below it, and a verified one against all who do not verify or rank above. */
function isProtected(contract: Contract, given: { standing: Standing; name: string }): boolean {
  const { standing, name } = given;
  const holder = nameOf(contract, standing);
  if (holder === name) return false;
  if (outranks(contract, holder, name)) return true;
  const isVerified = standing.status === "verified" && statusFrom(contract, name) !== "verified";
  return isVerified && !outranks(contract, name, holder);
}

/** Whether a value that stands would be kept against what a system says. */
export function isKept(contract: Contract, standing: Standing, writer: Writer): boolean {
  const name = nameIn(contract, writer);
  return (
    standing.writer !== null && (name === undefined || isProtected(contract, { standing, name }))
  );
}

function findInUnknown(contracts: readonly Contract[], proposal: Proposal): Breach[] {
  const { unknownUntil, after, now } = proposal;
  return Object.entries(unknownUntil).flatMap(([field, until]) => {
    const contract = contracts.find((each) => each.field === field);
    const why = contract && refusalOf(contract, { until, after, now });
    return why ? [breach(contract, "unknown_refused", why)] : [];
  });
}

type Answer = { until: number; after: Record<string, unknown>; now: number };

/** Why "not known until" is no answer here. */
function refusalOf(
  contract: Contract,
  { until, after, now }: Answer,
): Breach["params"] | undefined {
  const { unknown, field } = contract;
  if (!unknown) return { why: "never" };
  if (isKnown(contract, after[field])) return { why: "known" };
  if (until <= now) return { why: "past" };
  if (until > now + unknown.atMostMs) return { why: "far", until: now + unknown.atMostMs };
  const stage = after.stage as Stage | undefined;
  return stage && isAsked(unknown.until, stage) ? { why: "stage", stage } : undefined;
}

function findInMove(contracts: readonly Contract[], proposal: Proposal): Breach[] {
  const { before, after, fields } = proposal;
  if (!fields.includes("stage")) return [];
  const [from, to] = [(before?.stage ?? "new") as Stage, after.stage as Stage];
  if (!isForward(from, to)) return [];
  return findAsked(contracts, { ...proposal, stage: to });
}

/** What a stage still asks for: answers nobody gave, and evidence nobody brought. */
export function findAsked(
  contracts: readonly Contract[],
  asked: Omit<Proposal, "before" | "fields" | "writer"> & { stage: Stage },
): Breach[] {
  return contracts.flatMap((contract) => [
    ...findMissing(contract, asked),
    ...findUnproved(contract, asked),
  ]);
}

type Asked = Parameters<typeof findAsked>[1];

function findMissing(contract: Contract, asked: Asked): Breach[] {
  const { field, unknown } = contract;
  const { stage, after, unknownUntil, standings, now } = asked;
  if (!isRequired(contract, stage)) return [];
  if (isKnown(contract, after[field])) return [];
  const until = unknownUntil[field] ?? standings.get(field)?.unknownUntil ?? 0;
  const mayBeUnknown = unknown !== null && !isAsked(unknown.until, stage);
  if (mayBeUnknown && until > now) return [];
  return [breach(contract, "missing", { stage, mayBeUnknown: mayBeUnknown ? 1 : 0 })];
}

function findUnproved(contract: Contract, { stage, evidence, standings }: Asked): Breach[] {
  const kinds = contract.evidence[stage];
  if (!kinds) return [];
  // A stage is proved by what comes with the move; another field by what its value came with, too.
  const kept = contract.field === "stage" ? [] : (standings.get(contract.field)?.evidence ?? []);
  if ([...evidence, ...kept].some((kind) => kinds.includes(kind))) return [];
  return [breach(contract, "no_evidence", { stage, kinds: kinds.join(",") })];
}
