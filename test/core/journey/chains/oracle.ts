// What docs/chains.md, "What a match is", says, sentence by sentence and as slowly as that: every set is looked at. It
// shares nothing with the engine.
import type { Condition, Pattern, Rule } from "../../../../src/core/journey/rules/rule.ts";
import type { Touch } from "../../../../src/core/model.ts";

export type OracleMatch = { rule: string; at: number; touches: string[] };

type Options = {
  until: number;
  /** No match before this: earlier history that counts only from then on. */
  from?: number;
  /** When the rule last matched, before. */
  matchedAt?: number;
};

/** The matches of one rule in the touches of one customer. */
export function oracle(
  rule: Rule,
  touches: readonly Touch[],
  { until, from = -Infinity, matchedAt = -Infinity }: Options,
): OracleMatch[] {
  // "in order of `at`, ties by `id`"
  const ordered = [...touches].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const found: OracleMatch[] = [];
  let last = matchedAt;
  for (;;) {
    // "After a match at T only touches with `at` > T count, and no match happens before T + cooldown."
    const earliest = Math.max(last + rule.cooldownMs, from);
    const next = firstMatch(rule, ordered, { after: last, earliest, until });
    if (!next) return found;
    found.push(next);
    last = next.at;
  }
}

function firstMatch(
  rule: Rule,
  ordered: readonly Touch[],
  { after, earliest, until }: { after: number; earliest: number; until: number },
): OracleMatch | undefined {
  const counting = ordered.filter(({ at }) => at > after);
  for (const [index, end] of counting.entries()) {
    const sets = setsEndingAt(rule, counting, index);
    // "of several sets ending there the one with the latest start is judged"
    const start = Math.max(...sets.map((set) => at(counting, set[0])));
    // "unless an `unless` touch lies inside the span, both ends included"
    const inside = ordered.filter((touch) => touch.at >= start && touch.at <= end.at);
    if (inside.some((touch) => rule.unless.some((pattern) => shows(touch, pattern)))) continue;
    // "A final step `absent: X, for: D` matches at (last other step).at + D if no X came in between"
    const when = end.at + (rule.absent?.forMs ?? 0);
    const between = ordered.filter((touch) => touch.at > end.at && touch.at <= when);
    const isInVain = between.some((touch) => isUnwanted(touch, rule));
    const isTime = when >= earliest && when <= until;
    if (sets.length === 0 || isInVain || !isTime) continue;
    const judged = sets.filter((set) => at(counting, set[0]) === start).sort(byLateness)[0] ?? [];
    const touches = judged.map((place) => counting[place]?.id ?? "");
    return { rule: rule.id, at: when, touches };
  }
  return undefined;
}

const isUnwanted = (touch: Touch, { absent }: Rule) =>
  absent?.anyOf.some((pattern) => shows(touch, pattern));

const at = (touches: readonly Touch[], place = -1) => touches[place]?.at ?? Number.NaN;

/** The latest touches first, compared from the end. */
function byLateness(one: number[], other: number[]): number {
  for (let place = one.length - 1; place >= 0; place -= 1) {
    if (one[place] !== other[place]) return (other[place] ?? 0) - (one[place] ?? 0);
  }
  return 0;
}

/** "A set is one distinct touch per step, in order for `sequence`, with last.at − first.at <= `within`." */
function setsEndingAt(rule: Rule, touches: readonly Touch[], end: number): number[][] {
  // "A step with `times: n` is n equal steps."
  const steps = rule.steps.flatMap((step) => Array.from({ length: step.times }, () => step));
  let partial: number[][] = [[]];
  for (const step of steps) {
    partial = partial.flatMap((set) =>
      touches.slice(0, end + 1).flatMap((touch, place) => {
        const isNext = rule.match === "all" || place > (set.at(-1) ?? -1);
        return isNext && !set.includes(place) && shows(touch, step) ? [[...set, place]] : [];
      }),
    );
  }
  return partial
    .map((set) => [...set].sort((a, b) => a - b))
    .filter((set) => set.at(-1) === end)
    .filter((set) => at(touches, end) - at(touches, set[0]) <= rule.withinMs);
}

function shows(touch: Touch, { touch: type, where }: Pattern): boolean {
  return touch.type === type && where.every((condition) => meets(touch.props, condition));
}

function meets(props: Record<string, unknown>, { prop, op, value }: Condition): boolean {
  const has = props[prop];
  if (op === "exists") return (has !== undefined) === value;
  // "`where` on a missing property is false"
  if (has === undefined) return false;
  if (op === "eq") return has === value;
  if (op === "ne") return has !== value;
  if (op === "in") return (value as unknown[]).includes(has);
  if (op === "contains") return (has as string).includes(value as string);
  if (op === "gt") return (has as number) > (value as number);
  if (op === "gte") return (has as number) >= (value as number);
  return op === "lt" ? (has as number) < (value as number) : (has as number) <= (value as number);
}
