// Lists in pages. Rows come in order of their ids, which never change: a row that exists from the first page to the
// last is seen exactly once, whatever is added or edited meanwhile.
import { z } from "@hono/zod-openapi";
import { Refused } from "../../core/errors.ts";
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

/** Reads one page of a table. `list` names the list, so that a cursor of one cannot be used on another. */
export async function readPage<Row extends { id: string }>(
  table: ReadTable<Row>,
  list: string,
  { limit, cursor }: PageQuery,
): Promise<{ rows: Row[]; next: string | null }> {
  const after = cursor === undefined ? undefined : parseCursor(list, cursor);
  const where = (after === undefined ? {} : { id: { gt: after } }) as Where<Row>;
  const found = await table.find(where, { limit: limit + 1, order: { by: "id" } });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: last && found.length > limit ? renderCursor(list, last.id) : null };
}

function renderCursor(list: string, id: string): string {
  return Buffer.from(JSON.stringify([list, id])).toString("base64url");
}

const cursorSchema = z.tuple([z.string(), z.string().min(1)]);

function parseCursor(list: string, cursor: string): string {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
  if (parsed.success && renderCursor(list, parsed.data[1]) === cursor) return parsed.data[1];
  throw new Refused(
    "bad_cursor",
    "This cursor is not from this list. Send `next` of the page before as it came, or leave it out.",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
