// How long an alert is its rep's alone.
import { weekMs } from "../../durations.ts";

/** Their manager hears of it only after this (ours: a working week and its weekend). */
export const repsOwnMs = weekMs;
