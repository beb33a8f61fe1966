// What metrics can be split and filtered by.

/** What a metric can be split and filtered by. */
export const dimensions = [
  "team",
  "person",
  "segment",
  "industry",
  "source",
  "stage",
  "product",
  "country",
  "region",
  "loss_reason",
  "competitor",
  "kind",
  "month",
  "week",
  "quarter",
] as const;
export type Dimension = (typeof dimensions)[number];

/** Stretches of the calendar, in which a metric that happens in time can be counted one by one. */
export const timeDimensions = ["month", "week", "quarter"] as const satisfies Dimension[];
export type TimeDimension = (typeof timeDimensions)[number];

/** Whether a dimension is one of time. */
export function isTime(dimension: Dimension | null): dimension is TimeDimension {
  return timeDimensions.some((one) => one === dimension);
}
