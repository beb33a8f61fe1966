import { describe, expect, it } from "vitest";
import { lastPromise } from "../../../../src/core/pipeline/brief/last-promise.ts";
import type { Note } from "../../../../src/core/pipeline/notes.ts";
import type { Call } from "../../../../src/core/training/calls/call.ts";
import { testNow } from "../../../helpers/people.ts";
import { anUpdate, aStory } from "./stories.ts";

const hourMs = 3_600_000;
const reads = { reader: { timeZone: "UTC" }, workdays: { isWorkday: () => true } };
const note = (text: string, at: number): Note => ({
  ...{ id: `tch_${at}`, kind: "update", text, authorId: "per_lei", aboutId: null, at },
});

describe("the last promise", () => {
  it("is none where nobody promised anything", () => {
    expect(lastPromise(aStory(), reads)).toBeUndefined();
    const updates = [anUpdate(testNow, "no next step", { nextStep: "none" })];
    expect(lastPromise(aStory({ updates }), reads)).toBeUndefined();
  });

  it.each([
    ["I promised to send the security paper", true],
    ["Good call. We'll send the sample on Friday morning.", true],
    ["答应给他们一份案例", true],
    ["聊得不错，我们承诺下月给测试机", true],
    ["They promised us a reference", false],
    ["客户答应帮忙引荐", false],
    ["nothing was agreed", false],
  ])("is told by “%s”: %s", (text, isOurs) => {
    const promise = lastPromise(aStory({ notes: [note(text, testNow)] }), reads);
    expect(promise !== undefined).toBe(isOurs);
  });

  it("is the latest of updates, notes and one's own calls, with its words and source", () => {
    const updates = [
      anUpdate(testNow, "demo on Friday", { nextStep: "demo", nextStepDate: "2026-11-27" }),
    ];
    expect(lastPromise(aStory({ updates }), reads)).toMatchObject({
      ...{ step: "demo", day: "2026-11-27", basis: { kind: "update", by: "per_ana" } },
    });
    const notes = [note("周五给他们发合同", testNow + hourMs)];
    expect(lastPromise(aStory({ updates, notes }), reads)).toMatchObject({
      ...{ step: "send_contract", day: "2026-11-27" },
      basis: { kind: "note", by: "per_lei", at: testNow + hourMs },
    });
    const commitments = [
      { who: "customer", quote: "I will ask the board." },
      { who: "rep", quote: "I will send you the trial terms." },
    ];
    const calls = [{ at: testNow + 2 * hourMs, analysis: { commitments } } as Call];
    expect(lastPromise(aStory({ updates, notes, calls }), reads)).toMatchObject({
      ...{ words: "I will send you the trial terms.", basis: { kind: "call" } },
    });
  });
});
