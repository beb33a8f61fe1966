import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitsOfPath, learnBestOrder } from "../../../../src/core/journey/paths/choose-order.ts";
import { learnPaths, type Step } from "../../../../src/core/journey/paths/path-model.ts";
import { learnPathJudge } from "../../../../src/core/journey/paths/unusual-paths.ts";

const pathOf = (kinds: string, stage = ""): Step[] => [...kinds].map((kind) => ({ kind, stage }));
const go = async () => {};

describe("a path model", () => {
  it("shares out all of the chance, whatever it has learnt and after whatever it is asked", () => {
    const path = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 12 });
    const order = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 8 }), path, order, (all, asked, k) => {
        fc.pre(all.some((each) => each.length > 0));
        const model = learnPaths(
          all.map((each) => pathOf(each, "s")),
          k,
        );
        const kinds = [...new Set(all.join(""))];
        const before = pathOf(asked, "s");
        const chances = [...kinds, "never seen"].map((kind) =>
          model.chanceOf(before, { kind, stage: "s" }),
        );
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        expect(Math.min(...chances)).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it("believes the longer context where history knows it", () => {
    const model = learnPaths(
      Array.from({ length: 50 }, () => pathOf("xaybxazb")),
      2,
    );
    expect(model.chanceOf(pathOf("xa"), { kind: "y", stage: "" })).toBeGreaterThan(0.4);
    expect(model.chanceOf(pathOf("za"), { kind: "y", stage: "" })).toBeLessThan(0.6);
    expect(model.likeliest(pathOf("ay"), "")?.kind).toBe("b");
  });

  it("is told by the stage what is usual there", () => {
    const model = learnPaths(
      Array.from({ length: 40 }, () => [...pathOf("abab", "early"), ...pathOf("cdcd", "late")]),
      1,
    );
    expect(model.likeliest([], "early")?.kind).toBe("a");
    expect(model.chanceOf(pathOf("b", "late"), { kind: "a", stage: "late" })).toBeLessThan(0.1);
  });

  it("gives a step nobody ever took many bits, and not infinitely many", () => {
    const model = learnPaths([pathOf("ababab")], 2);
    const [bits = 0] = bitsOfPath(model, pathOf("q"));
    expect(bits).toBeGreaterThan(2);
    expect(Number.isFinite(bits)).toBe(true);
  });

  it("looks back as far as it helps, and no further", async () => {
    // The step depends on the one before the last: order 1 cannot know.
    const paths = Array.from({ length: 60 }, (_, index) =>
      pathOf(index % 2 === 0 ? "aabbaabbaabb" : "bbaabbaabbaa"),
    );
    expect((await learnBestOrder(paths, go)).model.order).toBe(2);
    const coin = (seed: number) =>
      pathOf(
        [...Array(20).keys()].map((at) => "ab"[((seed * 7919 + at * 104729) >> 3) & 1]).join(""),
      );
    const tossed = Array.from({ length: 60 }, (_, index) => coin(index * 31 + 7));
    const { bitsByOrder } = await learnBestOrder(tossed, go);
    expect(bitsByOrder).toHaveLength(6);
  });
});

describe("an unusual path", () => {
  const usual = Array.from({ length: 80 }, () => pathOf("abcdabcdabcdabcdabcdabcd", "proposal"));

  it("is one that surprises more than others do at its stage, with what was likelier", async () => {
    const judge = await learnPathJudge(usual, go);
    const judged = judge?.judge(pathOf("abcdabcdaaaaaaaa", "proposal"));
    expect(judged?.rarity).toBeLessThan(0.05);
    expect(judged?.surprising[0]?.expected?.kind).toBe("b");
    expect(judged?.skipped[0]?.kind).toBe("b");
    expect(judge?.judge(pathOf("abcdabcdabcd", "proposal"))?.rarity).toBeGreaterThan(0.05);
  });

  it("is none where the path is short or there is no history", async () => {
    const judge = await learnPathJudge(usual, go);
    expect(judge?.judge(pathOf("abc"))).toBeNull();
    expect(judge?.judge([])).toBeNull();
    expect(await learnPathJudge(usual.slice(0, 49), go)).toBeNull();
    expect(await learnPathJudge([], go)).toBeNull();
  });

  it("may hold kinds nobody has seen", async () => {
    const judge = await learnPathJudge(usual, go);
    const judged = judge?.judge(pathOf("qrstuvwx", "proposal"));
    expect(judged?.rarity).toBeLessThan(0.05);
    expect(judged?.bits.every(Number.isFinite)).toBe(true);
  });
});
