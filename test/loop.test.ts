import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createLoop, type Loop, type LoopOptions } from "../src/loop.ts";

const loops: Loop[] = [];
afterEach(() => Promise.all(loops.splice(0).map((loop) => loop.stop())));

function open(options: Partial<LoopOptions>): { loop: Loop; errors: unknown[] } {
  const errors: unknown[] = [];
  const loop = createLoop({
    round: async () => false,
    nextAt: async () => undefined,
    clock: Date.now,
    onError: (error) => errors.push(error),
    ...options,
  });
  loops.push(loop);
  return { loop, errors };
}

/** A promise, and how to keep it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await setImmediate();
};

describe("a loop", () => {
  it("runs rounds until one finds nothing", async () => {
    let left = 3;
    let rounds = 0;
    const { loop } = open({
      round: async () => {
        rounds += 1;
        left -= 1;
        return left > 0;
      },
    });
    await loop.drain();
    expect(rounds).toBe(3);
  });

  it("runs one round at a time, and once more for all who woke it meanwhile", async () => {
    const { opened, open: letGo } = gate();
    let rounds = 0;
    let atOnce = 0;
    let most = 0;
    const { loop } = open({
      round: async () => {
        rounds += 1;
        atOnce += 1;
        most = Math.max(most, atOnce);
        await opened;
        atOnce -= 1;
        return false;
      },
    });
    loop.wake();
    loop.wake();
    loop.wake();
    letGo();
    await loop.drain();
    expect([rounds, most]).toEqual([2, 1]);
  });

  it("wakes by itself when the next piece is due", async () => {
    const { opened: ran, open: done } = gate();
    let rounds = 0;
    const { loop } = open({
      nextAt: async () => (rounds < 2 ? Date.now() + 20 : undefined),
      round: async () => {
        rounds += 1;
        if (rounds === 2) done();
        return false;
      },
    });
    loop.wake();
    await ran;
    expect(rounds).toBe(2);
  });

  it("never sleeps longer than it is told to", async () => {
    const { opened: ran, open: done } = gate();
    let rounds = 0;
    const { loop } = open({
      maxSleepMs: 10,
      nextAt: async () => Date.now() + 3_600_000,
      round: async () => {
        rounds += 1;
        if (rounds === 3) done();
        return false;
      },
    });
    loop.wake();
    await ran;
    expect(rounds).toBeGreaterThanOrEqual(3);
  });

  it("reports a round that fails, and tries again by itself", async () => {
    const { opened: ran, open: done } = gate();
    let rounds = 0;
    const { loop, errors } = open({
      round: async () => {
        rounds += 1;
        if (rounds === 1) throw new Error("disk full");
        done();
        return false;
      },
    });
    await loop.drain();
    expect(errors.map(String)).toEqual(["Error: disk full"]);
    await ran;
    expect(rounds).toBe(2);
  });

  it("finishes the round under way when stopped, and starts no other", async () => {
    const { opened, open: letGo } = gate();
    let ended = 0;
    const { loop } = open({
      round: async () => {
        await opened;
        ended += 1;
        return true;
      },
    });
    loop.wake();
    const stopped = loop.stop();
    letGo();
    await stopped;
    loop.wake();
    await loop.drain();
    expect(ended).toBe(1);
  });
});

describe("work beside the rounds", () => {
  it("does not hold up later rounds", async () => {
    const { opened, open: letGo } = gate();
    let rounds = 0;
    const { loop } = open({
      round: async (start) => {
        rounds += 1;
        if (rounds === 1) start(() => opened);
        return false;
      },
    });
    loop.wake();
    await settled();
    loop.wake();
    await settled();
    expect(rounds).toBe(2);
    letGo();
  });

  it("is waited for by drain and by stop", async () => {
    const { opened, open: letGo } = gate();
    const seen: string[] = [];
    const { loop } = open({
      round: async (start) => {
        if (seen.push("round") === 1) start(() => opened.then(() => void seen.push("work")));
        return false;
      },
    });
    const drained = loop.drain().then(() => seen.push("drained"));
    await settled();
    const stopped = loop.stop().then(() => seen.push("stopped"));
    await settled();
    expect(seen).toEqual(["round"]);
    letGo();
    await Promise.all([drained, stopped]);
    expect(seen).toEqual(["round", "work", "drained", "stopped"]);
  });

  it("is followed by another look when the last of it ends", async () => {
    const one = gate();
    const two = gate();
    let rounds = 0;
    const { loop } = open({
      round: async (start) => {
        rounds += 1;
        if (rounds > 1) return false;
        start(() => one.opened);
        start(() => two.opened);
        return false;
      },
    });
    const drained = loop.drain();
    one.open();
    await settled();
    expect(rounds).toBe(1);
    two.open();
    await drained;
    expect(rounds).toBe(2);
  });

  it("is reported when it fails, and looked at again only after a rest", async () => {
    let rounds = 0;
    const { loop, errors } = open({
      nextAt: async () => Date.now(),
      round: async (start) => {
        rounds += 1;
        start(() => Promise.reject(new Error("disk full")));
        return false;
      },
    });
    await loop.drain();
    await settled();
    expect(errors.map(String)).toEqual(["Error: disk full"]);
    expect(rounds).toBe(1);
  });
});
