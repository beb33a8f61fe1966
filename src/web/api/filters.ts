// What a caller asks for, within what its key may see.
import type { Reach } from "../../core/api/reach.ts";
import { type Deal, type Lead, leadStatuses } from "../../core/model.ts";
import type { Reader } from "../../core/ports.ts";
import type { Where } from "../../core/tables.ts";

/** Leads a key may see: of its people, offered to them, and where it places what is nobody's, those. */
export async function leadsWithin(
  read: Pick<Reader, "assignments">,
  reach: Reach,
): Promise<Where<Lead>[]> {
  if (reach.kind === "all") return [{}];
  const ids = [...reach.ids];
  const offers = await read.assignments.find({ state: "offered", repId: ids });
  const unoffered = leadStatuses.filter((status) => status !== "offered");
  return [
    { ownerId: ids },
    { id: offers.map(({ leadId }) => leadId) },
    ...(reach.seesUnowned ? [{ ownerId: null, status: unoffered }] : []),
  ];
}

/** Deals a key may see. */
export function dealsWithin(reach: Reach): Where<Deal>[] {
  if (reach.kind === "all") return [{}];
  return [{ ownerId: [...reach.ids] }, ...(reach.seesUnowned ? [{ ownerId: null }] : [])];
}

/** Each condition and the filter, both; conditions that cannot hold with it are left out. */
export function within<Row>(anyOf: readonly Where<Row>[], filter: Where<Row>): Where<Row>[] {
  const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
  return anyOf.flatMap((where) => both(where, wanted) ?? []);
}

function both<Row>(
  where: Where<Row>,
  wanted: readonly [string, unknown][],
): Where<Row> | undefined {
  const together: Record<string, unknown> = { ...where };
  for (const [field, value] of wanted) {
    const allowed = field in together ? common(together[field], value) : value;
    if (allowed === undefined) return undefined;
    together[field] = allowed;
  }
  return together as Where<Row>;
}

/** What is in both lists; undefined where nothing is. */
function common(one: unknown, other: unknown): unknown {
  const wanted = [other].flat();
  const both = [one].flat().filter((value) => wanted.includes(value));
  if (both.length === 0) return undefined;
  return both.length === 1 ? both[0] : both;
}
