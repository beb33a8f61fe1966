// What Slack takes, as tables. Sources: @slack/types 3.2.0, docs.slack.dev and threads.

export const limits = {
  /** Blocks of one message, and of one modal or Home tab. */
  messageBlocks: 50,
  viewBlocks: 100,
  /** Characters over all blocks of a message: Slack refuses somewhere above 13,200 (bolt-js#2509). */
  messageText: 12_000,
  /** Characters of `text`, shown in notifications and where blocks cannot be. */
  fallbackText: 8_000,
  /** Bytes of `text` in an edit: msg_too_long above (pymc-labs/daimon#106 tried it; F3-Nation/archive-slackblast#64). */
  editText: 4_000,
  header: 150,
  sectionText: 3_000,
  contextText: 2_000,
  /** Characters of one rich text block: ours, so that no block is a wall. */
  richText: 6_000,
  image: { alt: 2_000, url: 3_000 },
  actions: 25,
  button: { text: 75, value: 2_000, url: 3_000 },
  confirm: { title: 100, text: 300, button: 30 },
  select: { options: 100, groups: 100, optionText: 75, optionValue: 75, placeholder: 150 },
  input: { label: 2_000, hint: 2_000, text: 3_000 },
  /** action_id, block_id, callback_id. */
  id: 255,
  view: { title: 24, submit: 24, close: 24, metadata: 3_000 },
  table: { rows: 100, columns: 20, text: 10_000 },
  /**
   * Of the data_visualization block (docs.slack.dev, which says six series where others say twelve). A message bears
   * two of them.
   */
  chart: { perMessage: 2, title: 50, series: 6, segments: 6, categories: 20, label: 20 },
  /** Characters of a form packed into a message's metadata; the limit itself is not documented. */
  formMetadata: 12_000,
  /** Bytes of one file a person drops, and of one request over HTTP. */
  file: 20 * 1024 * 1024,
  request: 1024 * 1024,
  /** Characters of a message that a shortcut is picked on. */
  shortcutText: 8_000,
  /** Of one shortcut in the manifest. */
  shortcut: { name: 24, description: 150 },
} as const;

/** Waits and clocks, in milliseconds. */
export const times = {
  /** One Web API call. Its target waits for it. */
  callMs: 10_000,
  /** From a press or a form to its acknowledgement: Slack gives three seconds, the way there included. */
  answerMs: 2_200,
  /** Of those, what a file of a form may take. */
  fileWaitMs: 1_500,
  /** A signature older than this is a replay. */
  staleMs: 5 * 60_000,
  /** Between two messages to one person, and how many a second to all: "about one a second a channel". */
  perTargetMs: 1_000,
  perSecond: 40,
  /** From opening a socket to Slack's hello. */
  helloMs: 15_000,
  /** What starting waits for the second socket. */
  secondMs: 2_000,
  /** A socket that was closed sooner was not wanted: the next one waits. */
  shortLifeMs: 10_000,
  /** Between attempts to connect again: the first at once, then doubling. */
  reconnectMs: { first: 500, longest: 30_000 },
  /** What stop() waits for work under way. */
  drainMs: 5_000,
  /** What a socket waits for its last acknowledgements when Slack asks to renew it: Slack itself waits longer. */
  goodbyeMs: 2_500,
  /** Between two publications of one person's home, and how long after it was opened it is kept fresh. */
  homeMs: 3_000,
  homeWatchMs: 30 * 60_000,
  /** How long blocks that Slack refused are left out before they are tried again. */
  refusedMs: 24 * 3_600_000,
  /** A mention older than this is a late redelivery: nobody is pointed anywhere. */
  mentionMs: 10 * 60_000,
} as const;
