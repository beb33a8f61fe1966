import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createRound } from "../../../src/web/touches/round.ts";

describe("a round", () => {
  it("lets all who came before it go on together, in their order, and nobody before", async () => {
    const allRead = createRound();
    const done: string[] = [];
    const work = async (name: string) => {
      await allRead();
      done.push(name);
    };
    const both = [work("first"), work("second")];
    await Promise.resolve();
    expect(done).toEqual([]);
    await Promise.all(both);
    expect(done).toEqual(["first", "second"]);
  });

  it("comes again for whoever asks after it", async () => {
    const allRead = createRound();
    await allRead();
    let isOver = false;
    const later = allRead().then(() => {
      isOver = true;
    });
    await Promise.resolve();
    expect(isOver).toBe(false);
    await setImmediate();
    await later;
    expect(isOver).toBe(true);
  });
});
