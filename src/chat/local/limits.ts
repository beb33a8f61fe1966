// What the local chat takes. Slack and Lark have their own tables, with the same names where they mean the same.

export const limits = {
  /** Characters of one message or one answer in a form. */
  text: 20_000,
  /** Bytes of one file. */
  upload: 20 * 1024 * 1024,
  /** Bytes of one request beyond its file: text, field names, boundaries. */
  requestOverhead: 1024 * 1024,
  /** Files dropped with one message. */
  files: 10,
  /** Fields of one form. */
  fields: 100,
  /** Messages of a conversation shown at once. */
  transcript: 100,
  /** Characters of an event key. */
  key: 100,
  /** Characters of a person's id. */
  id: 100,
} as const;

/** The upload limit as people say it. */
export const uploadMegabytes = limits.upload / 1024 / 1024;
