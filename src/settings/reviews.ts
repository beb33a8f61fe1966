// The variable that says which meetings of a calendar are deal reviews, for settings.ts.
import { z } from "zod";
import { usualReviewTitles } from "../core/pipeline/review/calendar-review.ts";

/** Words of a meeting's title; none switches the reviews of calendars off. */
export const reviewSettings = {
  REVIEW_TITLES: {
    what: "Deal reviews: words in a meeting's title that make it one, so that its card comes 30 minutes before.",
    expects: "words or phrases of two letters or more, separated by commas, or off",
    where: "Your choice: what your calendar calls them, in any language.",
    fallback: usualReviewTitles.join(", "),
    read: z
      .string()
      .transform((words) => (words.trim().toLowerCase() === "off" ? [] : toWords(words)))
      .refine((words) => words.every(({ length }) => length >= 2 && length <= 60)),
  },
};

const toWords = (words: string) =>
  words
    .split(/[,，、;；]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
