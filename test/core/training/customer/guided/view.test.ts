import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boundMood,
  takeView,
  viewSchema,
} from "../../../../../src/core/training/customer/guided/view.ts";
import { toPlan } from "../../../../../src/core/training/customer/plan.ts";
import { openTalk, replyTo } from "../../../../../src/core/training/customer/reply.ts";
import { library } from "../../reps.ts";

const plan = toPlan(library, { scenario: "pumps-night-shift", language: "en" });
const begun = openTalk(plan, 1).state;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const delta = fc.double({ min: -1, max: 1, noNaN: true });

describe("a model's view of the mood", () => {
  it("makes a move half to one and a half times as strong, and never turns it round", () => {
    const mood = fc.record({ trust: share, patience: share });
    const view = fc.record({ trustDelta: delta, patienceDelta: delta });
    fc.assert(
      fc.property(view, mood, mood, (wanted, computed, before) => {
        const bounded = boundMood(wanted, computed, before);
        for (const key of ["trust", "patience"] as const) {
          const move = computed[key] - before[key];
          const moved = bounded[key] - before[key];
          expect(Math.abs(moved)).toBeLessThanOrEqual(Math.abs(move) * 1.5 + 0.001);
          expect(moved * move).toBeGreaterThanOrEqual(-0.001);
          expect(bounded[key]).toBeGreaterThanOrEqual(0);
          expect(bounded[key]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("moves nothing where nothing was computed", () => {
    const mood = { trust: 0.4, patience: 0.5 };
    expect(boundMood({ trustDelta: 1, patienceDelta: -1 }, mood, mood)).toEqual(mood);
  });
});

describe("a view that is taken", () => {
  const decided = replyTo(plan, begun, "We are the leading provider, trust me.");
  const view = viewSchema.parse({ wants: "continue", says: "Leading at what?", trustDelta: 1 });
  const reply = takeView(view, decided, begun.mood);

  it("changes the words, and nothing that was decided", () => {
    expect(reply).toMatchObject({
      text: "Leading at what?",
      reaction: decided.reaction,
      tactics: decided.tactics,
      because: decided.because,
    });
    const { mood: _mood, said: _said, failures: _failures, ...rest } = reply.state;
    const { mood: _was, said: _before, ...due } = decided.state;
    expect(rest).toEqual(due);
  });

  it("cannot lift the trust that a dodge costs", () => {
    expect(decided.reaction).not.toBe("met");
    expect(reply.state.mood.trust).toBeLessThanOrEqual(begun.mood.trust);
  });

  it("remembers its words and the library's line, which is not said again", () => {
    expect(reply.state.said).toEqual([...decided.state.said, "Leading at what?"]);
  });
});

describe("an answer of a model", () => {
  it("is read where only what matters is right", () => {
    const loose = { wants: "continue", says: " Hm. ", reaction: "puzzled", trustDelta: 40 };
    expect(viewSchema.parse(loose)).toMatchObject({ says: "Hm.", reaction: null, trustDelta: 0 });
  });

  it.each([{ says: "Hm." }, { wants: "maybe", says: "Hm." }, { wants: "agree", says: " " }])(
    "is not read without words or an end: %o",
    (bad) => {
      expect(viewSchema.safeParse(bad).success).toBe(false);
    },
  );
});
