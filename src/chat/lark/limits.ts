// What Lark takes in one card and one message. Sources and doubts: docs of card JSON 2.0, measured reports.

export const limits = {
  /** Bytes of a card as UTF-8 JSON. Lark refuses above 30 KB; the rest is for its own wrapping. */
  cardBytes: 28_000,
  /** Elements of a card, texts inside elements included. Lark refuses above 200. */
  elements: 180,
  /** Tables of a card. Lark says 5; several teams were refused above 3. */
  tables: 3,
  /** Charts of a card. */
  charts: 5,
  /** Rows a table shows on one page. */
  tablePage: 10,
  tableColumns: 50,
  /** Tags in a card's header. */
  headerTags: 3,
  title: 200,
  subtitle: 200,
  tag: 30,
  summary: 150,
  /** Characters of one piece of text. */
  text: 8_000,
  /** Pairs of label and value in one element. */
  fields: 10,
  url: 2_000,
  buttonLabel: 60,
  confirm: 300,
  placeholder: 100,
  /** Characters of one input. */
  input: 1_000,
  options: 100,
  optionLabel: 100,
  /** Cells of a heat map drawn as coloured cells; a larger one is a table. */
  heatColumns: 5,
  heatRows: 8,
  /** Points of one chart. */
  chartPoints: 200,
  /** Bytes of a plain text message. */
  plainText: 20_000,
  /** Characters of the key that makes a message idempotent. */
  uuid: 50,
  /** How long Lark takes the same key only once. */
  idempotentForMs: 3_600_000,
  /** A card can be changed for 14 days; an hour less, for the clocks. */
  changeableForMs: 14 * 86_400_000 - 3_600_000,
  /** Bytes of a file somebody sends us. */
  download: 30 * 1024 * 1024,
  /** Files whose taking is remembered, so that a redelivery does not fetch them again. */
  filesRemembered: 2_000,
  /** How long a file that cannot be fetched now is asked for again with each redelivery. */
  fileTriesMs: 3_600_000,
  /** Characters of messages that were forwarded together. */
  forwarded: 8_000,
  /** Bytes of a picture we send. */
  image: 10 * 1024 * 1024,
  /** Bytes of one callback request. */
  callback: 1024 * 1024,
  /** Lark redelivers for up to about seven hours, perhaps with the timestamp of the first try. */
  callbackAgeMs: 7.5 * 3_600_000,
  /** How far ahead a callback's clock may be. */
  callbackAheadMs: 5 * 60_000,
  /** Lark waits 3 s for an answer; connecting takes some of it. */
  answerMs: 2_500,
} as const;

/** What Lark bears: 5 messages per second to one person, 50 to all. */
export const pace = { perTargetMs: 250, perSecond: 40 } as const;
