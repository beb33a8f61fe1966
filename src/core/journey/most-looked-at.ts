// A robot's million touches are kept, and are not a customer's story.

/**
 * Touches of one customer or visitor that a look takes in, the latest: what a person does in years. More would hold up
 * everybody else's reads.
 */
export const mostLookedAt = 20_000;
