import { describe, expect, it } from "vitest";
import { type Lesson, learnWeights } from "../../../../src/core/leads/learning/learn-weights.ts";
import { defaultWeights } from "../../../../src/core/leads/weighing/weights.ts";
import { createRandom } from "../../../../src/sample/random.ts";

/** Leads whose outcome hangs on the edge in speed by `pull` log-odds, and on nothing else. */
function lessons(count: number, pull: number, seed = 7): Lesson[] {
  const random = createRandom(seed, "lessons");
  return Array.from({ length: count }, (_, decidedAt) => {
    const edge = { speed: random.between(-0.5, 0.5), load: random.between(-0.5, 0.5) };
    const won = random.chance(1 / (1 + Math.exp(-pull * edge.speed)));
    return { decidedAt, won, edge, usual: 0.5 };
  });
}

const learn = (given: Lesson[], preferred = [{}]) =>
  learnWeights({ lessons: given, preferred, today: defaultWeights });

describe("weights learnt from outcomes", () => {
  it("count more what went with winning, and still add up to 100", () => {
    const learnt = learn(lessons(800, 6));
    expect(learnt?.weights.speed).toBeGreaterThan(defaultWeights.speed);
    expect(Object.values(learnt?.weights ?? {}).reduce((sum, each) => sum + each, 0)).toBe(100);
    expect(learnt?.backtest.gain.low).toBeGreaterThan(0);
  });

  it("are proposed by chance about as rarely as the interval says, where nothing went with winning", () => {
    // One history in forty is expected to pass a 95 % interval from below; history 7 is one that does.
    const proposed = Array.from({ length: 80 }, (_, seed) => learn(lessons(400, 0, seed), []));
    expect(proposed.filter((each) => each !== null).length).toBeLessThanOrEqual(6);
  });

  it("are silent below 200 outcomes", () => {
    expect(learn(lessons(199, 6))).toBeNull();
  });

  it("are silent where every lead ended alike", () => {
    expect(learn(lessons(300, 6).map((each) => ({ ...each, won: true })))).toBeNull();
  });

  it("move the further towards what managers preferred, the more often they did", () => {
    const some = lessons(800, 6);
    const disputes = new Array(200).fill({ industry: 0.8 });
    const [without, withThem] = [learn(some, []), learn(some, disputes)];
    expect(withThem?.weights.industry ?? 0).toBeGreaterThan(without?.weights.industry ?? 0);
  });
});
