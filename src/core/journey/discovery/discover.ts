// What behaviour tells, computed from deals and their trails: what goes with winning, whose path is unusual for its stage,
// and who is slipping away. Pure; the deals and touches are handed in.
import {
  type JudgedPath,
  learnPathJudge,
  type PathJudge,
  unusualShare,
} from "../paths/unusual-paths.ts";
import {
  backtestSlipping,
  type SlippingBacktest,
  usualShare,
} from "../slipping/backtest-slipping.ts";
import { findSlipping, historiesOf, type Slipping } from "../slipping/find-slipping.ts";
import { learnRhythm } from "../slipping/rhythm.ts";
import { behavedIn } from "./behaviours.ts";
import { type Comparison, compareDeals } from "./compare.ts";
import { findWinning, type Winning } from "./find-winning.ts";
import { type JourneyDeal, pathOf, type TimedStep, type Trails } from "./trail.ts";

/** An open deal whose latest steps are unusual for its stage. */
export type UnusualPath = { deal: JourneyDeal; path: TimedStep[]; judged: JudgedPath };

export type Discovery = {
  deals: number;
  touches: number;
  comparison: Omit<Comparison, "compared"> & { compared: number; won: number };
  winning: Winning;
  /** Null where there is too little history to call anything unusual. */
  paths: (Pick<PathJudge, "order" | "steps" | "bitsByOrder"> & { unusual: UnusualPath[] }) | null;
  slipping: { backtest: SlippingBacktest; now: Slipping[] };
};

export type DiscoveryInput = {
  deals: readonly JourneyDeal[];
  trails: Trails;
  now: number;
  /** Lets others work in between. */
  pause: () => Promise<void>;
};

/** Computes everything there is to tell. */
export async function discover(input: DiscoveryInput): Promise<Discovery> {
  const { deals, trails, now, pause } = input;
  const { compared, ...comparison } = compareDeals(deals, { now, firstTouchAt: trails.firstAt() });
  const behaved = compared.map((one) => behavedIn(one, trails.of(one.deal.id)));
  const winning = await findWinning(behaved, pause);
  const won = compared.filter((one) => one.won).length;
  return {
    ...{ deals: deals.length, touches: trails.touches(), winning },
    comparison: { ...comparison, compared: compared.length, won },
    paths: await unusualPaths(input),
    slipping: await lookForSilence(input),
  };
}

/** Who is silent for long now, and what the alarm was worth on what has ended. */
export async function lookForSilence({ deals, trails, now, pause }: DiscoveryInput) {
  const { all, ended } = historiesOf(deals, { trails, now });
  await pause();
  const rhythm = learnRhythm(all);
  await pause();
  const backtest = backtestSlipping(ended);
  await pause();
  const alarmShare = backtest.alarmShare ?? usualShare;
  return { backtest, now: findSlipping(deals, { trails, rhythm, now, alarmShare }) };
}

async function unusualPaths(input: DiscoveryInput): Promise<Discovery["paths"]> {
  const judge = await learnFrom(input);
  if (!judge) return null;
  const open = input.deals.filter(({ status }) => status === "open");
  const unusual = open.flatMap((deal): UnusualPath[] => {
    const path = pathOf(input.trails.of(deal.id), deal);
    const judged = judge.judge(path);
    return judged && judged.rarity <= unusualShare ? [{ deal, path, judged }] : [];
  });
  unusual.sort(
    (a, b) => a.judged.rarity - b.judged.rarity || b.judged.meanBits - a.judged.meanBits,
  );
  const { order, steps, bitsByOrder } = judge;
  return { order, steps, bitsByOrder, unusual };
}

/** The model of how deals go, from those that have ended; oldest first. */
export function learnFrom({
  deals,
  trails,
  pause,
}: Omit<DiscoveryInput, "now">): Promise<PathJudge | null> {
  const ended = deals.filter(({ status }) => status !== "open");
  const paths = ended
    .toSorted((a, b) => a.openedAt - b.openedAt)
    .map((deal) => pathOf(trails.of(deal.id), deal))
    .filter((path) => path.length > 0);
  return learnPathJudge(paths, pause);
}
