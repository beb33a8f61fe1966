// The jobs of briefs and reviews that come at their time.
import { type ReviewPayload, reviewJob, runBookedReview } from "../review/book-review.ts";
import { type CalendarReviewPayload, calendarReviewJob } from "../review/keep-calendar-review.ts";
import { sendCalendarReview } from "../review/send-calendar-review.ts";
import { briefBeforeMeeting, type MeetingPayload, meetingJob } from "./meeting-briefs.ts";
import type { BriefServices } from "./services.ts";

export function briefingJobs(services: BriefServices) {
  return {
    [meetingJob]: {
      run: (payload: unknown) => briefBeforeMeeting(payload as MeetingPayload, services),
    },
    [calendarReviewJob]: {
      run: (payload: unknown) => sendCalendarReview(payload as CalendarReviewPayload, services),
    },
    [reviewJob]: {
      run: (payload: unknown) => runBookedReview(payload as ReviewPayload, services),
    },
  };
}
