// A contract as somebody would have it, on its way from the form to being published; it travels with the buttons.
import type { Reading } from "../../../text/format.ts";
import type { Contract } from "../contract.ts";
import { sayDays, sayOrders, saySource, sayStage } from "../say-contract.ts";
import { contractSchema } from "../schema.ts";

/** As it would be written, and the version it was made from ("" for none): whoever comes second is told. */
export type Draft = { contractId: string; source: unknown; basedOn: string };

/** A draft as a button carries it. */
export function toParams({ contractId, source, basedOn }: Draft): Record<string, string> {
  return { contractId, source: JSON.stringify(source), basedOn };
}

/** What a button carried. */
export function fromParams(params: Record<string, string>): Draft {
  const { contractId = "", source = "null", basedOn = "" } = params;
  return { contractId, source: JSON.parse(source), basedOn };
}

/** The contract of a draft; it was checked when it was written. */
export function contractOf({ source }: Pick<Draft, "source">): Contract {
  return contractSchema.parse(source);
}

/** "Owner: rep → contributor", for everything the form changes; what it cannot change is said in one word. */
export function changesBetween(before: unknown, after: unknown, reading: Reading): string[] {
  const [was, is] = [contractOf({ source: before }), contractOf({ source: after })];
  const { change, preview, publish } = reading.texts.contracts;
  const labels = [change.owner, change.precedence, change.fresh, change.required, change.unknown];
  const [from, to] = [wordsOf(was, reading), wordsOf(is, reading)];
  const changes = labels.flatMap((label, index) => {
    const said = { label, from: from[index] ?? "", to: to[index] ?? "" };
    return said.from === said.to ? [] : [preview.change(said)];
  });
  if (changes.length > 0) return changes;
  return JSON.stringify(was) === JSON.stringify(is) ? [] : [publish.other];
}

function wordsOf(contract: Contract, reading: Reading): string[] {
  const { change, never } = reading.texts.contracts;
  const { owner, freshMs, requiredFrom, unknown } = contract;
  return [
    saySource(owner, reading),
    sayOrders(contract, reading) || never,
    freshMs === null ? never : sayDays(freshMs, reading),
    requiredFrom ? sayStage(requiredFrom, reading) : change.notRequired,
    unknown ? sayStage(unknown.until, reading) : change.notUnknown,
  ];
}
