// One batch of rows into the event log.
import type { Touch } from "../../../core/model.ts";
import type { EventLog } from "../../../core/ports.ts";
import { isMasked } from "../values/masked.ts";
import type { Pass } from "./context.ts";
import type { Interpreted } from "./interpret.ts";
import { digestOf } from "./matching/digest.ts";
import { resolveReferences } from "./matching/references.ts";

/** The touches these rows are; the contacts and accounts they name are looked up. */
export async function toTouches(pass: Pass, rows: readonly Interpreted[]): Promise<Touch[]> {
  await resolveReferences(pass, rows);
  const touches: Touch[] = [];
  for (const row of rows) {
    pass.tally.notes.push(...row.notes.map((note) => ({ ...note, line: row.line })));
    const touch = toTouch(pass, row);
    if (touch) touches.push(touch);
    else reject(pass, row);
  }
  return touches;
}

/** Appends what a transaction prepared; a touch that is there already is one of the stored. */
export async function appendTouches(events: EventLog, touches: Touch[]): Promise<number> {
  const { stored, duplicates } = await events.append(touches);
  return stored + duplicates;
}

function toTouch({ context }: Pass, row: Interpreted): Touch | undefined {
  const { set, props } = row;
  const contactId = textOf(set.contactId);
  const anonymousId = textOf(set.anonymousId) ?? strangerOf(row, contactId);
  if (contactId === null && anonymousId === null) return undefined;
  const at = Number(set.at);
  return {
    id: `tch_${digestOf(`${context.source}\u001f${row.key}`)}`,
    contactId,
    anonymousId,
    accountId: textOf(set.accountId),
    type: String(set.type),
    at,
    receivedAt: typeof set.receivedAt === "number" ? set.receivedAt : at,
    props,
    source: textOf(set.source) ?? context.source,
  };
}

/** Somebody we do not know yet may become known: what the file calls them is kept as a visitor's id. */
function strangerOf({ wanted }: Interpreted, contactId: string | null): string | null {
  if (contactId !== null) return null;
  const named = wanted.find(({ field }) => field === "contact")?.candidates[0]?.text;
  if (named === undefined) return null;
  return isMasked(named, "email") ? null : named;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function reject({ tally, file }: Pass, { line }: Interpreted): void {
  const column = file.columns.find(({ field }) => field === "contact")?.column ?? null;
  const params = { kind: file.kind, fields: "contact, anonymousId" };
  tally.rejections.push({ line, code: "lacks_essentials", params, column });
}
