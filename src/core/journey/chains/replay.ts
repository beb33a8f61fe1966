// A file of touches replayed: every match the rules have in it, with the touches behind each.
import type { Touch } from "../../model.ts";
import type { Rule } from "../rules/rule.ts";
import type { ChainMatch } from "./engine.ts";
import { touchesOf } from "./evidence.ts";
import { defaultLatenessMs, inOrder, isLate } from "./lateness.ts";
import { createMatcher, type Matcher } from "./matcher.ts";
import { Visitors } from "./visitors.ts";

/** A match with its touches, in order. */
export type Found = ChainMatch & { touches: Touch[] };

type ReplayOptions = {
  /** Where the clock ends; by default when the last touch happened. */
  until?: number | undefined;
  latenessMs?: number;
};

/**
 * Replays touches, in whatever order they lie; those of the file that arrived too late take no part. The matches are in
 * order of time, then rule, then customer.
 */
export function replay(
  { rules, touches }: { rules: readonly Rule[]; touches: readonly Touch[] },
  { until = lastOf(touches), latenessMs = defaultLatenessMs }: ReplayOptions = {},
): { matches: Found[]; late: Touch[] } {
  const late = touches.filter((touch) => isLate(touch, latenessMs));
  const timely = touches
    .filter((touch) => touch.at <= until && !isLate(touch, latenessMs))
    .sort(inOrder);
  const visitors = new Visitors();
  const matcher = createMatcher(rules, {
    customerOf: (touch, scope) => visitors.customerOf(touch, scope),
  });
  const matches: Found[] = [];
  const keep = (found: readonly ChainMatch[]) => {
    for (const match of found) {
      const customer = { scope: match.rule.scope, id: match.customer };
      matches.push({ ...match, touches: touchesOf(match, visitors.historyOf(customer)) });
    }
  };
  for (const moment of moments(timely)) takeMoment({ moment, visitors, matcher, keep });
  keep(matcher.passTo(until));
  return { matches: matches.sort(byTime), late };
}

type Step = {
  moment: Touch[];
  visitors: Visitors;
  matcher: Matcher;
  keep(found: readonly ChainMatch[]): void;
};

/** First who they are, for a visitor is a contact for the whole moment in which that is said. */
function takeMoment({ moment, visitors, matcher, keep }: Step): void {
  for (const touch of moment) visitors.learn(touch, (merge) => keep(matcher.merge(merge)));
  for (const touch of moment) visitors.add(touch);
  keep(matcher.take(moment));
}

function* moments(touches: readonly Touch[]): Generator<Touch[]> {
  let moment: Touch[] = [];
  for (const touch of touches) {
    if (moment[0] && moment[0].at !== touch.at) {
      yield moment;
      moment = [];
    }
    moment.push(touch);
  }
  if (moment.length > 0) yield moment;
}

const lastOf = (touches: readonly Touch[]) =>
  touches.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);
const byTime = (one: Found, other: Found) =>
  one.at - other.at || compare(one.rule.id, other.rule.id) || compare(one.customer, other.customer);
