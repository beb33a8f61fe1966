// Deals that were made of leads here, known by a name of their own: what a CRM, a file or a program later says of the
// same deal is linked to it instead of doubling it.
import type { ExternalId } from "../../../facts.ts";
import type { Deal } from "../../../model.ts";
import type { Reader, Unit } from "../../../ports.ts";

/** The source under which a deal is known by the lead it was made of. */
const source = "lead";
const kind = "deal";

/** The name of a new deal; the database keeps two deals from being made of one lead. */
export function nameByLead(
  unit: Pick<Unit, "newId" | "now">,
  { id: recordId, leadId }: Deal,
): ExternalId {
  const id = unit.newId("externalId");
  return { id, kind, recordId, source, externalId: leadId ?? "", createdAt: unit.now };
}

/** Takes the name back with its deal. */
export async function forgetByLead(unit: Unit, { id: recordId }: Deal): Promise<void> {
  const names = await unit.externalIds.find({ kind, recordId, source });
  await unit.externalIds.remove(...names.map(({ id }) => id));
}

/** Lead -> the deal made of it here that no other system knows yet. All leads where none is named. */
export async function madeHere(
  read: Pick<Reader, "externalIds">,
  leadIds?: readonly string[],
): Promise<Map<string, string>> {
  const named = leadIds ? { externalId: leadIds } : {};
  if (leadIds?.length === 0) return new Map();
  const made = await read.externalIds.find({ kind, source, ...named });
  const recordId = made.map((row) => row.recordId);
  const all = recordId.length > 0 ? await read.externalIds.find({ kind, recordId }) : [];
  const known = new Set(all.filter((row) => row.source !== source).map((row) => row.recordId));
  const alone = made.filter((row) => !known.has(row.recordId));
  return new Map(alone.map((row) => [row.externalId, row.recordId]));
}
