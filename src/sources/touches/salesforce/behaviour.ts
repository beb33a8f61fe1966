// What a changed Salesforce object says about a customer, in our words.
import type { SourceTouch } from "../../../core/journey/touch-source.ts";
import { compact, emailOf, idsOf, textOf, timeOf } from "../read.ts";

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
      ...(kind === "event" ? meetingOf(recordId, fields) : {}),
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
  if (kind === "event") return toMeetingType(change, fields);
  if (change === "DELETE") return "record.deleted";
  if (kind === "opportunity" && textOf(fields.StageName)) return "deal.stage.changed";
  if (kind === "case") return toTicketType(change, fields);
  if (kind === "task" && fields.TaskSubtype === "Call") return "call.made";
  return change === "CREATE" ? "record.created" : "record.changed";
}

/** A change that says no new time or title is none of the meeting. */
function toMeetingType(
  change: SalesforceChange["change"],
  { StartDateTime, Subject }: Record<string, unknown>,
): string {
  if (change === "CREATE" || change === "UNDELETE") return "meeting.booked";
  if (change === "DELETE") return "meeting.cancelled";
  return textOf(StartDateTime) || textOf(Subject) ? "meeting.moved" : "record.changed";
}

/** What it is about (`WhatId`) by the prefix of its id: an opportunity's begins with 006. */
function meetingOf(recordId: string, fields: Record<string, unknown>): Record<string, unknown> {
  const what = textOf(fields.WhatId);
  const startsAt = timeOf(fields.StartDateTime, "StartDateTime");
  return {
    title: textOf(fields.Subject),
    startsAt: startsAt === undefined ? undefined : new Date(startsAt).toISOString(),
    ...{ meeting: recordId, dealId: what?.startsWith("006") ? what : undefined },
  };
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
