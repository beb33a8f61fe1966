// Discovery as the command prints it: every figure behind the cards, with no names of customers but the deals' ids.
import { setImmediate } from "node:timers/promises";
import { dayMs } from "../../core/durations.ts";
import { Refused } from "../../core/errors.ts";
import { type Discovery, discover } from "../../core/journey/discovery/discover.ts";
import type { Finding } from "../../core/journey/discovery/find-winning.ts";
import { gatherJourneys } from "../../core/journey/discovery/gather.ts";
import { createTrails } from "../../core/journey/discovery/trail.ts";
import { leftOutOfPatterns } from "../../core/journey/touch-kind.ts";
import { round4 } from "../../core/statistics/bootstrap.ts";
import type { Ringside } from "../../main.ts";
import { readDeals } from "../../sources/rules/read-deals.ts";
import { readTouches } from "../../sources/rules/read-touches.ts";

export type DiscoverReport = {
  name: "discover";
  verdict: Discovery["winning"]["verdict"];
  data: { deals: number; touches: number; unreadDeals: number } & Discovery["comparison"];
  /** Types that are no behaviour of the customer, or are the outcome itself. */
  leftOutTypes: readonly string[];
  segments: Discovery["winning"]["segments"];
  asked: { signs: number; pairs: number; inSegments: number };
  /** Clear ones, the strongest first; then the clearest of the others. */
  findings: Finding[];
  unclear: Finding[];
  paths: null | {
    order: number;
    steps: number;
    bitsByOrder: number[];
    unusual: { deal: string; stage: string; meanBits: number; usualBits: number; rarity: number }[];
  };
  slipping: {
    backtest: Discovery["slipping"]["backtest"];
    now: { deal: string; silentDays: number; usualDays: number; lasting: number }[];
  };
  notes: string[];
};

/** Of the installation that runs here. */
export async function reportHere({ records, events, clock }: Ringside): Promise<DiscoverReport> {
  const pause = () => setImmediate();
  const input = await gatherJourneys({ read: records.read, events, now: clock(), pause });
  return toReport(await discover(input), 0);
}

/** Of files; nothing is stored. Throws Refused where one is missing or cannot be read. */
export async function reportOnFiles(files: {
  touches?: string | undefined;
  deals?: string | undefined;
}): Promise<DiscoverReport> {
  if (!files.touches || !files.deals) {
    throw new Refused("no_file", "Give both --touches FILE and --deals FILE.");
  }
  const { deals, unread } = await readDeals(files.deals);
  const { touches } = await readTouches(files.touches);
  const trails = createTrails(deals);
  let now = 0;
  for (const touch of touches) {
    trails.take(touch, [touch.contactId, touch.accountId, touch.anonymousId]);
    now = Math.max(now, touch.at);
  }
  for (const { closedAt } of deals) now = Math.max(now, closedAt ?? 0);
  return toReport(await discover({ deals, trails, now, pause: () => setImmediate() }), unread);
}

const mostUnclear = 20;

function toReport(found: Discovery, unreadDeals: number): DiscoverReport {
  const { winning, comparison, paths, slipping, deals, touches } = found;
  const { tested } = winning;
  const singles = tested.filter(({ signs, segment }) => signs.length === 1 && segment === null);
  const pairs = tested.filter(({ signs }) => signs.length === 2);
  return {
    ...{ name: "discover", verdict: winning.verdict },
    data: { deals, touches, unreadDeals, ...comparison },
    ...{ leftOutTypes: leftOutOfPatterns, segments: winning.segments },
    asked: {
      ...{ signs: singles.length, pairs: pairs.length },
      inSegments: tested.length - singles.length - pairs.length,
    },
    findings: winning.findings.map(rounded),
    unclear: tested
      .filter(({ says }) => says === "unclear")
      .slice(0, mostUnclear)
      .map(rounded),
    paths: paths && {
      ...{ order: paths.order, steps: paths.steps, bitsByOrder: paths.bitsByOrder.map(round4) },
      unusual: paths.unusual.map(({ deal, judged: { stage, meanBits, usualBits, rarity } }) => ({
        ...{ deal: deal.id, stage, rarity: round4(rarity) },
        ...{ meanBits: round4(meanBits), usualBits: round4(usualBits) },
      })),
    },
    slipping: {
      backtest: slipping.backtest,
      now: slipping.now.map(({ deal, silence }) => ({
        ...{ deal: deal.id, silentDays: round4(silence.silentMs / dayMs) },
        ...{ usualDays: round4(silence.usualMs / dayMs), lasting: round4(silence.lasting) },
      })),
    },
    notes: notesOf(found),
  };
}

/** Four places, and p and q as they are: they may be very small. */
function rounded(finding: Finding): Finding {
  const round = (interval: Finding["equallyBusy"]) =>
    interval && {
      ...{ value: round4(interval.value), low: round4(interval.low), high: round4(interval.high) },
    };
  const { oddsRatio, equallyBusy, amongBoth, lift } = finding;
  return {
    ...finding,
    lift: lift === null ? null : round4(lift),
    oddsRatio: round(oddsRatio) ?? oddsRatio,
    ...{ equallyBusy: round(equallyBusy), amongBoth: round(amongBoth) },
  };
}

function notesOf({ comparison, winning }: Discovery): string[] {
  const { landmarkDays, compared } = comparison;
  return [
    `${compared} deals compared over the same days, from 14 before they opened until ${landmarkDays} after; only those undecided then.`,
    winning.verdict === "thin"
      ? "Too few to tell: 40 are needed, ten of each outcome."
      : `${winning.findings.length} of ${winning.tested.length} patterns go with the outcome at q <= 0.05.`,
    "What goes with winning need not cause it.",
  ];
}

/** A report as lines for a terminal. */
export function toLines({ findings, notes, slipping, paths }: DiscoverReport): string[] {
  const { own } = slipping.backtest;
  return [
    ...findings.map(
      ({ signs, segment, says, having, others, oddsRatio: { value, low, high }, q }) =>
        `${says}: ${signs.join(" > ")}${segment ? ` (${segment})` : ""}  ${having.count}/${having.of} against ${others.count}/${others.of}  odds ×${value} [${low}, ${high}]  q ${q.toPrecision(2)}`,
    ),
    ...(paths ? [`${paths.unusual.length} unusual paths (order ${paths.order})`] : []),
    `${slipping.now.length} slipping away${own ? `; on history ${own.lostNamed.count} of ${own.lostNamed.of} lost named, ${own.keptNamed.count} of ${own.keptNamed.of} won` : ""}`,
    ...notes,
  ];
}
