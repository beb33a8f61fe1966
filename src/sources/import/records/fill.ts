// Completing records that a row only mentions: the contact and the account beside a lead.
import type { RecordKind } from "../../../core/model.ts";
import { isSameValue } from "../../../core/records/same-value.ts";
import type { RecordChange } from "./apply.ts";
import type { Pass } from "./context.ts";
import { type LastSaid, loadLastSaid } from "./differences.ts";
import type { Fields } from "./interpret.ts";

/** A record that is there, and what one row says about it. */
export type Mention = {
  id: string;
  current: Fields;
  set: Fields;
  line: number;
  /** No other row of this source speaks of the record. */
  isOnly: boolean;
};

/**
 * The changes these mentions make. A row fills what nobody knows, and corrects what it said itself as long as
 * no other row speaks of the record: of several, none is right for the others.
 */
export async function fillRecords(
  pass: Pass,
  kind: RecordKind,
  mentions: readonly Mention[],
): Promise<RecordChange[]> {
  const { unit, context } = pass;
  const compared = mentions.map((mention) => ({ ...mention, original: {} }));
  const last = await loadLastSaid(unit, compared, { kind, source: context.source });
  const filled = new Map<string, RecordChange>();
  for (const mention of mentions) {
    const { id, line } = mention;
    const known = filled.get(id);
    const set = fillingOf({ ...mention, current: { ...mention.current, ...known?.set } }, last);
    if (Object.keys(set).length === 0) continue;
    const change = known ?? { kind, id, isNew: false, set: {}, original: {}, line };
    Object.assign(change.set, set);
    filled.set(id, change);
  }
  return [...filled.values()];
}

function fillingOf({ id, current, set, isOnly }: Mention, last: LastSaid): Fields {
  const news = Object.entries(set).filter(([field, value]) => {
    if (value === null || value === undefined) return false;
    const said = last.get(id, field);
    if (isSameValue(value, current[field]) || isSameValue(value, said?.value)) return false;
    const isFree = (current[field] ?? null) === null;
    return isFree || (isOnly && said !== undefined);
  });
  return Object.fromEntries(news);
}
