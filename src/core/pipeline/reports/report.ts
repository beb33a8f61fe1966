// A report as its person sent it to their manager: one for each day or week.
export type Span = "day" | "week";

export type SentReport = {
  id: string;
  personId: string;
  /** Whom it was sent to. */
  managerId: string;
  span: Span;
  /** YYYY-MM-DD where the person is; of a week its Monday. */
  day: string;
  text: string;
  /** What was sent before it was corrected, oldest first. */
  earlier: { text: string; at: number }[];
  sentAt: number;
  correctedAt: number | null;
};

/** Characters of what we write, and of what its person may make of it. */
export const longestWritten = 3_000;
export const longestReport = 5_000;

/** When it last came to the manager. */
export const lastSentAt = ({ sentAt, correctedAt }: SentReport): number => correctedAt ?? sentAt;
