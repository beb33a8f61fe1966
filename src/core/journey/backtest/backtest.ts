// What a rule would have done: how often, for whom, and what happened next. Everybody who is compared is watched for the
// same number of days. A comparison of customers who behaved differently shows whether the rule points at the right ones,
// never what calling them does: that is what a hold-out is for.
import { dayMs, weekMs } from "../../durations.ts";
import type { Reader } from "../../ports.ts";
import { lotOf } from "../../statistics/hash.ts";
import type { Rule } from "../rules/rule.ts";
import { type History, type HistorySources, readHistory } from "./history.ts";
import { nearRules } from "./near-rules.ts";
import { countOutcomes, type OutcomeCounts, type Watched } from "./outcomes.ts";
import { type RunOptions, runRules } from "./run-rules.ts";
import { type Suggestion, suggestSlider } from "./suggest-slider.ts";
import { isTooMany, lastWeeks, mostPerWeek } from "./weeks.ts";

/** A back-test as it is shown, and kept with the version it was made for. */
export type Backtest = {
  from: number;
  to: number;
  /** Touches in that time, of any kind. */
  touches: number;
  fires: number;
  /** Matches of each of the last twelve weeks, oldest first; the last one ends at `to`. */
  weeks: number[];
  /** Whoever it would have fired for, latest first: the first few, and how many there were. */
  customers: { latest: Watched[]; count: number };
  followUpDays: number;
  fired: OutcomeCounts;
  /** Matched all but one step, and never the rule. */
  near: OutcomeCounts;
  /** Neither. */
  without: OutcomeCounts;
  /** thin: too little history to say; never: it did not fire once; too_many: nobody could act on so many. */
  verdict: "ok" | "thin" | "never" | "too_many";
  /** More a week than this is too many. */
  mostPerWeek: number;
  suggestion: Suggestion | null;
};

export type BacktestOptions = {
  read: Reader;
  events: HistorySources["events"];
  now: number;
  pause: RunOptions["pause"];
  onProgress?: (progress: { read: number; ratio: number }) => void;
};

/** How far back is looked: half a year. */
const backMs = 182 * dayMs;
/** Less history than this says nothing about a week. */
const leastHistoryMs = 14 * dayMs;
/** Customers of a group that are watched, and that are named. */
const [mostWatched, mostNamed] = [2_000, 200];

/** Tests a rule, written as `source`, on what the log holds. */
export async function backtest(
  { rule, source }: { rule: Rule; source: unknown },
  options: BacktestOptions,
): Promise<Backtest> {
  const { read, now, pause, onProgress } = options;
  const history = await gather(rule, options);
  const followUpMs = followUpOf(now - history.firstAt);
  const near = nearRules(rule);
  const found = await runAll({ rule, near, history }, options);
  const latest = [...found.last].map(([customer, at]) => ({ customer, at }));
  const watch = (moments: Iterable<[string, number]>) =>
    countOutcomes(draw(moments, now - followUpMs), {
      ...{ read, scope: rule.scope, followUpMs, meetings: history.meetings },
    });
  const others = [...history.moments].filter(([id]) => !found.first.has(id) && !found.near.has(id));
  const weeks = lastWeeks(found.at, now);
  const most = mostPerWeek(await read.people.count({ role: "rep", active: true }));
  const tooMany = isTooMany(weeks, most);
  const run = { touches: history.touches, until: now, pause };
  onProgress?.({ read: history.seen, ratio: 1 });
  return {
    ...{ from: history.firstAt, to: now, touches: history.seen, fires: found.at.length, weeks },
    customers: {
      latest: latest.sort((one, other) => other.at - one.at).slice(0, mostNamed),
      count: latest.length,
    },
    followUpDays: followUpMs / dayMs,
    fired: await watch(found.first),
    near: await watch([...found.near].filter(([id]) => !found.first.has(id))),
    without: await watch(others),
    verdict: judge({ tooMany, fires: found.at.length, historyMs: now - history.firstAt }),
    mostPerWeek: most,
    suggestion: tooMany ? await suggestSlider({ rule, source, run, most }) : null,
  };
}

/** A month, where there is a quarter to look at; else two weeks. */
const followUpOf = (historyMs: number) => (historyMs >= 90 * dayMs ? 30 : 14) * dayMs;

function gather(rule: Rule, { read, events, now, onProgress }: BacktestOptions): Promise<History> {
  return readHistory(
    { read, events },
    {
      ...{ rule, from: now - backMs, to: now, drawBefore: now - 14 * dayMs },
      // How long the log is, is not known beforehand: the bar slows down towards its middle.
      onRead: (count) => onProgress?.({ read: count, ratio: (0.5 * count) / (count + 100_000) }),
    },
  );
}

/** Matches of the rule, the first and last of each customer, and the first near miss of each. */
type Fired = {
  at: number[];
  first: Map<string, number>;
  last: Map<string, number>;
  near: Map<string, number>;
};

async function runAll(
  { rule, near, history }: { rule: Rule; near: readonly Rule[]; history: History },
  { now, pause, onProgress }: BacktestOptions,
): Promise<Fired> {
  const fired: Fired = { at: [], first: new Map(), last: new Map(), near: new Map() };
  const earlier = (map: Map<string, number>, customer: string, at: number) =>
    map.set(customer, Math.min(map.get(customer) ?? at, at));
  const onPart = (ratio: number) => onProgress?.({ read: history.seen, ratio: 0.5 + 0.45 * ratio });
  const { touches } = history;
  await runRules({ rules: [rule, ...near], touches, until: now, pause, onPart }, (match) => {
    const { customer, at } = match;
    if (match.rule !== rule) return void earlier(fired.near, customer, at);
    fired.at.push(at);
    earlier(fired.first, customer, at);
    fired.last.set(customer, Math.max(fired.last.get(customer) ?? at, at));
  });
  return fired;
}

/** Customers whose days afterwards have passed; of many, some drawn by lot. */
function draw(moments: Iterable<[string, number]>, before: number): Watched[] {
  const all = [...moments].filter(([, at]) => at <= before);
  const watched = all.map(([customer, at]) => ({ customer, at }));
  if (watched.length <= mostWatched) return watched;
  const lots = watched.map((one) => ({ one, lot: lotOf(one.customer) }));
  return lots
    .sort((one, other) => one.lot - other.lot)
    .slice(0, mostWatched)
    .map(({ one }) => one);
}

function judge({
  tooMany,
  fires,
  historyMs,
}: {
  tooMany: boolean;
  fires: number;
  historyMs: number;
}): Backtest["verdict"] {
  if (tooMany) return "too_many";
  if (historyMs < leastHistoryMs) return "thin";
  return fires === 0 ? "never" : "ok";
}

/** Matches a week over the weeks there was history for. */
export function perWeek({ from, to, fires }: Pick<Backtest, "from" | "to" | "fires">): number {
  return fires / Math.max(1, (to - from) / weekMs);
}
