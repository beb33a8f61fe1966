import { describe, expect, it } from "vitest";
import type { Touch } from "../../../../../src/core/model.ts";
import { isFreshTalk, isInternal } from "../../../../../src/core/pipeline/updates/talks/talks.ts";
import { testNow } from "../../../../helpers/people.ts";
import { aTouch } from "../../../../helpers/touches.ts";

const ended = (set: Partial<Touch> = {}, at = testNow) =>
  aTouch("tch_1", at, { type: "call.ended", source: "webhook", ...set });
const hourMs = 3_600_000;

describe("the end of a call or meeting", () => {
  it.each(["call.ended", "call.made", "meeting.ended", "meeting.held"])(
    "is %s, just now",
    (type) => {
      expect(isFreshTalk(ended({ type }), testNow)).toBe(true);
      expect(isFreshTalk(ended({ type }, testNow - 2 * hourMs), testNow)).toBe(false);
    },
  );

  it("is not what a file tells, nor a meeting that is booked", () => {
    expect(isFreshTalk(ended({ source: "file" }), testNow)).toBe(false);
    expect(isFreshTalk(ended({ type: "meeting.booked" }), testNow)).toBe(false);
  });

  it("is internal when it says so, or with nobody but our own people", () => {
    const people = [{ email: "ana@ours.example" }, { email: "Mia@ours.example" }];
    const among = (attendees: string[]) =>
      isInternal(ended({ props: { attendees } }), undefined, people);
    expect(isInternal(ended({ props: { internal: true } }), undefined, people)).toBe(true);
    expect(isInternal(ended(), { email: "mia@ours.example" }, people)).toBe(true);
    expect(among(["ana@ours.example", "mia@OURS.example"])).toBe(true);
    expect(among(["ana@ours.example", "wang@acme.example"])).toBe(false);
    expect(isInternal(ended(), { email: "wang@acme.example" }, people)).toBe(false);
  });
});
