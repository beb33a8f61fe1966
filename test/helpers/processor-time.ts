// How long work takes this process, however busy others keep the machine: what limits of speed are compared with.

/** Starts counting; what it returns says how many milliseconds our own code has had the processor since. */
export function startCounting(): () => number {
  const before = process.cpuUsage();
  return () => process.cpuUsage(before).user / 1_000;
}

/** Milliseconds of the processor that `work` takes. */
export function processorMs(work: () => unknown): number {
  const spentMs = startCounting();
  work();
  return spentMs();
}
