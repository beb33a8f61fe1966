// The variables that say how long offers, protection and the public pool take, for settings.ts.
import { z } from "zod";
import { dayMs, hourMs } from "../core/durations.ts";

const duration = (unitMs: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}(\.\d{1,2})?$/)
    .transform(Number)
    .refine((number) => number > 0 && number <= most)
    .transform((number) => number * unitMs);

/** How long somebody has a lead, by when it is whose. */
export const ownershipSettings = {
  LEAD_ACCEPT_HOURS: {
    what: "Leads: working hours a rep has to accept an offer before it goes to the next.",
    expects: "a number of hours above 0, at most 200",
    where: "Your choice. Nights, weekends and holidays where the rep is do not count.",
    fallback: "4",
    read: duration(hourMs, 200),
  },
  LEAD_UNTAKEN_DAYS: {
    what: "Leads: days after which a lead that nobody took goes to the public pool.",
    expects: "a number of days above 0, at most 3650",
    where: "Your choice.",
    fallback: "3",
    read: duration(dayMs, 3650),
  },
  LEAD_PROTECT_DAYS: {
    what: "Leads: the protection period, after which an accepted lead without any work goes to the public pool.",
    expects: "a number of days above 0, at most 3650",
    where: "Your choice; 3650 is as good as never. Its owner is warned three days before.",
    fallback: "30",
    read: duration(dayMs, 3650),
  },
  LEAD_OTHERS_FIRST_DAYS: {
    what: "Leads: days for which whoever lost a lead to the pool leaves it to the others.",
    expects: "a number of days above 0, at most 3650",
    where: "Your choice.",
    fallback: "7",
    read: duration(dayMs, 3650),
  },
};
