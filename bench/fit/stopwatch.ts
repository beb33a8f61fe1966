// How long something takes, by its median and its slowest hundredth.

export type Times = { p50: number; p99: number };

/** Milliseconds of each round. */
export function measure(rounds: number, work: (round: number) => unknown): Times {
  const times = Array.from({ length: rounds }, (_, round) => {
    const began = performance.now();
    work(round);
    return performance.now() - began;
  }).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(rounds - 1, Math.floor(rounds * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
