// What stands behind a change, as the change carries it: one piece, or a list of them.
import { z } from "zod";
import { type EvidenceKind, evidenceKinds } from "./contract.ts";

const piece = z.object({
  kind: z.enum(evidenceKinds),
  /** Where it lies: an asset id, an address, a note id, a touch id. */
  ref: z.string().min(1).max(2_000),
});

/** The kinds of evidence something carries; whatever else lies there, such as a line of a file, is none. */
export function evidenceOf(carried: unknown): EvidenceKind[] {
  return [carried].flat().flatMap((each) => {
    // Thousands of rows of a file carry their line: not worth a full reading.
    if (typeof each !== "object" || each === null || !("kind" in each)) return [];
    const read = piece.safeParse(each);
    return read.success ? [read.data.kind] : [];
  });
}
