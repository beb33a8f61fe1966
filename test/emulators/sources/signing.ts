// Deliveries as each source makes them: signed its own way, at a time the test chooses.
import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { origin, publicUrl, secretOf, start } from "./intake.ts";

export type Request = { path: string; headers: Record<string, string>; body: string };
export type Sign = (body: string, at?: number) => Request;

const hmac = (id: string, text: string, hash = "sha256") =>
  createHmac(hash, secretOf(id)).update(text);
const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const withSecret = (id: string, headers: Record<string, string>): Sign => {
  const path = `/hooks/${id}?secret=${secretOf(id)}`;
  return (body) => ({ path, headers, body });
};
const basic = (key: string) => `Basic ${Buffer.from(`${key}:`).toString("base64")}`;

/** How a delivery of each source is made. */
export const signs: Record<string, Sign> = {
  web: (body) => ({ path: "/collect", headers: { "content-type": "text/plain", origin }, body }),
  segment: (body) => ({
    path: "/v1/batch",
    headers: { ...json, authorization: basic("write-key-of-the-test") },
    body,
  }),
  hubspot: (body, at = start) => {
    const text = `POST${publicUrl}/hooks/hubspot${body}${at}`;
    const headers = {
      ...json,
      "x-hubspot-request-timestamp": `${at}`,
      "x-hubspot-signature-v3": hmac("hubspot", text).digest("base64"),
    };
    return { path: "/hooks/hubspot", headers, body };
  },
  zendesk: (body, at = start) => {
    const time = new Date(at).toISOString();
    const headers = {
      ...json,
      "x-zendesk-webhook-signature-timestamp": time,
      "x-zendesk-webhook-signature": hmac("zendesk", `${time}${body}`).digest("base64"),
    };
    return { path: "/hooks/zendesk", headers, body };
  },
  mailchimp: withSecret("mailchimp", form),
  mandrill: (body) => {
    const pairs = [...new URLSearchParams(body)].sort(([a], [b]) => a.localeCompare(b));
    const text = `${publicUrl}/hooks/mandrill${pairs.flat().join("")}`;
    const signature = hmac("mandrill", text, "sha1").digest("base64");
    return {
      path: "/hooks/mandrill",
      headers: { ...form, "x-mandrill-signature": signature },
      body,
    };
  },
  salesforce: (body) => {
    const type = body.startsWith("<") ? { "content-type": "text/xml; charset=UTF-8" } : json;
    return withSecret("salesforce", type)(body);
  },
  vimeo: withSecret("vimeo", json),
  ga4: (body) => ({
    path: `/hooks/ga4?measurement_id=G-1&api_secret=${secretOf("ga4")}`,
    headers: json,
    body,
  }),
  calendly: (body, at = start) => {
    const t = Math.floor(at / 1_000);
    const v1 = hmac("calendly", `${t}.${body}`).digest("hex");
    const headers = { ...json, "calendly-webhook-signature": `t=${t},v1=${v1}` };
    return { path: "/hooks/calendly", headers, body };
  },
  webhook: (body, at = start) => {
    const id = `msg_${createHmac("sha256", "id").update(body).digest("hex").slice(0, 12)}`;
    const headers = {
      ...json,
      "webhook-id": id,
      "webhook-timestamp": `${Math.floor(at / 1_000)}`,
      "webhook-signature": new Webhook(secretOf("webhook")).sign(id, new Date(at), body),
    };
    return { path: "/hooks/webhook", headers, body };
  },
};
