// What is measured of a bot after an import.
export type VisitorMeasures = {
  importSeconds: number;
  /** From then until identity and the chains of rules had come to the end of the log. */
  caughtUpSeconds: number;
  /** From "customer Acme" to the card in the conversation, in the middle of several. */
  cardMs: number;
  /** The longest of them: the first has nothing in the cache. */
  slowestCardMs: number;
  /** The history that the chains of a rule look at. */
  chainHistoryMs: number;
  /** What one lead's assignment looks at. */
  signalsMs: number;
  /** Every touch there is, read: what none of these may do. */
  readEverythingMs: number;
  /** Of the whole process, while it imported and answered; reading everything comes after. */
  peakMegabytes: number;
};
