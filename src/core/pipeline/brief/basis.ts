// What a claim of a brief or a review rests on, as data; said in words beside the claim.
import type { FieldValue } from "../../facts.ts";
import type { Touch } from "../../model.ts";
import type { Reading } from "../../text/format.ts";

/** A source with its date. `by`: the id of whoever said it or kept it. */
export type Basis =
  | { kind: "update" | "note" | "words"; at: number; by: string }
  | { kind: "call"; at: number }
  | { kind: "wrote"; at: number; source: string }
  | { kind: "record"; at: number; source: string }
  | { kind: "touches"; type: string; times: number; at: number; source: string }
  | { kind: "loss"; at: number }
  | { kind: "library"; vertical: string; times: number; of: number };

/** Who reads it, and what colleagues are called. */
export type BasisReading = {
  reading: Reading;
  readerId: string;
  names: ReadonlyMap<string, string>;
};

/** "your update of 12 Oct 2026", "pages viewed 3×, last on 2 Nov 2026, website collector". */
export function sayBasis(basis: Basis, { reading, readerId, names }: BasisReading): string {
  const { texts, format } = reading;
  const { bases } = texts.briefing;
  if (basis.kind === "library") {
    const vertical = texts.scripts.verticals[basis.vertical] ?? basis.vertical;
    return bases.library({ vertical, times: basis.times, of: basis.of });
  }
  const day = format.day(basis.at);
  if (basis.kind === "call" || basis.kind === "loss") return bases[basis.kind]({ day });
  if (basis.kind === "record" || basis.kind === "wrote") {
    return bases[basis.kind]({ day, source: nameOf(basis.source, reading) });
  }
  if (basis.kind === "touches") {
    const what = texts.customers.touches[basis.type] ?? basis.type;
    const source = nameOf(basis.source, reading);
    return bases.touches({ what, times: format.number(basis.times), day, source });
  }
  const name = names.get(basis.by) ?? texts.pipeline.somebody;
  return basis.by === readerId
    ? bases.yours[basis.kind]({ day })
    : bases[basis.kind]({ day, name });
}

function nameOf(source: string, { texts }: Reading): string {
  const known = source.replace(/^(?:import|crm):/, "");
  return texts.customers.sources[known] ?? (known || texts.briefing.bases.onRecord);
}

/** What the present value of a field rests on: what a person said in chat is their update. */
export function basisOf({ actorId, source, at }: FieldValue): Basis {
  return actorId && source === "chat"
    ? { kind: "update", at, by: actorId }
    : { kind: "record", at, source };
}

/** What a touch itself tells. */
export function basisOfTouch({ type, at, source }: Touch, times = 1): Basis {
  return { kind: "touches", type, times, at, source };
}
