// Which events of a log ARE the outcome: they end what may be looked at, and are never looked at themselves.

import { Refused } from "../../core/errors.ts";

/** Names of events, as a log writes them. */
export type OutcomeNames = { approved: string[]; declined: string[]; cancelled: string[] };
export type Outcome = keyof OutcomeNames;

/**
 * Words that end an application or a deal. Loan logs (BPI Challenge 2012 and 2017) put "A_" before what befalls the
 * application and "O_" before what befalls one offer: an accepted offer ends it well, an accepted application goes on;
 * a cancelled offer makes room for the next one.
 */
const words: Record<Outcome, RegExp> = {
  approved:
    /^(?:a_(?:approved|activated|registered|pending)|o_accepted|(?:closed[ _-]?)?won|approved|activated|signed)$/i,
  declined:
    /^(?:[ao]_(?:declined|denied|refused|rejected)|(?:closed[ _-]?)?lost|declined|denied|refused|rejected)$/i,
  cancelled: /^(?:a_cancelled|cancelled|canceled|withdrawn)$/i,
};

/** The outcome events among the names of a log; what somebody names themselves goes before our words. */
export function findOutcomeNames(
  names: Iterable<string>,
  given: Partial<OutcomeNames> = {},
): OutcomeNames {
  const all = [...names];
  refuseUnknown(given, all);
  const named = new Set(Object.values(given).flat());
  const pick = (outcome: Outcome) =>
    given[outcome] ?? all.filter((name) => !named.has(name) && words[outcome].test(name)).sort();
  return { approved: pick("approved"), declined: pick("declined"), cancelled: pick("cancelled") };
}

/** An event nobody did ends no case: a slip of the pen would leave one outcome empty. */
function refuseUnknown(given: Partial<OutcomeNames>, all: readonly string[]): void {
  const unknown = Object.values(given)
    .flat()
    .find((name) => name !== undefined && !all.includes(name));
  if (unknown === undefined || all.length === 0) return;
  const some = [...all].sort().slice(0, 12).join(", ");
  const message = `No event of the log is called ${unknown}. Its events: ${some}. Give --approved and --declined as they are written there.`;
  throw new Refused("eval.outcomes", message);
}
