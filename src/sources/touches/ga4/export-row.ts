// One row of GA4's export to BigQuery, as its JSON lines have it.
import { z } from "zod";
import type { SourceTouch } from "../../../core/journey/touch-source.ts";
import { digestOf } from "../../import/records/matching/digest.ts";
import { readAs } from "../read.ts";
import { toBehaviour } from "./behaviour.ts";
import { whoIs } from "./measurement.ts";

// https://support.google.com/analytics/answer/7029846
const valueSchema = z.looseObject({
  string_value: z.string().nullish(),
  int_value: z.union([z.string(), z.number()]).nullish(),
  float_value: z.number().nullish(),
  double_value: z.number().nullish(),
});
const rowSchema = z.looseObject({
  event_timestamp: z.coerce.number().positive(),
  event_name: z.string().min(1),
  event_params: z.array(z.looseObject({ key: z.string(), value: valueSchema })).default([]),
  user_pseudo_id: z.string().nullish(),
  user_id: z.string().nullish(),
  event_bundle_sequence_id: z.unknown().optional(),
  batch_event_index: z.unknown().optional(),
});

/** The touch of a row; undefined for marks of a session and for visitors who refused analytics storage. */
export function readExportRow(value: unknown): SourceTouch | undefined {
  const row = readAs(rowSchema, value);
  const params = Object.fromEntries(
    row.event_params.map(({ key, value: one }) => [
      key,
      one.string_value ?? one.int_value ?? one.double_value ?? one.float_value ?? undefined,
    ]),
  );
  const behaviour = toBehaviour(row.event_name, params);
  const visitor = row.user_pseudo_id ?? row.user_id;
  if (!behaviour || !visitor) return undefined;
  const { event_timestamp: micros, event_name: name, event_bundle_sequence_id: bundle } = row;
  return {
    eventId: digestOf(JSON.stringify([visitor, micros, name, bundle, row.batch_event_index])),
    at: Math.round(micros / 1_000),
    who: whoIs(visitor, row.user_id),
    ...behaviour,
  };
}
