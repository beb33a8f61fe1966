// That somebody was forgotten, or deleted what was theirs: said outside what backups hold, so that one forgets again.

/** `own`: what was theirs up to a moment, by a person who stays. */
export type Forgotten = { kind: "person" | "contact" | "own"; id: string; at: number };

/** What a restored backup has yet to forget. */
export type Due = {
  entries: Forgotten[];
  /** The forgotten contact whose visitor this was. */
  ownerOf(visitorId: string): string | undefined;
};
