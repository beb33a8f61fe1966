// What can be found, as it comes and as it is counted.
import type { Tags } from "./posting-lists.ts";
import type { WeightedText } from "./vectors/term-matrix.ts";

/** Something to be found. */
export type SearchDocument = {
  /** Unique among the documents. */
  id: string;
  text: string | readonly WeightedText[];
  /** Such as `{ tactic: ["silence"] }`; a document without a key matches any value of it. */
  tags?: Tags;
};

/** The same with its text in parts. */
export type Counted = { parts: readonly WeightedText[]; tags: Tags };

/** A document as it is counted. */
export function toParts({ text, tags = {} }: SearchDocument): Counted {
  return { parts: typeof text === "string" ? [{ text, weight: 1 }] : text, tags };
}
