// Lists in pages. Rows come in order of their ids, which never change: a row that exists from the first page to the
// last is seen exactly once, whatever is added or edited meanwhile.
import { z } from "@hono/zod-openapi";
import { Refused } from "../../core/errors.ts";
import { parseJson } from "../../core/parse-json.ts";
import type { ReadTable, Where } from "../../core/tables.ts";

const maxLimit = 200;
const defaultLimit = 50;

/** What a caller says about the page it wants. */
export const pageQuery = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/, `a number from 1 to ${maxLimit}`)
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= maxLimit, `a number from 1 to ${maxLimit}`)
    .default(defaultLimit)
    .openapi({
      type: "integer",
      minimum: 1,
      maximum: maxLimit,
      default: defaultLimit,
      description: "How many rows at most.",
    }),
  cursor: z
    .string()
    .optional()
    .openapi({ description: "`next` of the page before; without it, the first page." }),
});
export type PageQuery = z.output<typeof pageQuery>;

/** The body of a page. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    data: z.array(item),
    next: z
      .string()
      .nullable()
      .openapi({ description: "The cursor of the next page; null on the last." }),
  });
}

export type Listing<Row> = {
  /** Names the list, so that a cursor of one cannot be used on another. */
  list: string;
  query: PageQuery;
  /** Rows of which at least one holds: whose a record may be is more than one condition. */
  anyOf: readonly Where<Row>[];
};

type Paged = { id: string };

/** Reads one page of a table. */
export async function readPage<Row extends Paged>(
  table: ReadTable<Row>,
  { list, query: { limit, cursor }, anyOf }: Listing<Row>,
): Promise<{ rows: Row[]; next: string | null }> {
  const after = cursor === undefined ? undefined : parseCursor(list, cursor)[0];
  const options = { limit: limit + 1, order: { by: "id" } } as const;
  const found = new Map<string, Row>();
  for (const where of anyOf) {
    for (const row of await table.find(beyond(where, after), options)) found.set(row.id, row);
  }
  // As SQLite orders text: by its bytes.
  const sorted = anyOf.length > 1 ? [...found.values()].sort(byId) : [...found.values()];
  const rows = sorted.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last && found.size > limit ? renderCursor(list, last.id) : null };
}

const byId = (one: Paged, other: Paged) =>
  Buffer.compare(Buffer.from(one.id), Buffer.from(other.id));

function beyond<Row extends Paged>(where: Where<Row>, after: string | undefined): Where<Row> {
  if (after === undefined) return where;
  const ids = where.id as string | readonly string[] | undefined;
  const id =
    ids === undefined
      ? { gt: after }
      : [ids].flat().filter((one) => byId({ id: one }, { id: after }) > 0);
  return { ...where, id };
}

/** A position in a list, for its caller to send back as it came. */
export function renderCursor(list: string, ...place: string[]): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString("base64url");
}

const cursorSchema = z.array(z.string().min(1));

/** The place in the list, of so many parts. Throws Refused for a cursor of another. */
export function parseCursor(list: string, cursor: string, parts = 1): string[] {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  const [, ...place] = parsed.data ?? [];
  if (place.length === parts && renderCursor(list, ...place) === cursor) return place;
  throw new Refused(
    "bad_cursor",
    "This cursor is not from this list. Send `next` of the page before as it came, or leave it out.",
  );
}
