// How long an alert is its rep's alone.

/** Their manager hears of it only after this (ours: a working week and its weekend). */
export const repsOwnMs = 7 * 86_400_000;
