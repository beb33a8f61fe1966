import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createMutex } from "../../../src/store/records/mutex.ts";

/** Tasks that note their name when they run. */
function start() {
  const alone = createMutex();
  const ran: string[] = [];
  const task = (name: string, isUrgent = false) =>
    alone(
      async () => {
        await setImmediate();
        ran.push(name);
        return name;
      },
      { isUrgent },
    );
  return { alone, ran, task };
}

describe("tasks of a mutex", () => {
  it("never run side by side", async () => {
    const { alone } = start();
    let running = 0;
    let most = 0;
    const task = async () => {
      running += 1;
      most = Math.max(most, running);
      await setImmediate();
      running -= 1;
    };
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => alone(task, { isUrgent: at % 3 === 0 })),
    );
    expect(most).toBe(1);
  });

  it("run in the order they were asked for", async () => {
    const { ran, task } = start();
    await Promise.all(["a", "b", "c"].map((name) => task(name)));
    expect(ran).toEqual(["a", "b", "c"]);
  });

  it("are overtaken by urgent ones, that keep their own order", async () => {
    const { ran, task } = start();
    await Promise.all([task("a"), task("b"), task("now 1", true), task("now 2", true)]);
    expect(ran).toEqual(["a", "now 1", "now 2", "b"]);
  });

  it("get their turn while urgent ones keep coming", async () => {
    const { ran, task } = start();
    const urgent = Array.from({ length: 60 }, (_, at) => task(`now ${at}`, true));
    await Promise.all([...urgent, task("a"), task("b")]);
    expect(ran.indexOf("a")).toBeLessThan(25);
    expect(ran.indexOf("b")).toBeLessThan(50);
  });

  it("answer for themselves: one that fails stops no other", async () => {
    const { alone, task } = start();
    const failing = alone(async () => {
      throw new Error("no");
    });
    const next = task("next");
    await expect(failing).rejects.toThrow("no");
    await expect(next).resolves.toBe("next");
  });

  it("leave the event loop turns in between, even when none of them waits for anything", async () => {
    const { alone } = start();
    let isOver = false;
    const tasks = Array.from({ length: 10 }, () => alone(async () => {}));
    const all = Promise.all(tasks).then(() => {
      isOver = true;
    });
    await setImmediate();
    expect(isOver).toBe(false);
    await all;
  });
});
