// A figure, and between what it lies.

/** A figure with the interval that holds it in 95 of 100 samples. */
export type Interval = { value: number; low: number; high: number };

/** Two-sided 95 % of the normal distribution: so many standard errors to either side. */
export const normal95 = 1.959964;
