// The most and least Slack takes of everything in Block Kit, read apart from what our renderer believes of it.

/**
 * Counted in UTF-16 units, the strictest reading. From the descriptions in @slack/types 3.2.0 (block-kit/*.d.ts)
 * unless a line names another source: "L" is nicklambourne/slackblocks spec/limits.json, a transcription of Slack's
 * pages; "docs" is docs.slack.dev/reference. Where two sources differ, the smaller number stands.
 */
export const most = {
  /** docs: block-kit/blocks. */
  blocks: { message: 50, modal: 100, home: 100 },
  /** Characters over all blocks of a message: bolt-js#2509 was refused at 13,298, and others a little below. */
  messageText: 13_200,
  /** Bytes of `text` in chat.update (pymc-labs/daimon#106). */
  editText: 4_000,
  /** docs: chat.postMessage; truncated above. */
  postText: 40_000,
  id: 255,
  /** docs: views. */
  view: { title: 24, submit: 24, close: 24, metadata: 3_000 },
  text: 3_000,
  header: 150,
  section: { text: 3_000, fields: 10, field: 2_000 },
  context: 10,
  actions: 25,
  contextActions: 5,
  image: { url: 3_000, alt: 2_000, title: 2_000 },
  input: { label: 2_000, hint: 2_000 },
  /** docs: blocks/markdown-block; of all markdown blocks together. */
  markdown: 12_000,
  /** L. */
  alert: 200,
  card: { title: 150, subtitle: 150, body: 200, actions: 3 },
  carousel: 10,
  container: { title: 150, blocks: 10 },
  /** L. */
  plan: 50,
  /** L. */
  video: { title: 200, description: 200, author: 50, url: 3_000 },
  /** docs: blocks/table-block, the characters over all cells of a message. */
  table: { rows: 100, columns: 20, settings: 20, text: 10_000, perMessage: 1 },
  /** docs: blocks/data-table-block, which says 101 where L says 201. */
  dataTable: { rows: 101, columns: 20, page: 100, text: 20_000 },
  /** docs: blocks/data-visualization-block, which says 6 where L says 12. */
  chart: { perMessage: 2, title: 50, segments: 6, series: 6, categories: 20, name: 20, axis: 50 },
  button: { text: 75, value: 2_000, url: 3_000, label: 75 },
  confirm: { title: 100, text: 300, button: 30 },
  option: { text: 75, value: 75, description: 75, url: 3_000 },
  select: { options: 100, groups: 100, placeholder: 150 },
  choices: 10,
  overflow: 5,
  typed: 3_000,
  files: 10,
  /** L. */
  list: { indent: 8 },
} as const;
