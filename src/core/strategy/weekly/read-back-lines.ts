// What stands under a claim that is read back: the author's words, what of them is no part of the test, and what was assumed.
import type { Reading } from "../../text/format.ts";
import type { Claim } from "../claim.ts";
import type { ReadClaim } from "../read-claim.ts";

/** `read`: what was understood of `said`; a form says everything itself. */
type ReadBack = { said: string; claim: Claim; read?: ReadClaim };

/** In the order they are read. */
export function readBackLines({ said, claim, read }: ReadBack, reading: Reading): string[] {
  const { readBack: texts } = reading.texts.strategy;
  if (!read) return said ? [texts.why({ words: said })] : [];
  const assumed = [
    ...(read.windowDays === undefined ? [texts.days({ days: claim.windowDays })] : []),
    ...(read.points === undefined ? [texts.points({ points: claim.points })] : []),
  ];
  return [
    texts.why({ words: said }),
    ...(read.untested ? [texts.untested({ words: read.untested })] : []),
    ...(assumed.length > 0 ? [texts.assumed({ what: assumed.join(texts.and) })] : []),
  ];
}
