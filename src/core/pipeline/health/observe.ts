// Everything that health says of one record.
import { dayMs } from "../../durations.ts";
import type { Stage } from "../../model.ts";
import { checkCreditCode } from "../checks/credit-code.ts";
import { findPlaceholder } from "../checks/placeholder.ts";
import { checkVatId } from "../checks/vat-id.ts";
import type { Contract } from "../contracts/contract.ts";
import { judgeField } from "./judge-field.ts";
import type { Observation, Subject } from "./metric.ts";

/** What judging takes besides the record. */
export type Judging = {
  contracts: readonly Contract[];
  now: number;
  /** Stage -> how long deals that were won stayed in it; a stage without enough of them is missing. */
  stays: ReadonlyMap<Stage, number>;
  /** People who are there to own something. */
  activeIds: ReadonlySet<string>;
};

/** Observations of one record; `judging.contracts` are those of its kind. */
export function observe(subject: Subject, judging: Judging): Observation[] {
  const { kind, ownerId, hasTwin } = subject;
  const fields = judging.contracts.flatMap((contract) => observeField(contract, subject, judging));
  const whole = wholeRecord[kind](subject, judging);
  const isOwned = ownerId !== null && judging.activeIds.has(ownerId);
  return [
    ...fields,
    ...whole.map(([metric, kept]) => ({ metric, kept, field: kind })),
    { metric: "owned", field: kind, kept: isOwned },
    ...(kind === "account" || kind === "contact"
      ? [{ metric: "unique" as const, field: kind, kept: !hasTwin }]
      : []),
  ];
}

function observeField(contract: Contract, subject: Subject, { now }: Judging): Observation[] {
  const { id: field } = contract;
  const health = judgeField(contract, subject, now);
  const has = (problem: string) => health.problems.some((one) => one === problem);
  const seen = (metric: Observation["metric"], kept: boolean): Observation => ({
    ...{ metric, field, kept },
  });
  const { isAsked, isKnown, isVerified, problems } = health;
  return [
    ...(isAsked || isKnown ? [seen("kept", problems.length === 0)] : []),
    ...(isAsked ? [seen("answered", !has("missing"))] : []),
    ...(isKnown
      ? [
          seen("valid", !has("invalid")),
          seen("meant", !has("placeholder")),
          seen("agreed", !has("drifted")),
          ...(contract.freshMs === null ? [] : [seen("fresh", !has("stale"))]),
          ...(contract.type === "money" ? [seen("verified", isVerified)] : []),
        ]
      : []),
    ...observeEvidence(contract, subject),
  ];
}

function observeEvidence({ id, field, evidence }: Contract, subject: Subject): Observation[] {
  const kinds = evidence[subject.record.stage as Stage];
  if (!kinds) return [];
  const given = subject.standings.get(field)?.evidence ?? [];
  return [{ metric: "evidence", field: id, kept: given.some((kind) => kinds.includes(kind)) }];
}

type Whole = [Observation["metric"], boolean][];

/** What is asked of a record as a whole, by its kind. */
const wholeRecord: Record<Subject["kind"], (subject: Subject, judging: Judging) => Whole> = {
  deal: ({ record, stageSince }, { now, stays }) => {
    const stay = stays.get(record.stage as Stage);
    const { nextStep, nextStepDate, accountId } = record;
    // A day is past everywhere once it is a day old.
    const isAhead = typeof nextStepDate === "number" && nextStepDate >= now - dayMs;
    return [
      ["next_step", isMeant("nextStep", nextStep) && isAhead],
      ["linked", accountId !== null],
      ...(stay === undefined || stageSince === null
        ? []
        : ([["moving", now - stageSince <= stay]] satisfies Whole)),
    ];
  },
  lead: ({ record }) => [["linked", record.contactId !== null || record.accountId !== null]],
  contact: ({ record }) => [
    ["linked", record.accountId !== null],
    ["titled", isMeant("title", record.title)],
    ["reachable", isEmail(record.email) || isMeant("phone", record.phone)],
  ],
  account: ({ record }) => [["identified", isIdentified(record)]],
};

function isMeant(field: string, value: unknown): boolean {
  return typeof value === "string" && value !== "" && !findPlaceholder({ field, value });
}

const isEmail = (value: unknown) =>
  isMeant("email", value) && /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(String(value));

/** A register knows it by this code; a code that does not add up is none. */
function isIdentified({ creditCode, vatId, country }: Subject["record"]): boolean {
  if (typeof creditCode === "string") return checkCreditCode(creditCode).problem === null;
  if (typeof vatId !== "string") return false;
  return checkVatId(vatId, typeof country === "string" ? country : null)?.problem === null;
}
