// Whether memory stays flat: resident memory from second to second, and what is really in use after a full collection.
import { groupBy } from "../../src/core/group-by.ts";
import { medianOf } from "../../src/core/statistics/quantiles.ts";
import type { Sample } from "./life.ts";

/** Memory in use after a collection, at a moment in ms. */
export type HeapSample = { at: number; heap: number };
/** The stretch without kills, from and to in ms. */
export type Quiet = { from: number; to: number; heaps: HeapSample[] };

/** A life's level is compared at this age, which nearly every one reaches. */
const ageMs = { from: 8_000, to: 14_000 };
/** Of the quiet stretch the first quarter fills caches that the kill before emptied. */
const warmUpShare = 0.25;
const mb = (bytes: number) => Math.round(bytes / 104_857.6) / 10;

/** In MB and MB a minute; null where the run was too short to say. `quiet`: the stretch without kills. */
export function describeMemory(samples: readonly Sample[], quiet: Quiet): object {
  const from = quiet.from + warmUpShare * (quiet.to - quiet.from);
  const isQuiet = ({ at }: { at: number }) => at >= from && at <= quiet.to;
  const resident = samples.filter(isQuiet).map(({ at, rss: value }) => ({ at, value }));
  const inUse = quiet.heaps.filter(isQuiet).map(({ at, heap: value }) => ({ at, value }));
  const lives = [...groupBy(samples.filter(isComparable), ({ life }) => life).values()];
  const levels = lives.flatMap((life) => medianOf(life.map(({ rss }) => rss)) ?? []);
  return {
    rssMostMb: mb(Math.max(0, ...samples.map(({ rss }) => rss))),
    rssAfterTenSecondsByLifeMb: levels.map(mb),
    quietStretchSeconds: Math.round((quiet.to - from) / 1_000),
    quietRssSlopeMbPerMinute: perMinute(resident),
    heapInUseMb: quiet.heaps.map(({ heap }) => mb(heap)),
    heapSlopeMbPerMinute: perMinute(inUse),
  };
}

const isComparable = ({ ageMs: age }: Sample) => age >= ageMs.from && age < ageMs.to;

type Point = { at: number; value: number };

function perMinute(points: readonly Point[]): number | null {
  const slope = slopeOf(points);
  return slope === undefined ? null : mb(slope * 60_000);
}

const fewestPoints = 3;

/**
 * The median slope of all pairs (Theil–Sen, https://en.wikipedia.org/wiki/Theil%E2%80%93Sen_estimator): a single
 * collection that came early or late does not move it. Per ms; undefined with fewer than three points.
 */
function slopeOf(points: readonly Point[]): number | undefined {
  if (points.length < fewestPoints) return undefined;
  const slopes = points.flatMap((one, index) =>
    points.slice(index + 1).map((other) => (other.value - one.value) / (other.at - one.at)),
  );
  return medianOf(slopes);
}
