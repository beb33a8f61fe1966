// How fast something was: by the clock, and by the processor time of all threads of this process.

/** Things a second. */
export type Rate = { perSecond: number; perCpuSecond: number };

/** A stopwatch that can be stopped and started. */
export class Stopwatch {
  wallMs = 0;
  cpuMs = 0;

  /** Starts it; what it gives stops it. */
  start(): () => void {
    const before = process.cpuUsage();
    const from = performance.now();
    return () => {
      this.wallMs += performance.now() - from;
      const { user, system } = process.cpuUsage(before);
      this.cpuMs += (user + system) / 1_000;
    };
  }

  rate(count: number): Rate {
    return {
      perSecond: Math.round((count / this.wallMs) * 1_000),
      perCpuSecond: Math.round((count / this.cpuMs) * 1_000),
    };
  }
}
