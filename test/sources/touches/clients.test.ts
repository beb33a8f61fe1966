// The public analytics clients, as their users run them, against our listener on loopback.
import Rudder from "@rudderstack/rudder-sdk-node";
import { Analytics } from "@segment/analytics-node";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hangUp, listen, portOf } from "../../chat/local/browser.ts";
import { type Intake, openIntake } from "../../emulators/sources/intake.ts";

const writeKey = "write-key-of-the-test";

let intake: Intake;
let server: Awaited<ReturnType<typeof listen>>;
let host: string;
/** Answers before ours, first one first: an outage as the client sees it. */
let outage: Response[];
let requests: { path: string; status: number; encoding: string | null }[];

beforeEach(async () => {
  intake = await openIntake();
  intake.time.now = Date.now();
  [outage, requests] = [[], []];
  server = await listen(async (request) => {
    const response = outage.shift() ?? (await intake.app.fetch(request));
    const encoding = request.headers.get("content-encoding");
    requests.push({ path: new URL(request.url).pathname, status: response.status, encoding });
    return response;
  });
  host = `http://127.0.0.1:${portOf(server)}`;
});
afterEach(async () => {
  await hangUp(server);
  await intake.close();
});

const typesNow = async () => (await intake.touches()).map(({ type }) => type).sort();
const everything = [
  "page.view",
  "page.view",
  "product.feature.used",
  "visitor.aliased",
  "visitor.grouped",
  "visitor.identified",
];

describe("@segment/analytics-node", () => {
  const open = (options: { maxRetries?: number; flushAt?: number } = {}) =>
    new Analytics({ writeKey, host, flushAt: 20, flushInterval: 50, maxRetries: 3, ...options });

  it("delivers every call, each as its touch", async () => {
    const analytics = open();
    const anonymousId = "visitor-7";
    analytics.identify({ anonymousId, userId: "u7", traits: { email: "ana@acme.com" } });
    analytics.page({ anonymousId, properties: { url: "https://acme.example/pricing?utm=1" } });
    analytics.screen({ anonymousId, name: "Settings" });
    analytics.track({ userId: "u7", event: "Report Exported", properties: { rows: 12 } });
    analytics.group({ userId: "u7", groupId: "acme", traits: { domain: "acme.com" } });
    analytics.alias({ userId: "u7", previousId: anonymousId });
    await analytics.closeAndFlush();
    expect(await typesNow()).toEqual(everything);
    const touches = await intake.touches();
    expect(touches[0]).toMatchObject({
      anonymousId,
      source: "segment",
      props: { who: { email: "ana@acme.com", externalIds: { user: "u7" } } },
    });
    expect(touches[1]?.props).toMatchObject({
      page: "pricing",
      url: "https://acme.example/pricing",
    });
  });

  it("comes again after 500 and 429, and is stored once", async () => {
    outage = [
      new Response(null, { status: 500 }),
      new Response(null, { status: 429, headers: { "retry-after": "1" } }),
    ];
    const analytics = open();
    analytics.track({ userId: "u7", event: "Report Exported" });
    await analytics.closeAndFlush({ timeout: 10_000 });
    expect(requests.map(({ status }) => status)).toEqual([500, 429, 200]);
    expect(await typesNow()).toEqual(["product.feature.used"]);
  });

  it("stores once what it sends twice because our answer was lost", async () => {
    const lost = (await intake.app.request("/nowhere")) && new Response(null, { status: 502 });
    const analytics = open();
    analytics.track({ userId: "u7", event: "Report Exported", messageId: "the-same" });
    await analytics.flush();
    outage = [lost];
    analytics.track({ userId: "u7", event: "Report Exported", messageId: "the-same" });
    await analytics.closeAndFlush({ timeout: 10_000 });
    expect(requests.map(({ status }) => status)).toEqual([200, 502, 200]);
    expect(await typesNow()).toEqual(["product.feature.used"]);
    expect(intake.counted).toContain("segment duplicate 1");
  });

  it("flushes a thousand events in batches", async () => {
    const analytics = open({ flushAt: 100 });
    for (let made = 0; made < 1_000; made += 1) {
      analytics.track({ userId: `u${made % 10}`, event: "Searched" });
    }
    await analytics.closeAndFlush();
    expect(await typesNow()).toHaveLength(1_000);
    expect(requests.length).toBeLessThanOrEqual(11);
  });

  it("is refused with another write key, and does not insist", async () => {
    const analytics = new Analytics({ writeKey: "another-key", host, flushInterval: 50 });
    const failed = new Promise((resolve) => analytics.on("error", resolve));
    analytics.track({ userId: "u7", event: "Searched" });
    await analytics.closeAndFlush();
    expect(await failed).toMatchObject({ code: "delivery_failure" });
    expect(requests.map(({ status }) => status)).toEqual([401]);
    expect(await intake.touches()).toEqual([]);
  });
});

describe("@rudderstack/rudder-sdk-node", () => {
  it("delivers every call packed with gzip, and again after 500 and 429", async () => {
    outage = [new Response(null, { status: 500 }), new Response(null, { status: 429 })];
    const rudder = new Rudder(writeKey, { dataPlaneUrl: host, flushInterval: 50 });
    const anonymousId = "visitor-8";
    rudder.identify({ anonymousId, userId: "u8", traits: { email: "bo@acme.com" } });
    rudder.page({ anonymousId, name: "Pricing", properties: {} });
    rudder.screen({ anonymousId, name: "Settings" });
    rudder.track({ userId: "u8", event: "Report Exported", properties: {} });
    rudder.group({ userId: "u8", groupId: "acme", traits: {} });
    rudder.alias({ userId: "u8", previousId: anonymousId });
    await rudder.flush();
    expect(requests.at(-1)).toEqual({ path: "/v1/batch", status: 200, encoding: "gzip" });
    await expect.poll(typesNow).toEqual(everything);
  });
});
