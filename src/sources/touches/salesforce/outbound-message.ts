// Outbound messages of workflows and flows: SOAP, unsigned, up to a hundred notifications each.
import type { SourceTouch } from "../../../core/journey/touch-source.ts";
import { malformed, timeOf } from "../read.ts";
import { toTold } from "./behaviour.ts";
import { childOf, type Element, readXml } from "./read-xml.ts";

/** The notifications of a message, to be read one by one. */
export function readNotifications(body: string): Element[] {
  const notifications = childOf(childOf(readXml(body), "Body"), "notifications");
  const each = notifications?.children.filter(({ name }) => name === "Notification") ?? [];
  if (each.length === 0) throw malformed("The SOAP message holds no Notification.");
  return each;
}

/** The touch of one notification. */
export function readNotification(notification: Element): SourceTouch {
  const id = childOf(notification, "Id")?.text.trim();
  const object = childOf(notification, "sObject");
  const fields = Object.fromEntries(
    object?.children.map(({ name, text }) => [name, text.trim()]) ?? [],
  );
  if (!id || !object?.type || !fields.Id) {
    throw malformed("A Notification needs an Id and an sObject with its type and Id.");
  }
  // It says what a record is like now, not what was done to it, unless the dates give it away.
  const isNew = fields.CreatedDate !== undefined && fields.CreatedDate === fields.LastModifiedDate;
  return {
    eventId: id,
    at: timeOf(fields.LastModifiedDate ?? fields.SystemModstamp, "LastModifiedDate"),
    ...toTold({
      object: object.type,
      recordId: fields.Id,
      change: isNew ? "CREATE" : "UPDATE",
      fields,
    }),
  };
}

/** What Salesforce waits for; without it the message is sent again for a day. */
export const acknowledgement = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>`;
