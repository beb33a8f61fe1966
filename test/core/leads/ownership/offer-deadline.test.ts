import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import type { Assignment } from "../../../../src/core/leads/assigning/assignment.ts";
import { withDeadline } from "../../../../src/core/leads/ownership/offer-deadline.ts";
import { usualTimes } from "../../../../src/core/leads/ownership/times.ts";
import type { NewJob, Unit } from "../../../../src/core/ports.ts";
import { aPerson } from "../../../helpers/people.ts";

const workdays = createCalendar();

/** When an offer made at `now` ends, and its jobs. */
function deadlineOf(now: string, timeZone: string) {
  const jobs: NewJob[] = [];
  const unit = { now: Date.parse(now), schedule: (job: NewJob) => void jobs.push(job) } as Unit;
  const rep = aPerson("per_ana", { timeZone });
  const assignment = { id: "asg_1", repId: rep.id } as Assignment;
  const timed = withDeadline(unit, { workdays, ownership: usualTimes }, { rep, assignment });
  return { at: new Date(timed.deadlineAt ?? 0).toISOString(), jobs };
}

describe("the deadline of an offer", () => {
  it.each([
    ["within a day", "2026-11-23T09:00:00Z", "UTC", "2026-11-23T13:00:00.000Z"],
    ["over a night", "2026-11-23T16:00:00Z", "UTC", "2026-11-24T11:00:00.000Z"],
    [
      "over a weekend and a clock change",
      "2026-10-23T15:00:00Z",
      "Europe/London",
      "2026-10-26T11:00:00.000Z",
    ],
    ["over Christmas", "2026-12-24T17:00:00Z", "Europe/London", "2026-12-29T12:00:00.000Z"],
    [
      "over the Chinese national holiday",
      "2026-09-30T09:00:00Z",
      "Asia/Shanghai",
      "2026-10-08T04:00:00.000Z",
    ],
    ["on a make-up workday", "2026-10-10T01:00:00Z", "Asia/Shanghai", "2026-10-10T05:00:00.000Z"],
  ])("is four working hours later %s", (_where, now, timeZone, at) => {
    expect(deadlineOf(now, timeZone).at).toBe(at);
  });

  it("is reminded of an hour of work before", () => {
    const { jobs } = deadlineOf("2026-11-23T16:00:00Z", "UTC");
    expect(jobs.map(({ kind, runAt }) => [kind, new Date(runAt ?? 0).toISOString()])).toEqual([
      ["lead.remind", "2026-11-24T10:00:00.000Z"],
      ["lead.expire", "2026-11-24T11:00:00.000Z"],
    ]);
  });
});
