// One good delivery of every source, in the shapes the sources document.
import { origin, secretOf, start } from "./intake.ts";

export type Sample = {
  source: string;
  body: string;
  /** Types of the touches it makes, sorted. */
  types: string[];
  /** The same events in another order, where a source sends several. */
  reordered?: string;
  /** Whether a signature ages. */
  ages?: true;
};

const iso = new Date(start - 60_000).toISOString();
const pages = [
  {
    id: "event-0001",
    type: "page.view",
    at: start - 90_000,
    props: { url: `${origin}/pricing?x=1`, dwellSeconds: 80 },
  },
  {
    id: "event-0002",
    type: "page.leave",
    at: start - 10_000,
    props: { url: `${origin}/pricing`, dwellSeconds: 80 },
  },
];
const page = (events: object[]) =>
  JSON.stringify({ key: secretOf("web"), visitor: "visitor-1", sentAt: start, events });

const tracked = [
  {
    type: "page",
    messageId: "m1",
    anonymousId: "a1",
    timestamp: iso,
    properties: { path: "/en/pricing" },
  },
  { type: "track", messageId: "m2", userId: "u1", timestamp: iso, event: "Report Exported" },
  {
    type: "identify",
    messageId: "m3",
    anonymousId: "a1",
    userId: "u1",
    traits: { email: "Ana@Acme.com" },
  },
];
const changes = [
  {
    eventId: 1,
    subscriptionId: 7,
    portalId: 2,
    occurredAt: start - 5_000,
    subscriptionType: "deal.propertyChange",
    propertyName: "dealstage",
    propertyValue: "qualifiedtobuy",
    attemptNumber: 0,
    objectId: 33,
  },
  {
    eventId: 2,
    subscriptionId: 8,
    portalId: 2,
    occurredAt: start - 4_000,
    subscriptionType: "contact.creation",
    attemptNumber: 0,
    objectId: 34,
  },
];
const mails = [
  {
    event: "open",
    _id: "e1",
    ts: start / 1_000 - 60,
    msg: { ts: start / 1_000 - 600, _id: "e1", email: "ana@acme.com", subject: "Quote" },
  },
  {
    event: "click",
    _id: "e1",
    ts: start / 1_000 - 50,
    url: "https://x.example/a",
    msg: { ts: start / 1_000 - 600, _id: "e1", email: "ana@acme.com" },
  },
];
const mailForm = (events: object[]) =>
  new URLSearchParams({ mandrill_events: JSON.stringify(events) }).toString();

const notification = (id: string, object: string) =>
  `<Notification><Id>${id}</Id>${object}</Notification>`;
const opportunity = `<sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>006A</sf:Id><sf:StageName>Proposal &amp; quote</sf:StageName><sf:AccountId>001A</sf:AccountId><sf:LastModifiedDate>${iso}</sf:LastModifiedDate></sObject>`;
const contact = `<sObject xsi:type="sf:Contact" xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>003A</sf:Id><sf:Email>ana@acme.com</sf:Email></sObject>`;
const soap = (notifications: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>00D</OrganizationId><ActionId>04k</ActionId><SessionId xsi:nil="true"/>${notifications.join("")}</notifications></soapenv:Body></soapenv:Envelope>`;
const notifications = [notification("04l1", opportunity), notification("04l2", contact)];

const hits = [
  { name: "page_view", params: { page_location: "https://www.example.com/cases/acme" } },
  { name: "file_download", params: { file_name: "white-paper.pdf" } },
];
const hit = (events: object[]) =>
  JSON.stringify({ client_id: "12.34", timestamp_micros: `${start}000`, events });

/** Every source at least once. */
export const samples: Sample[] = [
  {
    source: "web",
    body: page(pages),
    reordered: page(pages.toReversed()),
    types: ["page.leave", "page.view"],
  },
  {
    source: "segment",
    body: JSON.stringify({ batch: tracked, sentAt: new Date(start).toISOString() }),
    reordered: JSON.stringify({ batch: tracked.toReversed() }),
    types: ["page.view", "product.feature.used", "visitor.identified"],
  },
  {
    source: "hubspot",
    body: JSON.stringify(changes),
    reordered: JSON.stringify(changes.map((one) => ({ ...one, attemptNumber: 1 })).toReversed()),
    types: ["deal.stage.changed", "record.created"],
    ages: true,
  },
  {
    source: "zendesk",
    body: JSON.stringify({
      id: "z1",
      type: "zen:event-type:ticket.status_changed",
      time: iso,
      detail: { id: "5", requester_id: "84", subject: "Login", status: "SOLVED" },
      event: { current: "SOLVED", previous: "OPEN" },
    }),
    types: ["ticket.solved"],
    ages: true,
  },
  {
    source: "mailchimp",
    body: "type=unsubscribe&fired_at=2026-06-25+08:00:00&data[id]=8a&data[email]=ana@acme.com&data[list_id]=a6",
    types: ["email.unsubscribe"],
  },
  {
    source: "mandrill",
    body: mailForm(mails),
    reordered: mailForm(mails.toReversed()),
    types: ["email.click", "email.open"],
  },
  {
    source: "salesforce",
    body: soap(notifications),
    reordered: soap(notifications.toReversed()),
    types: ["deal.stage.changed", "record.changed"],
  },
  {
    source: "salesforce",
    body: JSON.stringify({
      schema: "s1",
      payload: {
        ChangeEventHeader: {
          entityName: "Case",
          recordIds: ["500A"],
          changeType: "CREATE",
          commitTimestamp: start - 1_000,
          transactionKey: "0002",
          sequenceNumber: 1,
        },
        ContactId: "003A",
        Subject: "It broke",
      },
      event: { replayId: 7 },
    }),
    types: ["ticket.opened"],
  },
  {
    source: "vimeo",
    body: JSON.stringify({
      topic: "customer.product.free_trial_created",
      created_at: iso,
      data: { id: 12, email: "ana@acme.com" },
    }),
    types: ["record.changed"],
  },
  {
    source: "vimeo",
    body: JSON.stringify({
      event: "timeupdate",
      id: "v-1",
      at: iso,
      video: 76979871,
      email: "ana@acme.com",
      data: { percent: 0.8 },
    }),
    types: ["video.progress"],
  },
  {
    source: "ga4",
    body: hit(hits),
    reordered: hit(hits.toReversed()),
    types: ["file.download", "page.view"],
  },
  {
    source: "calendly",
    body: JSON.stringify({
      event: "invitee.created",
      created_at: iso,
      payload: {
        uri: "https://api.calendly.com/i/1",
        email: "ana@acme.com",
        scheduled_event: {
          name: "Intro",
          start_time: "2026-07-01T06:30:00Z",
          end_time: "2026-07-01T07:00:00Z",
        },
      },
    }),
    types: ["meeting.booked"],
    ages: true,
  },
  {
    source: "webhook",
    body: JSON.stringify({
      type: "meeting.held",
      timestamp: iso,
      data: { email: "ana@acme.com", props: { title: "Demo" } },
    }),
    types: ["meeting.held"],
    ages: true,
  },
];
