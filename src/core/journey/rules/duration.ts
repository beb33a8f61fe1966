// Durations as rules write them: a number and one of s, m, h, d.
import { dayMs, hourMs, minuteMs } from "../../durations.ts";

const unitMs = { s: 1_000, m: minuteMs, h: hourMs, d: dayMs } as const;

/** Milliseconds of "90s", "15m", "48h" or "3d"; negative where written so; nothing when it is not a duration. */
export function parseDuration(text: string): number | undefined {
  const parts = /^(-?\d+(?:\.\d+)?)([smhd])$/.exec(text.trim());
  if (!parts) return undefined;
  return Math.round(Number(parts[1]) * unitMs[parts[2] as keyof typeof unitMs]);
}
