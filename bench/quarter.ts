// `bench quarter`: ninety days of twelve reps and two managers through the real product; fails above the attention budget.
import { cpus } from "node:os";
import { groupBy } from "../src/core/group-by.ts";
import { habits } from "./quarter/habits.ts";
import {
  actionRates,
  exemptOutsideHours,
  jainOf,
  messagesByKind,
  perPersonAndDay,
  round,
  type Spread,
  spreadOf,
  type Violation,
  violationsOf,
} from "./quarter/measure.ts";
import type { Message } from "./quarter/messages.ts";
import { type Played, playQuarter } from "./quarter/run.ts";

/** From a Monday in autumn: National Day with its make-up workdays, both clock changes, and Thanksgiving lie in it. */
const beginsAt = Date.UTC(2026, 8, 7);
const quarterDays = 90;
const usualSeed = 15;

/** Plays the quarter; `failures` says where a promise about attention was broken. */
export async function benchQuarter(
  note: (line: string) => void,
  { days = quarterDays, seed = usualSeed }: { days?: number; seed?: number } = {},
): Promise<object> {
  const began = performance.now();
  const played = await playQuarter({ from: beginsAt, days, seed }, note);
  const seconds = Math.round((performance.now() - began) / 1_000);
  const { user, system } = process.cpuUsage();
  const cpuSeconds = Math.round((user + system) / 1_000_000);
  return toResult(played, { days, seed, seconds, cpuSeconds });
}

type Run = { days: number; seed: number; seconds: number; cpuSeconds: number };

function toResult(played: Played, run: Run): object {
  const { members, messages, workdays, stuck } = played;
  const violations = violationsOf(members, messages, workdays);
  const unsolicited = messages.filter(({ counts }) => counts !== "asked");
  const { days } = run;
  const ours = perPersonAndDay({ members, messages: unsolicited, days });
  const everything = perPersonAndDay({ members, messages: toMessages(played), days });
  return {
    name: "quarter",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: { ...run, ...figuresOf(played, unsolicited, days), violations: countByRule(violations) },
    peers: { everythingPushedPerDay: everything },
    ratios: {
      quieterThanPushing: ours.mean > 0 ? round(everything.mean / ours.mean) : null,
      quieterAtMost: ours.max > 0 ? round(everything.max / ours.max) : null,
    },
    failures: [
      ...violations.map(({ rule, who, day, what }) => `${rule}: ${who} on ${day}: ${what}`),
      ...[...new Set(stuck)].map((id) => `stuck: ${id}`),
    ],
    notes: notes(),
  };
}

function figuresOf(played: Played, unsolicited: readonly Message[], days: number): object {
  const { members, taps, stuck, leads } = played;
  const of = (role: string): Spread => {
    const them = members.filter((one) => one.role === role);
    const ids = new Set(them.map(({ id }) => id));
    const theirs = unsolicited.filter(({ personId }) => ids.has(personId));
    return perPersonAndDay({ members: them, messages: theirs, days });
  };
  const kinds = groupBy(unsolicited, ({ kind }) => kind);
  return {
    people: members.length,
    unsolicitedPerDay: { reps: of("rep"), managers: of("manager") },
    byKind: messagesByKind({ members, messages: unsolicited, days }),
    counts: Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length])),
    tapsPerDay: perPersonAndDay({ members, messages: taps.map(toTap), days }),
    actionRates: actionRates(unsolicited),
    exemptOutsideHours: exemptOutsideHours(members, unsolicited, played.workdays),
    leads: { ...leads, stuck: new Set(stuck).size },
    fairness: fairnessOf(played),
  };
}

function countByRule(violations: readonly Violation[]): object {
  const rules = ["budget", "digest", "hours"] as const;
  const counts = rules.map((one) => [one, violations.filter(({ rule }) => rule === one).length]);
  return Object.fromEntries(counts);
}

/** Every nudge as if it had been a message at once, with what is exempt: what a bot without a budget would send. */
function toMessages({ offered, messages }: Played): Message[] {
  const exempt = messages.filter(({ counts }) => counts === "exempt");
  const pushed = offered.map((one): Message => ({ ...blank, ...one, counts: "budget" }));
  return [...exempt, ...pushed];
}

const blank = { id: "", kind: "", isActedOn: false, counts: "asked" } as const;
const toTap = (one: { personId: string; at: number }): Message => ({ ...blank, ...one });

/** How evenly the leads went, per place a rep has: within each team, since languages divide them. */
function fairnessOf({ shares }: Played): object {
  const teams = groupBy(shares, ({ language }) => language);
  return Object.fromEntries(
    [...teams].map(([language, team]) => {
      const each = team.map(({ leads, capacity }) => leads / Math.max(1, capacity));
      const { max } = spreadOf(each);
      const least = Math.min(...each);
      return [
        language,
        {
          jain: jainOf(each),
          maxOverMin: least > 0 ? round(max / least) : null,
          leads: team.map(({ leads }) => leads),
        },
      ];
    }),
  );
}

function notes(): string[] {
  const chances = Object.entries(habits).map(([kind, habit]) => {
    const acted = habit.reduce((sum, [chance]) => sum + chance, 0);
    return `${kind} ${Math.round(acted * 100)} %`;
  });
  return [
    "Twelve reps and two managers of the sample team, ninety days on a clock that jumps; leads, touches and outcomes are drawn by the sample generator.",
    "The people are simulated: they look after 20 minutes of working time in the median and act with chances of our own choosing, not measured ones: " +
      `${chances.join(", ")}.`,
    "Unsolicited is everything a person got without doing something just then. The peer is the same quarter with every nudge sent at once, in the same run.",
    "It fails on more than five unsolicited messages a day for a rep or two for a manager (new leads and deadlines apart), a second digest, anything else outside 8:00 to 20:00 of a working day, or a stuck lead.",
  ];
}
