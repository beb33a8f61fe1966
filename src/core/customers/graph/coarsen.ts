// Touches as nodes a phone can show: by person, kind and day, or by longer spans where days would be too many.
import type { TouchGroup } from "../../ports.ts";

/** Touches of one person and kind within a span of whole days. */
export type TouchSpan = {
  personKey: string;
  /** Null: of several kinds, where there is no room for each. */
  type: string | null;
  /** Both included, in milliseconds. */
  from: number;
  to: number;
  touches: number;
  lastAt: number;
};

export type PersonGroup = Omit<TouchGroup, "contactId" | "anonymousId"> & { personKey: string };

type Options = { origin: number; bucketMs: number; today: number; most: number };

/** Days a node may stand for, until few enough nodes are left. */
const spans = [1, 7, 28, 91, 364, Number.POSITIVE_INFINITY];

/** The finest grouping of at most `most` nodes; past that the smallest of the coarsest are one node. */
export function coarsen(groups: readonly PersonGroup[], options: Options): TouchSpan[] {
  for (const days of spans) {
    const found = groupBySpan(groups, days, options);
    if (found.length <= options.most) return found;
  }
  const all = groupBySpan(groups, Number.POSITIVE_INFINITY, options);
  const [kept, rest] = [all.slice(0, options.most - 1), all.slice(options.most - 1)];
  const [first] = rest;
  return first ? [...kept, rest.slice(1).reduce(join, { ...first, ...several })] : kept;
}

const several = { personKey: "", type: null };

function groupBySpan(groups: readonly PersonGroup[], days: number, options: Options): TouchSpan[] {
  const found = new Map<string, TouchSpan>();
  for (const group of groups) {
    const span = spanOf(group, days, options);
    // All of time is one span, wherever in it a group begins.
    const key = JSON.stringify([span.personKey, span.type, Number.isFinite(days) && span.to]);
    const known = found.get(key);
    found.set(key, known ? join(known, span) : span);
  }
  return [...found.values()].sort((a, b) => b.touches - a.touches || b.lastAt - a.lastAt);
}

/** Counted back from today, so that the newest span always ends with it. */
function spanOf(group: PersonGroup, days: number, options: Options): TouchSpan {
  const { personKey, type, bucket, touches, lastAt, firstAt } = group;
  const { origin, bucketMs, today } = options;
  const shared = { personKey, type, touches, lastAt };
  if (!Number.isFinite(days)) return { ...shared, from: firstAt, to: lastAt };
  const until = today - Math.floor((today - bucket) / days) * days;
  return {
    ...shared,
    from: origin + (until - days + 1) * bucketMs,
    to: origin + (until + 1) * bucketMs - 1,
  };
}

function join(one: TouchSpan, other: TouchSpan): TouchSpan {
  return {
    ...one,
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
    touches: one.touches + other.touches,
    lastAt: Math.max(one.lastAt, other.lastAt),
  };
}
