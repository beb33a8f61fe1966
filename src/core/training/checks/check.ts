// What every check takes and gives.
import type { Path, Playbook, PlaybookFile } from "../library.ts";

/** What a check found: the reader of the files turns the path into line and column. */
export type Finding = { file: string; path: Path; message: string; fix: string };

/** A playbook as far as it could be read. */
export type Reading = {
  playbook: Playbook;
  /** The path of each of its files. */
  files: Record<PlaybookFile, string>;
  /** Files of which nothing could be read: what refers into them is not judged. */
  unread: readonly PlaybookFile[];
  /** Ids of things that break the schema, if they have one: these exist, so nothing is said a second time. */
  rejected: Readonly<Record<PlaybookFile, readonly (string | undefined)[]>>;
  /** The shipped playbook that a company's own one of this vertical and language adds to. */
  shipped?: Playbook | undefined;
  /** A company's own: it need not be complete. */
  isOwn: boolean;
};
