import { describe, expect, it } from "vitest";
import { paceWords } from "../../../../src/core/training/practice/pace-words.ts";

/** A timer that the test lets run out; what is shown, with how long was waited before it. */
function start(most = 8) {
  const shown: string[] = [];
  const waits: number[] = [];
  let due: (() => Promise<void>) | undefined;
  const soon = (afterMs: number, work: () => Promise<void>) => {
    waits.push(afterMs);
    due = work;
    return () => {
      due = undefined;
    };
  };
  const show = async (words: string) => {
    shown.push(words);
  };
  const passes = async () => {
    const work = due;
    due = undefined;
    await work?.();
  };
  return { ...paceWords({ soon, show, everyMs: 1_200, most }), shown, waits, passes };
}

describe("words shown while they come", () => {
  it("come at once, then the newest only after a pause", async () => {
    const paced = start();
    paced.say("One.");
    await paced.passes();
    paced.say("One. Two.");
    paced.say("One. Two. Three.");
    expect(paced.shown).toEqual(["One."]);
    await paced.passes();
    expect(paced.shown).toEqual(["One.", "One. Two. Three."]);
    expect(paced.waits).toEqual([0, 1_200, 1_200]);
  });

  it("are never shown twice, and come again after a pause without any", async () => {
    const paced = start();
    paced.say("One.");
    await paced.passes();
    await paced.passes();
    await paced.passes();
    paced.say("One. Two.");
    await paced.passes();
    expect(paced.shown).toEqual(["One.", "One. Two."]);
  });

  it("are not shown after the end", async () => {
    const paced = start();
    paced.say("One.");
    await paced.passes();
    paced.say("One. Two.");
    paced.stop();
    await paced.passes();
    paced.say("One. Two. Three.");
    await paced.passes();
    expect(paced.shown).toEqual(["One."]);
  });

  it("are edited so often and no oftener", async () => {
    const paced = start(2);
    for (const words of ["One.", "Two.", "Three.", "Four."]) {
      paced.say(words);
      await paced.passes();
    }
    expect(paced.shown).toEqual(["One.", "Two."]);
  });
});
