// Briefs before a meeting and deal reviews, asked for or at their time.
import { chooseMeetings, tapMeetings } from "../../core/pipeline/brief/meeting-choice.ts";
import type { BriefServices } from "../../core/pipeline/brief/services.ts";
import { pickBrief, showBrief } from "../../core/pipeline/brief/show-brief.ts";
import { callOffReview } from "../../core/pipeline/review/book-review.ts";
import { openReview, showReview, updateReviewed } from "../../core/pipeline/review/show-review.ts";
import type { Area } from "./area.ts";

export function briefingArea(services: BriefServices) {
  return {
    intents: {
      brief: (person, name) => showBrief(services, person, name),
      meeting_briefs: (person, words) => chooseMeetings(person, words),
      review: (person, words) => showReview(services, person, words),
    },
    actions: {
      "brief.pick": (ask) => pickBrief(services, ask),
      "brief.meetings": (ask) => tapMeetings(ask),
      "review.deal": (ask) => openReview(services, ask),
      "review.update": (ask) => updateReviewed(services, ask),
      "review.call_off": (ask) => callOffReview(ask),
    },
  } satisfies Area;
}
