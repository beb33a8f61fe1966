// What a changed Salesforce object says about a customer, in our words.
import type { SourceTouch } from "../../../core/journey/touch-source.ts";
import { compact, emailOf, idsOf, textOf } from "../read.ts";

export type SalesforceChange = {
  /** Such as `Opportunity`. */
  object: string;
  recordId: string;
  change: "CREATE" | "UPDATE" | "DELETE" | "UNDELETE" | "UNKNOWN";
  fields: Record<string, unknown>;
};

type Told = Pick<SourceTouch, "type" | "who" | "props">;

export function toTold({ object, recordId, change, fields }: SalesforceChange): Told {
  const kind = object.toLowerCase();
  return {
    type: toType(kind, change, fields),
    who: whoIs(kind, recordId, fields),
    props: compact({
      kind,
      recordId,
      change,
      subject: textOf(fields.Subject),
      status: textOf(fields.Status),
      ...stageOf(recordId, fields),
    }),
  };
}

/** People first: who did it, then the company, then the record itself. */
function whoIs(kind: string, recordId: string, fields: Record<string, unknown>): Told["who"] {
  const ids = {
    "salesforce.contact": textOf(fields.ContactId) ?? textOf(fields.WhoId),
    "salesforce.account": textOf(fields.AccountId),
    [`salesforce.${kind}`]: recordId,
  };
  const externalIds = idsOf(ids);
  const email = emailOf(fields.Email ?? fields.SuppliedEmail);
  const isPerson = kind === "contact" || kind === "lead";
  const phone = isPerson ? textOf(fields.Phone ?? fields.MobilePhone) : undefined;
  return compact({ email, phone, externalIds });
}

function toType(
  kind: string,
  change: SalesforceChange["change"],
  fields: Record<string, unknown>,
): string {
  if (change === "DELETE") return "record.deleted";
  if (kind === "opportunity" && textOf(fields.StageName)) return "deal.stage.changed";
  if (kind === "case") return toTicketType(change, fields);
  if (kind === "event" && change === "CREATE") return "meeting.booked";
  if (kind === "task" && fields.TaskSubtype === "Call") return "call.made";
  return change === "CREATE" ? "record.created" : "record.changed";
}

function toTicketType(
  change: string,
  { Status: status, IsClosed }: Record<string, unknown>,
): string {
  if (change === "CREATE") return "ticket.opened";
  return status === "Closed" || String(IsClosed) === "true" ? "ticket.solved" : "ticket.updated";
}

function stageOf(recordId: string, fields: Record<string, unknown>): Record<string, unknown> {
  const to = textOf(fields.StageName);
  return to ? { dealId: recordId, to, amount: fields.Amount } : {};
}
