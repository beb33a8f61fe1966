// Change events (Change Data Capture) as JSON, as a relay of the Pub/Sub API or an event relay hands them on.
import { z } from "zod";
import type { SourceTouch } from "../../../core/journey/touch-source.ts";
import { readAs } from "../read.ts";
import { toTold } from "./behaviour.ts";

// https://developer.salesforce.com/docs/atlas.en-us.change_data_capture.meta/change_data_capture/cdc_event_fields_header.htm
const headerSchema = z.looseObject({
  entityName: z.string().min(1),
  recordIds: z.array(z.string()).min(1),
  changeType: z.string(),
  commitTimestamp: z.number(),
  transactionKey: z.string().min(1),
  sequenceNumber: z.number(),
});
const eventSchema = z.looseObject({
  payload: z.looseObject({ ChangeEventHeader: headerSchema }),
});

/** The touch of one change; an event may be wrapped as the event bus wraps it (`detail`) or not. */
export function readChangeEvent(value: unknown): SourceTouch {
  const { payload } = readAs(eventSchema, unwrap(value));
  const { ChangeEventHeader: header, ...fields } = payload;
  const { entityName, recordIds, changeType, commitTimestamp, transactionKey } = header;
  const change = (["CREATE", "UPDATE", "DELETE", "UNDELETE"] as const).find((one) =>
    changeType.endsWith(one),
  );
  const [recordId = ""] = recordIds;
  return {
    eventId: [transactionKey, header.sequenceNumber, recordId].join(":"),
    at: commitTimestamp,
    ...toTold({ object: entityName, recordId, change: change ?? "UNKNOWN", fields }),
  };
}

function unwrap(value: unknown): unknown {
  return typeof value === "object" && value !== null && "detail" in value ? value.detail : value;
}
