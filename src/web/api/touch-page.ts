// Pages of touches, the latest first: a touch that arrives late does not shift those behind it.
import { Refused } from "../../core/errors.ts";
import type { Touch } from "../../core/model.ts";
import type { EventLog, TouchOwners } from "../../core/ports.ts";
import { parseCursor, renderCursor } from "./page.ts";
import type { TouchQuery } from "./routes/touch-shapes.ts";

type Paging = {
  of: TouchOwners;
  query: TouchQuery;
  /** Not later than this. */
  to: number;
};
type Place = { at: number; id: string };

/** Reads one page. Throws Refused for a cursor that is not of this list. */
export async function readTouchPage(
  events: Pick<EventLog, "pageOf">,
  { of, query, to }: Paging,
): Promise<{ rows: Touch[]; next: string | null }> {
  const { limit, cursor, type } = query;
  const place = cursor === undefined ? undefined : placeOf(cursor);
  const wanted = limit + 1;
  const rows: Touch[] = [];
  let offset = 0;
  for (let isMore = true; isMore && rows.length < wanted; offset += wanted) {
    const found = await events.pageOf(of, {
      ...{ from: 0, to: place?.at ?? to, limit: wanted, offset },
      ...(type === undefined ? {} : { types: [type] }),
    });
    // Those of the very moment of the last touch shown may have been shown.
    rows.push(...found.filter((touch) => !place || isBehind(touch, place)));
    isMore = found.length === wanted;
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = last && rows.length > limit ? renderCursor(list, String(last.at), last.id) : null;
  return { rows: shown, next };
}

const list = "touches";

function placeOf(cursor: string): Place {
  const [at = "", id] = parseCursor(list, cursor, 2);
  if (id !== undefined && /^-?\d{1,16}$/.test(at)) return { at: Number(at), id };
  throw new Refused("bad_cursor", "This cursor is not from this list.");
}

const isBehind = ({ at, id }: Place, place: Place) =>
  at < place.at || (at === place.at && id < place.id);
