// The quarter's figures: messages, taps, what was acted on, what was too much or at the wrong time, who got which leads.
import { awakeHours, dailyBudget } from "../../src/core/attention/budget.ts";
import { groupBy } from "../../src/core/group-by.ts";
import { isWorking, localTime, type Workdays } from "../../src/core/people/working-time.ts";
import { nearestRank } from "../../src/core/statistics/quantiles.ts";
import type { Member, Message } from "./messages.ts";

/** A share of days as nearest rank: values that really occurred. */
export type Spread = { p50: number; p95: number; max: number; mean: number };

/** Middle, high end and most of a list; zeros of none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => nearestRank(values, share) ?? 0;
  const sum = sorted.reduce((total, value) => total + value, 0);
  const mean = sorted.length > 0 ? round(sum / sorted.length) : 0;
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) ?? 0, mean };
}

/**
 * Jain's fairness index of what each got: 1 when all have the same, 1/n when one has all.
 * R. Jain, D. Chiu, W. Hawe, "A Quantitative Measure of Fairness", DEC-TR-301, 1984.
 */
export function jainOf(values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value ** 2, 0);
  return squares === 0 ? 1 : round(sum ** 2 / (values.length * squares));
}

/** Somebody's day as their own calendar has it. */
const dayOf = (member: Member, at: number) => localTime(at, member.timeZone).day;

type Counted = { members: readonly Member[]; messages: readonly Message[]; days: number };

/** Messages per person and day by kind; days without any count as zero. */
export function messagesByKind({ members, messages, days }: Counted): Record<string, Spread> {
  const kinds = [...new Set(messages.map(({ kind }) => kind))].sort();
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      perPersonAndDay({ members, messages: messages.filter((one) => one.kind === kind), days }),
    ]),
  );
}

/** So many messages a person and day. */
export function perPersonAndDay({ members, messages, days }: Counted): Spread {
  const byId = new Map(members.map((member) => [member.id, member]));
  const groups = groupBy(messages, ({ personId, at }) => {
    const member = byId.get(personId);
    return member ? `${personId} ${dayOf(member, at)}` : null;
  });
  const counts = [...groups.values()].map((group) => group.length);
  const quiet = Math.max(0, members.length * days - counts.length);
  return spreadOf([...counts, ...Array<number>(quiet).fill(0)]);
}

/** The share of each kind that was acted on. */
export function actionRates(messages: readonly Message[]): Record<string, number> {
  const groups = groupBy(
    messages.filter(({ counts }) => counts !== "asked"),
    ({ kind }) => kind,
  );
  return Object.fromEntries(
    [...groups.entries()].map(([kind, group]) => [
      kind,
      round(group.filter(({ isActedOn }) => isActedOn).length / group.length),
    ]),
  );
}

/** One time the promise about attention was not kept, in words. */
export type Violation = {
  rule: "budget" | "digest" | "hours";
  who: string;
  day: string;
  what: string;
};

/** Every breach of the budget of attention: five a day per rep, two per manager, one digest, and nothing in quiet hours. */
export function violationsOf(
  members: readonly Member[],
  messages: readonly Message[],
  workdays: Workdays,
): Violation[] {
  return members.flatMap((member) => {
    const own = messages.filter(
      ({ personId, counts }) => personId === member.id && counts !== "asked",
    );
    const days = groupBy(own, ({ at }) => dayOf(member, at));
    const early = own.filter(
      ({ at, counts }) =>
        counts !== "exempt" &&
        !isWorking(at, { timeZone: member.timeZone, workdays, hours: awakeHours }),
    );
    return [
      ...[...days.entries()].flatMap(([day, group]) => tooMuch(member, day, group)),
      ...early.map(({ at, kind }): Violation => {
        const { day, minutes } = localTime(at, member.timeZone);
        return { rule: "hours", who: member.name, day, what: `${kind} at minute ${minutes}` };
      }),
    ];
  });
}

/** What is exempt and came outside working days all the same, by kind: no breach, but nothing to hide either. */
export function exemptOutsideHours(
  members: readonly Member[],
  messages: readonly Message[],
  workdays: Workdays,
): Record<string, number> {
  const zones = new Map(members.map(({ id, timeZone }) => [id, timeZone]));
  const outside = messages.filter(({ at, counts, personId }) => {
    const worktime = { timeZone: zones.get(personId) ?? "UTC", workdays, hours: awakeHours };
    return counts === "exempt" && !isWorking(at, worktime);
  });
  const kinds = groupBy(outside, ({ kind }) => kind);
  return Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length]));
}

function tooMuch({ name, role }: Member, day: string, group: readonly Message[]): Violation[] {
  const counted = group.filter(({ counts }) => counts === "budget");
  const digests = group.filter(({ counts }) => counts === "digest");
  const kinds = counted.map(({ kind }) => kind).join(", ");
  const over = counted.length > dailyBudget[role];
  return [
    ...(over ? [{ rule: "budget" as const, who: name, day, what: kinds }] : []),
    ...(digests.length > 1
      ? [{ rule: "digest" as const, who: name, day, what: `${digests.length} digests` }]
      : []),
  ];
}

/** To two decimals. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
