// How a REST API is reached, as a mapping file says it under `rest`.
import { z } from "zod";

const template = z.unknown();
/** A place in an answer: names with dots between them; empty is the whole answer. */
const place = z.string();

const call = z.strictObject({
  method: z.enum(["GET", "POST", "PUT", "PATCH"]).default("GET"),
  path: z.string().startsWith("/"),
  query: z.record(z.string(), z.string()).optional(),
  body: template.optional(),
});

const auth = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("header"), name: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal("query"), name: z.string(), value: z.string() }),
  /** A token that is fetched first and then goes into every call as `{token}`. */
  z.strictObject({
    kind: z.literal("token"),
    get: call,
    at: place,
    send: z.strictObject({
      in: z.enum(["header", "query"]),
      name: z.string(),
      value: z.string().default("{token}"),
    }),
  }),
]);

const recordAt = { list: place, id: z.string(), changedAt: place.optional() };

export const restSchema = z.strictObject({
  label: z.string().min(1),
  baseUrl: z.url(),
  fix: z.string().optional(),
  auth,
  /** Where answers with status 200 say that they are errors. */
  errors: z
    .strictObject({
      at: place,
      ok: z.coerce.string(),
      said: place,
      field: place.optional(),
      auth: z.array(z.coerce.string()).default([]),
      busy: z.array(z.coerce.string()).default([]),
    })
    .optional(),
  describe: call.extend({ list: place, name: place, label: place.optional() }),
  users: call.extend({ list: place, id: place, email: place }),
  /** One call for each id, or with `{ids}` one for all. */
  read: call.extend(recordAt),
  /** Where the values of a record lie; by default in the record itself. */
  valuesAt: place.default(""),
  write: call.extend({ idempotencyHeader: z.string().optional() }),
  changed: call.extend({
    ...recordAt,
    paging: z.enum(["page", "offset", "cursor"]),
    firstPage: z.number().int().default(1),
    size: z.number().int().min(1).max(1000).default(100),
    /** For `cursor`: where the next one stands. */
    next: place.optional(),
    time: z.enum(["millis", "seconds", "iso"]).default("millis"),
  }),
});

export type RestSettings = z.output<typeof restSchema>;
export type RestCall = z.output<typeof call>;
