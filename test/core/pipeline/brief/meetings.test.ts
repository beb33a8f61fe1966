import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Touch } from "../../../../src/core/model.ts";
import { standingMeetings, startOf } from "../../../../src/core/pipeline/brief/meetings.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";

const hourMs = 3_600_000;
const tell = (
  id: string,
  type: string,
  props: Record<string, unknown>,
  set: Partial<Touch> = {},
): Touch => aTouch(id, testNow, { type: `meeting.${type}`, source: "calendly", props, ...set });
const at = (hours: number) => new Date(testNow + hours * hourMs).toISOString();

describe("meetings that stand", () => {
  it("are those booked, at the time they were booked for", () => {
    const touches = [tell("tch_1", "booked", { startsAt: at(3), meeting: "m1" })];
    expect(standingMeetings(touches)).toEqual([
      { id: "m1", touchId: "tch_1", startsAt: testNow + 3 * hourMs },
    ]);
  });

  it("fall when they are called off, by the calendar's id or by their time", () => {
    const booked = [
      tell("tch_1", "booked", { startsAt: at(3), meeting: "m1" }),
      tell("tch_2", "booked", { startsAt: at(5) }),
    ];
    const off = [
      tell("tch_3", "cancelled", { meeting: "m1" }, { at: testNow + 1 }),
      tell("tch_4", "cancelled", { startsAt: at(5) }, { at: testNow + 1 }),
    ];
    expect(standingMeetings([...booked, off[0] as Touch]).map(({ id }) => id)).toEqual(["tch_2"]);
    expect(standingMeetings([...booked, ...off])).toEqual([]);
  });

  it("are at their new time when they moved: under the same id, or as Calendly does, under another", () => {
    const first = tell("tch_1", "booked", { startsAt: at(3), meeting: "m1" });
    const same = tell("tch_2", "moved", { startsAt: at(9), meeting: "m1" }, { at: testNow + 1 });
    expect(standingMeetings([same, first])).toMatchObject([
      { touchId: "tch_2", startsAt: testNow + 9 * hourMs },
    ]);
    const off = tell("tch_3", "cancelled", { meeting: "m1" }, { at: testNow + 1 });
    const other = tell("tch_4", "moved", { startsAt: at(9), meeting: "m2" }, { at: testNow + 2 });
    expect(standingMeetings([first, off, other]).map(({ id }) => id)).toEqual(["m2"]);
  });

  it("do not depend on the order in which calendars tell", () => {
    const touches = [
      tell("tch_1", "booked", { startsAt: at(3), meeting: "m1" }),
      tell("tch_2", "booked", { startsAt: at(4), meeting: "m2" }, { at: testNow + 1 }),
      tell("tch_3", "cancelled", { meeting: "m1" }, { at: testNow + 2 }),
      tell("tch_4", "moved", { startsAt: at(6), meeting: "m2" }, { at: testNow + 3 }),
    ];
    const expected = standingMeetings(touches);
    fc.assert(
      fc.property(fc.shuffledSubarray(touches, { minLength: 4 }), (told) => {
        expect(standingMeetings(told)).toEqual(expected);
      }),
    );
  });

  it("have a time, as text or as milliseconds", () => {
    expect(startOf({ props: { startsAt: at(1) } })).toBe(testNow + hourMs);
    expect(startOf({ props: { startsAt: testNow } })).toBe(testNow);
    expect(startOf({ props: { startsAt: "soon" } })).toBeUndefined();
    expect(startOf({ props: {} })).toBeUndefined();
  });
});
