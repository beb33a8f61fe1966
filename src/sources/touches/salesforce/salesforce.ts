// Salesforce: outbound messages in SOAP, and change events in JSON, to an address that holds a secret.
import type { Delivery } from "../../../core/journey/touch-source.ts";
import { defineSource } from "../../define-source.ts";
import { readEach, readJson } from "../read.ts";
import { verifyUrlSecret } from "../signature.ts";
import { readChangeEvent } from "./change-event.ts";
import { acknowledgement, readNotification, readNotifications } from "./outbound-message.ts";
import type { Element } from "./read-xml.ts";

export const salesforce = defineSource({
  id: "salesforce",
  mediaTypes: ["text/xml", "application/json"],
  // Neither is signed by Salesforce.
  verify: verifyUrlSecret,
  parse: (delivery) =>
    isSoap(delivery)
      ? readEach(readNotifications(delivery.body), (one) => readNotification(one as Element))
      : readEach([readJson(delivery.body)].flat(), readChangeEvent),
  answer: (delivery) =>
    isSoap(delivery)
      ? { mediaType: "text/xml", body: acknowledgement }
      : { mediaType: "application/json", body: "{}" },
  lateness:
    "Outbound messages: seconds, in any order, retried for 24 hours. Change events: as late as the relay, kept by Salesforce for 3 days.",
});

function isSoap({ header }: Delivery): boolean {
  return header("content-type")?.toLowerCase().startsWith("text/xml") ?? false;
}
