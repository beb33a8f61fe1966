// What is kept of a newcomer's first day.

/** The id is the person's. waiting: they know that nothing is assigned yet, and hear when it is. */
export type FirstDay = {
  id: string;
  /** YYYY-MM-DD where they are. */
  day: string;
  state: "waiting" | "shown";
  buddyId: string | null;
  updatedAt: number;
};
