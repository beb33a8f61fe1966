// What `eval retrieval` is made of; alone in a file, so that naming the parts loads none of them.

/** What can be evaluated alone. */
export const parts = ["shipped", "cmrc", "banking77", "stsb"] as const;
export type Part = (typeof parts)[number];
