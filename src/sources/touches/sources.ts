// Every source of touches there is.
import type { TouchSource } from "../../core/journey/touch-source.ts";
import { calendly } from "./calendly.ts";
import { createCollector } from "./collector/collector.ts";
import { ga4 } from "./ga4/measurement.ts";
import { hubspot } from "./hubspot.ts";
import { mailchimp } from "./mailchimp.ts";
import { mandrill } from "./mandrill.ts";
import { salesforce } from "./salesforce/salesforce.ts";
import { segment } from "./segment/segment.ts";
import { standardWebhook } from "./standard-webhook.ts";
import { vimeo } from "./vimeo.ts";
import { zendesk } from "./zendesk.ts";

/** All sources, in the order of docs/touch-sources.md; the collector takes touches from pages of these origins. */
export function createSources(origins: readonly string[]): TouchSource[] {
  return [
    createCollector(origins),
    segment,
    ...[hubspot, zendesk, mailchimp, mandrill, salesforce],
    ...[vimeo, ga4, calendly, standardWebhook],
  ];
}
