// Whose customers are slipping away now: silent for long against their own rhythm; sooner where service has left them
// unhappy. While it happens: whoever came back, or was decided, is not among them.
import { dayMs } from "../../durations.ts";
import { type JourneyDeal, momentsOf, type Trails, unhappySpans } from "../discovery/trail.ts";
import { type EndedHistory, leastSilenceMs, unhappyFactor } from "./backtest-slipping.ts";
import { type Rhythm, type Silence, silenceAt, toVisits, type VisitHistory } from "./rhythm.ts";

/** An open deal whose customer is silent for long. */
export type Slipping = {
  deal: JourneyDeal;
  silence: Silence;
  /** When the silence began: names it, so that one silence is told once. */
  since: number;
  isUnhappy: boolean;
  /** Days between the latest visits, oldest first, the silence last. */
  gapDays: number[];
};

/** Two gaps do not make a rhythm. */
const fewestGaps = 3;
/** Longer than this is no longer slipping: it has gone, and a card now would come after. */
const longestMs = 60 * dayMs;
const shownGaps = 11;

/** `alarmShare`: a silence counts when no more gaps than that last as long. */
type Looking = { trails: Trails; rhythm: Rhythm; now: number; alarmShare: number };

/** Open deals that are slipping, the rarest silence first. */
export function findSlipping(deals: readonly JourneyDeal[], looking: Looking): Slipping[] {
  return deals
    .filter(({ status }) => status === "open")
    .flatMap((deal) => slippingNow(deal, looking) ?? [])
    .sort(
      (a, b) => a.silence.lasting - b.silence.lasting || b.silence.silentMs - a.silence.silentMs,
    );
}

function slippingNow(
  deal: JourneyDeal,
  { trails, rhythm, now, alarmShare }: Looking,
): Slipping | null {
  const trail = trails.of(deal.id);
  const visits = toVisits(momentsOf(trail).filter((at) => at <= now));
  const silence = silenceAt({ visits, segment: deal.segment }, now, rhythm);
  const since = visits.at(-1);
  if (!silence || since === undefined || silence.gaps < fewestGaps) return null;
  if (silence.silentMs < leastSilenceMs || silence.silentMs > longestMs) return null;
  const isUnhappy = unhappySpans(trail).some(({ from, to }) => from <= now && now < to);
  if (silence.lasting > alarmShare * (isUnhappy ? unhappyFactor : 1)) return null;
  const gaps = visits.slice(1).map((at, index) => at - (visits[index] ?? 0));
  const gapDays = [...gaps.slice(-shownGaps), silence.silentMs].map(
    (ms) => Math.round((10 * ms) / dayMs) / 10,
  );
  return { deal, silence, since, isUnhappy, gapDays };
}

/** Deals as histories of visits: decided ones to judge by, all of them to learn rhythms from. */
export function historiesOf(
  deals: readonly JourneyDeal[],
  { trails, now }: { trails: Trails; now: number },
): { all: VisitHistory[]; ended: EndedHistory[] } {
  const ended: EndedHistory[] = [];
  const all = deals.map((deal): VisitHistory => {
    const trail = trails.of(deal.id);
    const visits = toVisits(momentsOf(trail));
    const history = { visits, endsAt: deal.closedAt ?? now, segment: deal.segment };
    if (deal.status !== "open" && deal.closedAt !== null) {
      ended.push({ ...history, lost: deal.status === "lost", unhappy: unhappySpans(trail) });
    }
    return history;
  });
  return { all, ended };
}
