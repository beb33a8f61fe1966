import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createTurns } from "../../src/core/in-turn.ts";

describe("turns", () => {
  it("run work of one name in the order it came, and that of others beside it", async () => {
    const inTurn = createTurns();
    const done: string[] = [];
    const work = (name: string, rounds: number) => async () => {
      for (let round = 0; round < rounds; round += 1) await setImmediate();
      done.push(name);
    };
    await Promise.all([
      inTurn("one", work("first of one", 5)),
      inTurn("one", work("second of one", 0)),
      inTurn("two", work("of two", 1)),
    ]);
    expect(done).toEqual(["of two", "first of one", "second of one"]);
  });

  it("go on after work that failed, which its own caller is told", async () => {
    const inTurn = createTurns();
    const failing = inTurn("one", () => Promise.reject(new Error("gone wrong")));
    const next = inTurn("one", async () => "went on");
    await expect(failing).rejects.toThrow("gone wrong");
    expect(await next).toBe("went on");
    expect(await inTurn("one", async () => "later too")).toBe("later too");
  });
});
