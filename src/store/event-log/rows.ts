// Touches as rows of the log's one table, and back.
import { Refused } from "../../core/errors.ts";
import type { Touch } from "../../core/model.ts";
import { damaged } from "./errors.ts";

export type Row = {
  position: number;
  id: string;
  contact: string | null;
  anonymous: string | null;
  account: string | null;
  type: string;
  at: number;
  received: number;
  source: string;
  props: string;
};

/** The columns of a `Row`, for SELECT. */
export const columns =
  "position, id, contact, anonymous, account, type, at, received, source, props";

/**
 * Inserts a JSON array of rows in one transaction, but for those whose id is there. Not OR IGNORE, which would drop a
 * row without a type as silently as a duplicate.
 */
export const insertSql = `
  INSERT INTO touches (id, contact, anonymous, account, type, at, received, source, props)
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
    value ->> 7, value ->> 8
  FROM json_each(?) WHERE true
  ON CONFLICT (id) DO NOTHING`;

/** One touch as `insertSql` takes it. Throws Refused `touch_unusable`. */
export function toRowJson(touch: Touch): string {
  const { id, contactId, anonymousId, accountId, type, at, receivedAt, source, props } = touch;
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(receivedAt) || !isUsableId(id)) {
    throw new Refused(
      "touch_unusable",
      `The touch ${JSON.stringify(id)} has no usable id or time.`,
    );
  }
  // Props stay a string inside the row: SQLite's JSON would refuse deep nesting.
  const text = JSON.stringify(props);
  const row = [id, contactId, anonymousId, accountId, type, at, receivedAt, source, text];
  return JSON.stringify(row);
}

/** Broken characters would come back from SQLite as others, and the id would not be known again. */
function isUsableId(id: string): boolean {
  return id !== "" && id.isWellFormed();
}

/** The touch of a row of `file`. Throws Refused `event_log_damaged`. */
export function fromRow(row: Row, file: string): Touch {
  return {
    id: row.id,
    contactId: row.contact,
    anonymousId: row.anonymous,
    accountId: row.account,
    type: row.type,
    at: row.at,
    receivedAt: row.received,
    props: parseProps(row, file),
    source: row.source,
  };
}

function parseProps({ props, id }: Row, file: string): Record<string, unknown> {
  try {
    return JSON.parse(props) as Record<string, unknown>;
  } catch {
    throw damaged(file, `touch ${id} is cut short`);
  }
}
