// An invented team whose truth is known: deals that open, are acted on and end, with the effect and the traps asked for.
import { dayMs } from "../../core/durations.ts";
import { type Course, rankSizes, type Span } from "../../core/strategy/testing/course.ts";
import { createRandom, type Random } from "../../sample/random.ts";

/** What is true in an invented team. */
export type Scenario = {
  deals: number;
  reps: number;
  /** The chance that the action brings an outcome in the window which would not have come. */
  effect: number;
  /** How much likelier large deals get the action and the outcome, in log odds from the smallest to the largest. */
  bySize: number;
  /** How much reps differ in both, in log odds (standard deviation). */
  byRep: number;
  /** Something nobody wrote down that goes with both, in log odds. */
  unseen: number;
  /** The chance a day that an open deal gets the action. */
  actionsPerDay: number;
};

/** One invented history. `gained`: by deal, what acting rather than waiting truly changed, for those acted on. */
export type History = { courses: Course[]; from: number; to: number; gained: Map<string, number> };

export const usual: Scenario = {
  ...{ deals: 600, reps: 8, effect: 0, bySize: 0, byRep: 0, unseen: 0, actionsPerDay: 0.012 },
};

const days = 270;
export const windowDays = 30;
/** Of deals open on a day: how many have the outcome, and how many end without it. */
const outcomePerDay = 0.008;
const endPerDay = 0.006;
const stagePerDay = 0.03;
const stageNames = ["contacted", "qualified", "proposal", "negotiation"];

/** Draws one history; the same seed gives the same one. */
export function simulate(scenario: Scenario, seed: number): History {
  const random = createRandom(seed, "strategy");
  const reps = Array.from({ length: scenario.reps }, () => random.normal());
  const sizes = Array.from({ length: scenario.deals }, () => random.logNormal(50_000, 1));
  const ranks = rankSizes(sizes);
  const gained = new Map<string, number>();
  const courses = ranks.map((sizeRank, index) => {
    const rep = random.whole(0, scenario.reps - 1);
    const hidden = random.normal();
    const pull =
      scenario.bySize * (sizeRank - 0.5) +
      scenario.byRep * (reps[rep] ?? 0) +
      scenario.unseen * hidden;
    const course = live(
      { id: `deal ${index}`, rep: `rep ${rep}`, sizeRank, pull },
      scenario,
      random,
    );
    if (course.gain !== null) gained.set(course.course.id, course.gain);
    return course.course;
  });
  return { courses, from: 0, to: days * dayMs, gained };
}

type Deal = { id: string; rep: string; sizeRank: number; pull: number };

/** Day by day: a deal may move, get the action, bring the outcome, or end. The outcome ends it, as a win does. */
function live(deal: Deal, scenario: Scenario, random: Random) {
  const opened = random.whole(0, days - 1);
  const lean = Math.exp(deal.pull);
  const actionChance = Math.min(0.5, scenario.actionsPerDay * lean);
  const base = path({ from: opened, lean, random });
  const actedOn = firstAction(opened, base.end, actionChance, random);
  const draws = { instead: random.unit() < scenario.effect, on: random.whole(1, windowDays - 1) };
  const acted = actedOn === null ? base : withEffect(base, actedOn, draws);
  const course = toCourse(deal, { opened, ...acted, actedOn, random });
  return {
    course,
    gain:
      actedOn === null ? null : gainOf({ base, acted, actedOn, scenario, actionChance, random }),
  };
}

type Path = { end: number; won: number | null };

function path({ from, lean, random }: { from: number; lean: number; random: Random }): Path {
  for (let day = from; day < days + windowDays; day += 1) {
    if (random.chance(Math.min(0.5, outcomePerDay * lean))) return { end: day, won: day };
    if (random.chance(endPerDay)) return { end: day, won: null };
  }
  return { end: days + windowDays, won: null };
}

function firstAction(from: number, end: number, chance: number, random: Random): number | null {
  for (let day = from; day < end; day += 1) if (random.chance(chance)) return day;
  return null;
}

/** Where no outcome would have come in the window, the action may bring one. */
function withEffect(base: Path, actedOn: number, draws: { instead: boolean; on: number }): Path {
  const hasOne = base.won !== null && base.won > actedOn && base.won <= actedOn + windowDays;
  if (hasOne || !draws.instead) return base;
  const won = actedOn + draws.on;
  return { end: won, won };
}

type Gain = {
  base: Path;
  acted: Path;
  actedOn: number;
  scenario: Scenario;
  actionChance: number;
  random: Random;
};

/** Acting on that day, beside waiting as others did, who may have got it later. */
function gainOf({ base, acted, actedOn, scenario, actionChance, random }: Gain): number {
  const inWindow = ({ won }: Path) =>
    Number(won !== null && won > actedOn && won <= actedOn + windowDays);
  const later = firstAction(actedOn + 1, base.end, actionChance, random);
  const draws = { instead: random.unit() < scenario.effect, on: random.whole(1, windowDays - 1) };
  const waited = later === null ? base : withEffect(base, later, draws);
  return inWindow(acted) - inWindow(waited);
}

type Lived = Path & { opened: number; actedOn: number | null; random: Random };

function toCourse(
  { id, rep, sizeRank }: Deal,
  { opened, end, won, actedOn, random }: Lived,
): Course {
  const last = Math.min(end, days);
  const noon = (day: number) => day * dayMs + dayMs / 2;
  return {
    ...{ id, cluster: id, openedAt: noon(opened) - dayMs / 4, sizeRank, segment: "" },
    spans: stagesOf({ from: opened, to: last, rep, random }),
    actedAt: actedOn !== null && actedOn <= last ? noon(actedOn) : null,
    outcomes: won !== null && won < days ? [noon(won)] : [],
  };
}

type Stay = { from: number; to: number; rep: string; random: Random };

function stagesOf({ from, to, rep, random }: Stay): Span[] {
  const spans: Span[] = [];
  let since = (from + 0.25) * dayMs;
  const close = (day: number) => {
    const at = (day + 0.5) * dayMs;
    spans.push({ from: since, to: at, stage: stageNames[spans.length] ?? "", repId: rep });
    since = at;
  };
  for (let day = from + 1; day < to && spans.length < stageNames.length - 1; day += 1) {
    if (random.chance(stagePerDay)) close(day);
  }
  close(to);
  return spans;
}
