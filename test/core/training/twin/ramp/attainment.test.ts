import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainments } from "../../../../../src/core/training/twin/ramp/attainment.ts";
import { aPerson, testNow } from "../../../../helpers/people.ts";

const day = 86_400_000;
const hired = (id: string, daysAgo: number, set = {}) =>
  aPerson(id, { hiredAt: testNow - daysAgo * day, ...set });
const wonOn = (ownerId: string, daysAgo: number) => ({ ownerId, at: testNow - daysAgo * day });
const since = testNow - 1_000 * day;
const earlier = [1, 2, 3, 4, 5].map((n) => hired(`per_${n}`, 300 + n));

describe("a newcomer's attainment", () => {
  it("counts wins and days to the first, from being hired to now", () => {
    const wins = [wonOn("per_new", 5), wonOn("per_new", 20), wonOn("per_new", 50)];
    const [one] = attainments({ people: [hired("per_new", 40)], wins, since, now: testNow });
    expect(one).toMatchObject({ days: 40, won: 2, firstWinDays: 20 });
  });

  it("ends with the third month", () => {
    const wins = [wonOn("per_new", 10)];
    const [one] = attainments({ people: [hired("per_new", 120)], wins, since, now: testNow });
    expect(one).toMatchObject({ days: 90, won: 0, firstWinDays: null });
  });

  it("stands beside five earlier colleagues at the same age, those who left included", () => {
    const people = [hired("per_new", 40), ...earlier];
    people[1] = hired("per_1", 301, { active: false });
    const wins = [wonOn("per_1", 290), wonOn("per_1", 240), wonOn("per_2", 290)];
    const [one] = attainments({ people, wins, since, now: testNow });
    expect(one?.earlier).toMatchObject({ n: 5, hadWon: 2, won: { mean: 0.4, low: 0 } });
    expect(one?.earlier.won?.high).toBeCloseTo(0.4 + 2.132 * Math.sqrt(0.3 / 5), 3);
  });

  it.each([
    ["four of them", earlier.slice(1), since],
    ["who came before wins were recorded", earlier, testNow - 200 * day],
    ["when no win is known", earlier, null],
  ])("is compared with nobody: %s", (_, others, from) => {
    const people = [hired("per_new", 90), ...others];
    const [one] = attainments({ people, wins: [], since: from, now: testNow });
    expect(one?.earlier.won).toBeNull();
  });

  it("is nobody's who left, has no date of hire, is yet to come, or came long ago", () => {
    const people = [
      ...[hired("per_left", 10, { active: false }), aPerson("per_nodate", { hiredAt: null })],
      ...[hired("per_later", -5), hired("per_old", 181), hired("per_boss", 5, { role: "manager" })],
    ];
    expect(attainments({ people, wins: [], since, now: testNow })).toEqual([]);
  });

  it("does not depend on the order of people and wins", () => {
    const people = [hired("per_new", 40), hired("per_newer", 10), ...earlier];
    const wins = [1, 2, 3, 4].flatMap((n) => [wonOn(`per_${n}`, 295), wonOn("per_new", n)]);
    const expected = attainments({ people, wins, since, now: testNow });
    const shuffled = fc.tuple(
      fc.shuffledSubarray(people, { minLength: people.length }),
      fc.shuffledSubarray(wins, { minLength: wins.length }),
    );
    fc.assert(
      fc.property(shuffled, ([someone, some]) => {
        expect(attainments({ people: someone, wins: some, since, now: testNow })).toEqual(expected);
      }),
    );
  });
});
