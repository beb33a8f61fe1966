// Factor: what the customer did lately, beside what came before this rep's wins.
import type { Touch } from "../../model.ts";
import type { ClosedDeal, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { type Column, defineFactor, once, toPercent, unknown } from "./factor.ts";

/** Wins with touches on record before a rep's pattern means anything. */
const leastWins = 3;

/**
 * The customer's touches of the last 30 days against those that led to this rep's wins (from 14 days before the deal
 * opened until it closed): cosine of two profiles of what they did (type, and which page or file) and of each step from
 * one to the next. Kinds and adjacent pairs are the spectrum kernel of order 1 and 2 (Leslie, Eskin and Noble, 2002):
 * it keeps the local order, "pricing, then quote" being another thing than "quote, then pricing", needs no alignment of
 * paths of different lengths, costs one pass, and can say which step made the likeness; edit distances and hidden
 * Markov models can do one or two of these. Counts are damped by log(1 + n), so that one busy afternoon does not decide
 * (Manning et al., Introduction to Information Retrieval, section 6.4).
 * Range 0..100. No data when the customer has no touches or the rep fewer than 3 such wins.
 */
export const behaviour = defineFactor({
  id: "behaviour",
  neutral: 50,
  measure({ touches }, rep) {
    const { wins, profile } = habitsOf(rep);
    if (touches.length === 0 || wins < leastWins) return null;
    const { counts, profile: theirs } = pathOf(touches);
    return {
      value: toPercent(cosine(theirs, profile)),
      reason() {
        const most = mostTelling(theirs, profile);
        const [touch = "", next] = most.split(then);
        return {
          code: next === undefined ? "behaviour" : "behaviour_step",
          params: {
            ...{ touch, times: counts.get(most) ?? 0, wins },
            ...(next === undefined ? {} : { next }),
          },
          refs: touches
            .filter((each) => [touch, next].includes(kindOf(each)))
            .slice(-5)
            .map((each) => ({ kind: "touch", id: each.id })),
        };
      },
    };
  },
  column({ touches }, team) {
    const column: Column = new Uint8Array(team.reps.length).fill(unknown);
    if (touches.length === 0) return column;
    const { profile: theirs } = pathOf(touches);
    const habits = teamHabits(team);
    const dots = dotsWith(theirs, habits);
    const own = norm(theirs);
    for (let rep = 0; rep < dots.length; rep += 1) {
      const size = own * (habits.norms[rep] as number);
      if (size >= 0) column[rep] = toPercent(size === 0 ? 0 : (dots[rep] as number) / size);
    }
    return column;
  },
});

type Profile = ReadonlyMap<string, number>;

/** What led to a rep's wins. */
const habitsOf = once(({ deals }: RepFacts): { wins: number; profile: Profile } => {
  const wins = deals.filter((deal) => deal.won && deal.touches.size > 0);
  return { wins: wins.length, profile: meanProfile(wins) };
});

/** Everybody's habits by what customers did: who has it in theirs, and how much. `norms`: NaN with too few wins. */
type TeamHabits = { norms: Float64Array; weights: Map<string, [rep: number, weight: number][]> };

const teamHabits = once(({ reps }: TeamFacts): TeamHabits => {
  const weights: TeamHabits["weights"] = new Map();
  const norms = new Float64Array(reps.length).fill(Number.NaN);
  for (const [rep, facts] of reps.entries()) {
    const { wins, profile } = habitsOf(facts);
    if (wins < leastWins) continue;
    norms[rep] = norm(profile);
    for (const [kind, weight] of profile) {
      const known = weights.get(kind);
      if (known) known.push([rep, weight]);
      else weights.set(kind, [[rep, weight]]);
    }
  }
  return { norms, weights };
});

/** The profile times everybody's: kind by kind as `cosine` adds them, so that sums are the same to the last bit. */
function dotsWith(profile: Profile, { norms, weights }: TeamHabits): Float64Array {
  const dots = new Float64Array(norms.length);
  for (const [kind, weight] of profile)
    for (const [rep, theirs] of weights.get(kind) ?? [])
      dots[rep] = (dots[rep] as number) + weight * theirs;
  return dots;
}

/** What the customer did. */
const pathOf = once((touches: readonly Touch[]) => {
  const counts = countSteps(touches);
  return { counts, profile: profileOf(counts) };
});

/** Pricing and documentation are both pages, but they do not say the same. */
function kindOf({ type, props }: Touch): string {
  const part = props.page ?? props.kind;
  return typeof part === "string" ? `${type}:${part}` : type;
}

const then = " > ";

/** Kinds of touches and steps from one kind to another, counted; touches in order. Looking again is no step. */
export function countSteps(touches: readonly Touch[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  let before: string | undefined;
  for (const touch of touches) {
    const kind = kindOf(touch);
    add(kind);
    if (before !== undefined && before !== kind) add(`${before}${then}${kind}`);
    before = kind;
  }
  return counts;
}

function profileOf(counts: ReadonlyMap<string, number>): Profile {
  return new Map([...counts].map(([type, count]) => [type, Math.log1p(count)]));
}

function meanProfile(wins: ClosedDeal[]): Profile {
  const sum = new Map<string, number>();
  for (const win of wins) {
    for (const [type, weight] of profileOf(win.touches)) {
      sum.set(type, (sum.get(type) ?? 0) + weight / wins.length);
    }
  }
  return sum;
}

function cosine(a: Profile, b: Profile): number {
  let dot = 0;
  for (const [type, weight] of a) dot += weight * (b.get(type) ?? 0);
  const size = norm(a) * norm(b);
  return size === 0 ? 0 : dot / size;
}

const norm = once((profile: Profile) =>
  Math.sqrt([...profile.values()].reduce((sum, weight) => sum + weight * weight, 0)),
);

/** The kind or step that does most to make the two alike. */
function mostTelling(a: Profile, b: Profile): string {
  const share = (type: string) => (a.get(type) ?? 0) * (b.get(type) ?? 0);
  return [...a.keys()].reduce((best, type) => (share(type) > share(best) ? type : best));
}
