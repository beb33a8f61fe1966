// What a report is written from: records of what its person did, and nothing else.
import type { NextAction } from "../../journey/actions/next-action.ts";
import type { StageUpdate, Talk, Written } from "../updates/stored.ts";

/** What one person's confirmed updates made of one deal, from the first to the last of the period. */
export type DealWork = {
  /** What people call the deal. */
  label: string;
  currency: string | null;
  fields: Written["fields"];
};

/** A next step, by what it is about; a day is the beginning of it. */
export type AheadWork = { label: string; step: string; at: number };

export type Work = {
  deals: DealWork[];
  talks: Talk[];
  done: NextAction[];
  /** Customers whose leads were accepted. */
  leads: string[];
  ahead: { steps: AheadWork[]; actions: NextAction[] };
};

/** Whether anything happened; what lies ahead is no work yet. */
export function isNothing({ deals, talks, done, leads }: Work): boolean {
  return deals.length + talks.length + done.length + leads.length === 0;
}

type Fields = Written["fields"];

/** Deal -> what its updates changed, in the order they were confirmed; what was put back is no change. */
export function mergeFields(updates: readonly StageUpdate[]): Map<string, Fields> {
  const at = ({ confirmedAt }: StageUpdate) => confirmedAt ?? 0;
  const ordered = updates.toSorted((one, other) => at(one) - at(other));
  const deals = new Map<string, Fields>();
  for (const { dealId, understood } of ordered) {
    if (dealId) deals.set(dealId, withLater(deals.get(dealId), understood.written?.fields ?? {}));
  }
  const changed = [...deals].map(([id, fields]): [string, Fields] => [id, changesIn(fields)]);
  return new Map(changed.filter(([, fields]) => Object.keys(fields).length > 0));
}

/** From where a field was first to where it is last. */
function withLater(earlier: Fields = {}, later: Fields): Fields {
  const merged = Object.entries(later).map(([field, { from, to }]) => {
    const first = earlier[field];
    return [field, { from: first ? first.from : from, to }];
  });
  return { ...earlier, ...Object.fromEntries(merged) };
}

function changesIn(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, { from, to }]) => from !== to));
}
