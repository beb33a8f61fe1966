// Which behaviour goes with winning, and which with losing: every kind of touch and every simple pair that is common enough
// to tell, each against those who did not, with what chance would do to so many questions taken off.
import { groupBy } from "../../group-by.ts";
import type { Interval } from "../../statistics/interval.ts";
import { qValues } from "../../statistics/q-values.ts";
import { type Share, shareOf } from "../../statistics/shares.ts";
import {
  createFisherTest,
  oddsRatioOf,
  pooledOddsRatio,
  type TwoByTwo,
} from "../../statistics/two-by-two.ts";
import { type Behaved, hasPair, pairDays, typeOf } from "./behaviours.ts";

/** What was found about one sign, or one sign followed by another. */
export type Finding = {
  /** Kinds of touches, in order. */
  signs: string[];
  /** Days within which the second follows the first; null for a single sign. */
  withinDays: number | null;
  /** The segment it was looked for in; null: all deals. */
  segment: string | null;
  having: Share;
  others: Share;
  /** The share won of those who did it, over that of the others; null where none of the others won. */
  lift: number | null;
  oddsRatio: Interval;
  /** Among customers equally busy (three groups): busy ones do more of everything. Null where it cannot be told. */
  equallyBusy: Interval | null;
  /** Of a pair: in order against both done otherwise. Null where too few did both otherwise. */
  amongBoth: Interval | null;
  p: number;
  q: number;
  /** unclear: chance would do as much, or a pair says no more than its parts. */
  says: "winning" | "losing" | "unclear";
};

export type Winning = {
  verdict: "found" | "nothing" | "thin" | "one_class";
  /** Clear ones, the strongest first. */
  findings: Finding[];
  /** Everything that was asked, the clearest first. */
  tested: Finding[];
  segments: Record<string, { deals: number; won: number }>;
};

/** Fewer decided deals, or fewer of one outcome, tell nothing. */
const [fewestDeals, fewestOfEach] = [40, 10];
/** Asked about only if so many did it, and so many did not. */
const fewestDoing = 10;
const shareDoing = 0.05;
/** Kinds that pairs are made of: the most common. */
const mostInPairs = 20;
/** Of ten findings at most half a one is by chance. */
const mostQ = 0.05;

/** Looks at singles, pairs and segments, each a family of questions of its own. `pause` lets others work in between. */
export async function findWinning(
  deals: readonly Behaved[],
  pause: () => Promise<void>,
): Promise<Winning> {
  const won = deals.filter((deal) => deal.won).length;
  const bySegment = groupBy(deals, ({ segment }) => segment);
  const segments = Object.fromEntries(
    [...bySegment].flatMap(([name, some]) =>
      name === null
        ? []
        : [[name, { deals: some.length, won: some.filter((one) => one.won).length }]],
    ),
  );
  if (won === 0 || won === deals.length)
    return nothing(deals.length === 0 ? "thin" : "one_class", segments);
  if (!isEnough(deals)) return nothing("thin", segments);
  const kinds = commonKinds(deals);
  const inSegments = [...bySegment].flatMap(([segment, some]) =>
    segment === null || some.length === deals.length || !isEnough(some)
      ? []
      : commonKinds(some).map((kind) => ({ deals: some, signs: [kind], segment })),
  );
  const all = (signs: string[]) => ({ deals, signs, segment: null });
  const askAll = async (questions: readonly Question[]) => {
    const asked: Asked[] = [];
    for (const question of questions) {
      asked.push(ask(question));
      await pause();
    }
    return judge(asked);
  };
  const singles = await askAll(kinds.map((kind) => all([kind])));
  const pairs = await askAll((await pairsOf(deals, pause)).map(all));
  const clear = new Set(singles.flatMap(({ says, signs }) => (says === "unclear" ? [] : signs)));
  const tested = [
    ...singles,
    ...pairs.map((pair) => beyondParts(pair, clear)),
    ...(await askAll(inSegments)),
  ];
  tested.sort((a, b) => a.p - b.p);
  const findings = tested.filter((one) => isNews(one, singles)).sort(byStrength);
  return { verdict: findings.length > 0 ? "found" : "nothing", findings, tested, segments };
}

function nothing(verdict: Winning["verdict"], segments: Winning["segments"]): Winning {
  return { verdict, findings: [], tested: [], segments };
}

function isEnough(deals: readonly Behaved[]): boolean {
  const won = deals.filter((deal) => deal.won).length;
  return deals.length >= fewestDeals && won >= fewestOfEach && deals.length - won >= fewestOfEach;
}

/** Kinds and types with how many did them, the most common first. */
function countKinds(deals: readonly Behaved[]): [kind: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { moments } of deals) {
    for (const kind of moments.keys()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const least = leastDoing(deals);
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
}

const leastDoing = (deals: readonly Behaved[]) => Math.max(fewestDoing, shareDoing * deals.length);

/** Kinds and types that enough did and enough did not; a type of a single common kind says the same twice. */
function commonKinds(deals: readonly Behaved[]): string[] {
  const common = countKinds(deals).filter(([, count]) => deals.length - count >= fewestDoing);
  const isDouble = (kind: string, count: number) =>
    common.some(([other, same]) => other !== kind && typeOf(other) === kind && same === count);
  return common.filter(([kind, count]) => !isDouble(kind, count)).map(([kind]) => kind);
}

/** Pairs of the most common kinds, in either order: also of what everybody does, for then the order may tell. */
async function pairsOf(
  deals: readonly Behaved[],
  pause: () => Promise<void>,
): Promise<[string, string][]> {
  const kinds = countKinds(deals).map(([kind]) => kind);
  const isWhole = (kind: string) => kinds.some((other) => other !== kind && typeOf(other) === kind);
  const parts = kinds.filter((kind) => !isWhole(kind)).slice(0, mostInPairs);
  const all = parts.flatMap((first) =>
    parts.flatMap((second): [string, string][] => (first === second ? [] : [[first, second]])),
  );
  const least = leastDoing(deals);
  const found: [string, string][] = [];
  for (const [first, second] of all) {
    const count = deals.filter((deal) => hasPair(deal, first, second)).length;
    if (count >= least && deals.length - count >= fewestDoing) found.push([first, second]);
    await pause();
  }
  return found;
}

type Question = { deals: readonly Behaved[]; signs: string[]; segment: string | null };
type Asked = Omit<Finding, "q" | "says">;

function ask({ deals, signs, segment }: Question): Asked {
  const [first = "", second] = signs;
  const doing = new Set(
    deals.filter((deal) =>
      second === undefined ? deal.moments.has(first) : hasPair(deal, first, second),
    ),
  );
  const table = tableOf(deals, doing);
  const having = shareOf(table.having.won, table.having.of);
  const others = shareOf(table.others.won, table.others.of);
  const both = deals.filter(({ moments }) => signs.every((sign) => moments.has(sign)));
  const amongBoth = second === undefined ? null : tableOf(both, doing);
  return {
    ...{ signs, withinDays: second === undefined ? null : pairDays, segment, having, others },
    lift: others.value === 0 ? null : having.value / others.value,
    oddsRatio: oddsRatioOf(table),
    equallyBusy: pooledOddsRatio(thirds(deals).map((some) => tableOf(some, doing))),
    amongBoth: amongBoth && amongBoth.others.of >= fewestDoing ? oddsRatioOf(amongBoth) : null,
    p: createFisherTest(deals.length)(table),
  };
}

function tableOf(deals: readonly Behaved[], doing: ReadonlySet<Behaved>): TwoByTwo {
  const table: TwoByTwo = { having: { won: 0, of: 0 }, others: { won: 0, of: 0 } };
  for (const deal of deals) {
    const group = doing.has(deal) ? table.having : table.others;
    group.of += 1;
    group.won += Number(deal.won);
  }
  return table;
}

/** Deals in three groups by how busy their customers were. */
function thirds(deals: readonly Behaved[]): Behaved[][] {
  const sorted = deals.map(({ busyHours }) => busyHours).sort((a, b) => a - b);
  const [low = 0, high = 0] = [1, 2].map(
    (third) => sorted[Math.floor((third * sorted.length) / 3)],
  );
  return [
    ...groupBy(
      deals,
      ({ busyHours }) => Number(busyHours >= low) + Number(busyHours >= high),
    ).values(),
  ];
}

function judge(asked: readonly Asked[]): Finding[] {
  const all = qValues(asked.map(({ p }) => p));
  return asked.map((one, index): Finding => {
    const q = all[index] ?? 1;
    const direction = one.oddsRatio.value > 1 ? "winning" : "losing";
    return { ...one, q, says: q <= mostQ ? direction : "unclear" };
  });
}

/** A pair is news where neither part was, or where the order tells something beyond having done both. */
function beyondParts(pair: Finding, clear: ReadonlySet<string>): Finding {
  if (!pair.signs.some((sign) => clear.has(sign) || clear.has(typeOf(sign)))) return pair;
  const { amongBoth } = pair;
  const isBeyond = amongBoth !== null && (amongBoth.low > 1 || amongBoth.high < 1);
  return isBeyond ? pair : { ...pair, says: "unclear" };
}

/** Clear, and in a segment not what holds for all deals anyway. */
function isNews({ says, signs, segment }: Finding, singles: readonly Finding[]): boolean {
  if (says === "unclear") return false;
  return segment === null || !singles.some((one) => one.says === says && one.signs[0] === signs[0]);
}

/** By the end of the interval nearer to no difference: sure and strong before strong alone. */
function byStrength(a: Finding, b: Finding): number {
  return strength(b) - strength(a);
}

function strength({ oddsRatio: { value, low, high } }: Finding): number {
  return value > 1 ? Math.log(low) : -Math.log(high);
}
