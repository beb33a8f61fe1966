// Lengths of time in milliseconds. A day here is 24 hours: calendar days are people/working-time.ts's.

/** A minute. */
export const minuteMs = 60_000;

/** An hour. */
export const hourMs = 60 * minuteMs;

/** 24 hours, whatever the clocks did that day. */
export const dayMs = 24 * hourMs;

/** Seven times that. */
export const weekMs = 7 * dayMs;
