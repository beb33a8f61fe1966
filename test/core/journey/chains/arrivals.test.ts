// Touches in the order in which they arrive, restarts and reloads, against a replay in the order in which they happened.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createArrivals } from "../../../../src/core/journey/chains/arrivals.ts";
import type { ChainMatch } from "../../../../src/core/journey/chains/engine.ts";
import { createMatcher } from "../../../../src/core/journey/chains/matcher.ts";
import { replay } from "../../../../src/core/journey/chains/replay.ts";
import type { Touch } from "../../../../src/core/model.ts";
import { ruleOf, ruleSets, streams, touchOf } from "./arbitrary.ts";

const customerOf = (touch: Touch) => touch.contactId;
const latenessMs = 6;
const name = ({ rule, at }: ChainMatch) => `${rule.id}@${at}`;

/** When each touch arrives after it happened, by its place. */
const delays = fc.array(fc.integer({ min: 0, max: latenessMs + 2 }), {
  minLength: 10,
  maxLength: 10,
});

function arriving(touches: readonly Touch[], late: readonly number[]): Touch[] {
  return touches
    .map((touch, index) => ({ ...touch, receivedAt: touch.at + (late[index] ?? 0) }))
    .sort((one, other) => one.receivedAt - other.receivedAt);
}

describe("touches as they arrive", () => {
  it("come to the matches of a replay, less those withdrawn, restarted after every touch or not", () => {
    fc.assert(
      fc.property(ruleSets, streams, delays, fc.boolean(), (rules, stream, late, restarts) => {
        const touches = arriving(stream, late);
        let arrivals = createArrivals(rules, { customerOf, latenessMs });
        const standing = new Map<string, number>();
        const keep = (matches: ChainMatch[], change: number) => {
          for (const match of matches) {
            standing.set(name(match), (standing.get(name(match)) ?? 0) + change);
          }
        };
        for (const touch of touches) {
          const { matches, withdrawn } = arrivals.take([touch], touch.receivedAt);
          keep(matches, 1);
          keep(withdrawn, -1);
          if (restarts) {
            arrivals = createArrivals(rules, { customerOf, latenessMs, from: arrivals.save() });
          }
        }
        const last = arrivals.passTo(40);
        keep(last.matches, 1);
        keep(last.withdrawn, -1);
        const wanted = replay({ rules, touches }, { until: 40, latenessMs }).matches.map(name);
        const found = [...standing].flatMap(([each, count]) => Array<string>(count).fill(each));
        expect(found.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 4_000 },
    );
  });

  it("that are too late start nothing and are given back", () => {
    const rule = ruleOf({ steps: [{ touch: "a", where: [], times: 1 }] });
    const arrivals = createArrivals([rule], { customerOf, latenessMs });
    const touch = touchOf({ id: "t", type: "a", at: 1, receivedAt: 8 });
    expect(arrivals.take([touch], 8)).toEqual({ matches: [], withdrawn: [], late: [touch] });
  });

  it("withdraw a match that one arriving after it forbids", () => {
    const steps = ["a", "b"].map((touch) => ({ touch, where: [], times: 1 }));
    const rule = ruleOf({ match: "sequence", steps, unless: [{ touch: "x", where: [] }] });
    const arrivals = createArrivals([rule], { customerOf, latenessMs });
    const touch = (type: string, at: number) => touchOf({ id: `${type}${at}`, type, at });
    expect(arrivals.take([touch("a", 1), touch("b", 4)], 4).matches.map(name)).toEqual(["r@4"]);
    expect(arrivals.take([touch("x", 2)], 5)).toMatchObject({
      matches: [],
      withdrawn: [{ rule: { id: "r" }, at: 4 }],
    });
  });

  it("of a visitor count for the contact they become, from then on", () => {
    const steps = ["a", "b"].map((touch) => ({ touch, where: [], times: 1 }));
    const rule = ruleOf({ match: "sequence", steps });
    const arrivals = createArrivals([rule], {
      customerOf: (touch) => touch.contactId ?? touch.anonymousId,
      latenessMs,
    });
    const seen = touchOf({ id: "t1", type: "a", at: 1, contactId: null, anonymousId: "v1" });
    arrivals.take([seen], 1);
    const [from, into] = ["v1", "ann"].map((id) => ({ scope: "contact" as const, id }));
    if (from && into) arrivals.merge({ from, into, at: 2, history: [seen] });
    const { matches } = arrivals.take([touchOf({ id: "t2", type: "b", at: 3 })], 3);
    expect(matches.map(({ customer, from: start }) => [customer, start])).toEqual([["ann", 1]]);
    const before = touchOf({ id: "t0", type: "a", at: 1 });
    expect(arrivals.take([before], 4).late).toEqual([before]);
  });
});

describe("a snapshot", () => {
  it("goes on where it stood, at any point", () => {
    fc.assert(
      fc.property(ruleSets, streams, fc.integer({ min: 0, max: 13 }), (rules, stream, cut) => {
        const touches = [...stream].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        const before = touches.filter(({ at }) => at < cut);
        const first = createMatcher(rules);
        const found = first.take(before);
        // Read back with the rules in another order.
        const second = createMatcher([...rules].reverse(), { from: first.snapshot() });
        found.push(...second.take(touches.slice(before.length)), ...second.passTo(40));
        const wanted = replay({ rules, touches }, { until: 40 }).matches.map(name);
        expect(found.map(name).sort()).toEqual(wanted.sort());
      }),
      { numRuns: 3_000 },
    );
  });

  it("keeps what an unchanged rule half finished, and begins a changed one anew", () => {
    const steps = ["a", "b"].map((touch) => ({ touch, where: [], times: 1 }));
    const same = ruleOf({ id: "same", match: "sequence", steps });
    const changed = ruleOf({ id: "changed", match: "sequence", steps });
    const before = createMatcher([same, changed]);
    before.take([touchOf({ id: "t1", type: "a", at: 1 })]);
    const after = createMatcher(
      [
        { ...changed, withinMs: 9 },
        { ...same, about: { en: "said better" } },
      ],
      { from: before.snapshot() },
    );
    const matches = after.take([touchOf({ id: "t2", type: "b", at: 2 })]);
    expect(matches.map(name)).toEqual(["same@2"]);
  });

  it("of another version is refused, and says what to do", () => {
    const bytes = new TextEncoder().encode("0000 not one of ours");
    expect(() => createMatcher([], { from: bytes })).toThrow("read the touches again");
  });
});
