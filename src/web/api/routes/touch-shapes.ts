// Touches as they come and as they are answered.
import { z } from "@hono/zod-openapi";
import { pageQuery } from "../page.ts";
import { moment, momentIn } from "../route.ts";

/** A touch as it is answered. */
export const touchSchema = z
  .strictObject({
    id: z.string(),
    contactId: z.string().nullable(),
    accountId: z.string().nullable(),
    type: z.string(),
    at: moment,
    receivedAt: moment,
    source: z.string(),
    props: z
      .record(z.string(), z.string())
      .openapi({ description: "What a card shows of it: plain values, no names and no texts." }),
  })
  .openapi("Touch");

const name = z.string().trim().min(1).max(200);

const newTouch = z
  .strictObject({
    id: name.optional().openapi({ description: "Your own id: sent again, it is the same touch." }),
    type: z
      .string()
      .max(100)
      .regex(/^[a-z][\w-]*(\.[\w-]+)+$/, "a touch type such as meeting.held")
      .openapi({ example: "meeting.held" }),
    at: momentIn.optional().openapi({
      ...{ type: "string", format: "date-time" },
      description: "When it happened; without it, when it arrives.",
    }),
    who: z
      .strictObject({
        contactId: name.optional(),
        email: z.email().max(254).toLowerCase().optional(),
        phone: name.max(40).optional(),
        anonymousId: name.optional(),
        externalIds: z.record(name, name).optional(),
        domain: name.optional(),
      })
      .openapi({ description: "At least one of these." }),
    accountId: name.optional(),
    props: z.record(z.string(), z.unknown()).default({}),
  })
  .openapi("NewTouch");
export type NewTouch = z.output<typeof newTouch>;

/** Touches of one batch at most. */
export const mostTouches = 500;

/** Many touches. */
export const touchBatch = z.strictObject({ touches: z.array(newTouch).min(1).max(mostTouches) });

/** Whose touches, and which. */
export const touchQuery = pageQuery.extend({
  contactId: z.string().optional(),
  accountId: z.string().optional(),
  type: z.string().optional(),
});
export type TouchQuery = z.output<typeof touchQuery>;
