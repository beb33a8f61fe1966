import { describe, expect, it } from "vitest";
import { type Flip, isFlapping, noteFlip } from "../../../../src/core/pipeline/write-back/flips.ts";

const minute = 60_000;

function rounds(count: number, everyMs: number): { flip: Flip | undefined; now: number } {
  let flip: Flip | undefined;
  let now = 1_800_000_000_000;
  for (let turn = 0; turn < count * 2; turn += 1) {
    now += everyMs / 2;
    flip = noteFlip(flip, turn % 2 === 0 ? "out" : "in", now);
  }
  return { flip, now };
}

describe("a field that goes back and forth", () => {
  it("is left alone after three rounds within an hour, and free again an hour later", () => {
    const two = rounds(2, minute);
    expect(isFlapping(two.flip, two.now)).toBe(false);
    const three = rounds(3, minute);
    expect(isFlapping(three.flip, three.now)).toBe(true);
    expect(isFlapping(three.flip, three.now + 61 * minute)).toBe(false);
  });

  it("counts the turns of the last hour and no older one", () => {
    let flip: Flip | undefined;
    for (let turn = 0; turn < 6; turn += 1) {
      flip = noteFlip(flip, turn % 2 === 0 ? "out" : "in", turn * 11 * minute);
    }
    expect(isFlapping(flip, 59 * minute)).toBe(true);
    expect(isFlapping(flip, 61 * minute)).toBe(false);
  });

  it("may change all day when nobody undoes it", () => {
    let flip: Flip | undefined;
    for (let turn = 0; turn < 50; turn += 1) flip = noteFlip(flip, "out", turn * minute);
    expect(isFlapping(flip, 50 * minute)).toBe(false);
  });

  it("may go back and forth slowly", () => {
    const slow = rounds(20, 40 * minute);
    expect(isFlapping(slow.flip, slow.now)).toBe(false);
  });
});
