// Durations as rules write them: a number and one of s, m, h, d.

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Milliseconds of "90s", "15m", "48h" or "3d"; negative where written so; nothing when it is not a duration. */
export function parseDuration(text: string): number | undefined {
  const parts = /^(-?\d+(?:\.\d+)?)([smhd])$/.exec(text.trim());
  if (!parts) return undefined;
  return Math.round(Number(parts[1]) * unitMs[parts[2] as keyof typeof unitMs]);
}
