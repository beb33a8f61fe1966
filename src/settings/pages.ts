// The variables of the pages that cards link to, for settings.ts.
import { z } from "zod";
import { hourMs } from "../core/durations.ts";

/** How long a page may be looked at. */
export const pageSettings = {
  PAGE_LINK_HOURS: {
    what: "Pages: hours for which a link on a card opens a customer's page. Links need PUBLIC_URL.",
    expects: "a number of hours above 0, at most 720",
    where: "Your choice. An ended link says how to get another one.",
    fallback: "24",
    read: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,2})?$/)
      .transform(Number)
      .refine((number) => number > 0 && number <= 720)
      .transform((number) => number * hourMs),
  },
};
