import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { createMetrics } from "../../src/web/metrics.ts";

describe("metrics of several installations in one process", () => {
  it("count apart, and say the same of the process", async () => {
    const [first, second] = [createMetrics(), createMetrics()];
    first.jobs.inc({ kind: "follow", result: "done" });
    const [counted, other] = [await first.render(), await second.render()];
    expect(counted).toContain('ringside_jobs_total{kind="follow",result="done"} 1');
    expect(other).not.toContain('kind="follow"');
    for (const text of [counted, other]) expect(text).toContain("nodejs_eventloop_lag_seconds");
  });

  it("hold nothing of an installation that is gone", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const store = openAndForget();
    await setImmediate();
    collect();
    expect(store.deref()).toBeUndefined();
  });
});

/** The store behind metrics that nobody holds any more. */
function openAndForget(): WeakRef<object> {
  const store = { waiting: 3 };
  createMetrics({ countWaiting: async () => ({ inbox: store.waiting }) });
  return new WeakRef(store);
}
