// The variables that say how long what is kept of people stays, for settings.ts.
import { z } from "zod";
import { dayMs } from "../core/durations.ts";

const days = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 3650)
  .transform((number) => number * dayMs);
const expects = "a whole number of days from 1 to 3650";

/** How long each group of what is kept stays; `privacy` shows it to everybody. */
export const retentionSettings = {
  RETENTION_PRACTICE_DAYS: {
    what: "Privacy: days practice sessions, their reports and the evidence on skills are kept.",
    ...{ expects, where: "Your company's policy.", fallback: "365", read: days },
  },
  RETENTION_CALLS_DAYS: {
    what: "Privacy: days analysed calls and alerts about somebody are kept.",
    ...{ expects, where: "Your company's policy.", fallback: "180", read: days },
  },
  RETENTION_MESSAGES_DAYS: {
    what: "Privacy: days words that came in, cards that went out and dropped files are kept.",
    ...{
      expects,
      where: "Your company's policy; notes on deals are records and stay.",
      fallback: "90",
      read: days,
    },
  },
  RETENTION_LOOKS_DAYS: {
    what: "Privacy: days it is kept which manager looked at whose skills.",
    ...{ expects, where: "Your company's policy.", fallback: "365", read: days },
  },
};
