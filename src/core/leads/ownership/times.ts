// How long things about ownership take. A company sets its own (LEAD_… variables); these are where it starts.
import { dayMs, hourMs } from "../../durations.ts";

export type OwnershipTimes = {
  /** Working time somebody has to accept an offer. */
  acceptMs: number;
  /** Working time before the deadline at which they are reminded. */
  remindMs: number;
  /** After this a lead that nobody took goes to the public pool. */
  untakenMs: number;
  /** Protection period: an accepted lead without a sign of work goes to the pool after this. */
  protectMs: number;
  /** Before the protection ends its owner is warned. */
  warnMs: number;
  /** Whoever lost a lead to the pool leaves it to the others for so long. */
  othersFirstMs: number;
};

export const usualTimes: OwnershipTimes = {
  acceptMs: 4 * hourMs,
  remindMs: hourMs,
  untakenMs: 3 * dayMs,
  protectMs: 30 * dayMs,
  warnMs: 3 * dayMs,
  othersFirstMs: 7 * dayMs,
};
