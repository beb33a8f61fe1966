// How long something takes, by its median and its slowest hundredth.
import { nearestRank } from "../../src/core/statistics/quantiles.ts";

export type Times = { p50: number; p99: number };

type Work = (round: number) => unknown;

/** Milliseconds of each round, by the clock. */
export function measure(rounds: number, work: Work): Times {
  return timesOf(rounds, (round) => {
    const began = performance.now();
    work(round);
    return performance.now() - began;
  });
}

/** Milliseconds of the processor in each round, all threads of this process together. */
export function measureCpu(rounds: number, work: Work): Times {
  return timesOf(rounds, (round) => {
    const before = process.cpuUsage();
    work(round);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
}

function timesOf(rounds: number, time: (round: number) => number): Times {
  const times = Array.from({ length: rounds }, (_, round) => time(round));
  const at = (share: number) => nearestRank(times, share) ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
