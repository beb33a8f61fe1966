import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RetryLater } from "../../src/core/errors.ts";
import { createMetrics } from "../../src/web/metrics.ts";
import { codeOf, type OpenApp, openApp } from "../emulators/web/open-app.ts";

let opened: OpenApp;
beforeEach(async () => {
  opened = await openApp();
});
afterEach(() => opened.close());

async function reopen(options: Parameters<typeof openApp>[0]) {
  await opened.close();
  opened = await openApp(options);
}

describe("health", () => {
  it("says that the process is alive", async () => {
    const response = await opened.get("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, version: "1.2.3" });
  });

  it("says which part is not ready", async () => {
    expect((await opened.get("/readyz")).status).toBe(200);
    const state = { ok: false, parts: { records: "ok", slack: "disconnected" } };
    await reopen({ ready: async () => state });
    const response = await opened.get("/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual(state);
  });

  it("is not ready when the check fails, and says why only in the log", async () => {
    await reopen({ ready: () => Promise.reject(new Error("disk at /secret")) });
    const response = await opened.get("/readyz");
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("/secret");
    expect(opened.logged.some((line) => line.level === "error")).toBe(true);
  });
});

describe("metrics", () => {
  it("counts requests by route and status, unknown paths together", async () => {
    await opened.get("/healthz");
    await opened.get("/api/v1/leads/led_1?x=1");
    await opened.get("/nope-1");
    await opened.get("/nope-2");
    const response = await opened.get("/metrics");
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('ringside_http_requests_total{route="/healthz",status="200"} 1');
    expect(text).toContain(
      'ringside_http_requests_total{route="/api/v1/leads/:id",status="401"} 1',
    );
    expect(text).toContain('ringside_http_requests_total{route="none",status="404"} 2');
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).not.toMatch(/led_1|nope/);
  });

  it("needs a key when strangers can reach the listener", async () => {
    await reopen({ openMetrics: false });
    expect(await codeOf(await opened.get("/metrics"))).toBe("no_key");
    expect((await opened.get("/metrics", await opened.key("leads:read"))).status).toBe(403);
    expect((await opened.get("/metrics", await opened.key("metrics:read"))).status).toBe(200);
  });

  it("needs a key for what a proxy forwards", async () => {
    const headers = { "x-forwarded-for": "203.0.113.9" };
    expect((await opened.get("/metrics", undefined, { headers })).status).toBe(401);
    expect((await opened.get("/metrics", undefined, { headers: { forwarded: "" } })).status).toBe(
      401,
    );
  });

  it("gives every part its counters, and asks for the queues at every scrape", async () => {
    let waiting = 3;
    const metrics = createMetrics({ countWaiting: async () => ({ outbox: waiting, jobs: 0 }) });
    metrics.inboxEvents.inc({ kind: "message", result: "new" });
    metrics.outboxMessages.inc({ state: "sent" }, 2);
    metrics.jobs.inc({ kind: "reminder", result: "done" });
    metrics.ackSeconds.observe({ surface: "local" }, 0.02);
    expect(await metrics.render()).toContain('ringside_waiting{queue="outbox"} 3');
    waiting = 0;
    const text = await metrics.render();
    expect(text).toContain('ringside_waiting{queue="outbox"} 0');
    expect(text).toContain('ringside_inbox_events_total{kind="message",result="new"} 1');
    expect(text).toContain('ringside_outbox_messages_total{state="sent"} 2');
    expect(text).toContain('ringside_jobs_total{kind="reminder",result="done"} 1');
    expect(text).toContain('ringside_ack_seconds_bucket{le="0.025",surface="local"} 1');
  });
});

describe("metrics of a store in trouble", () => {
  it("leave the queues out and keep the rest", async () => {
    const metrics = createMetrics({ countWaiting: () => Promise.reject(new Error("locked")) });
    const text = await metrics.render();
    expect(text).not.toContain("ringside_waiting{");
    expect(text).toContain("process_cpu_seconds_total");
  });
});

describe("every answer", () => {
  it.each(["/healthz", "/metrics", "/nope", "/api/v1/me", "/api/v1/openapi.json"])(
    "carries security headers on %s",
    async (path) => {
      const { headers } = await opened.get(path);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("x-powered-by")).toBeNull();
    },
  );

  it("is a problem for an unknown path", async () => {
    const response = await opened.get("/nope");
    expect(response.status).toBe(404);
    expect(await codeOf(response)).toBe("no_such_page");
  });

  it("names the methods that work, for one that does not", async () => {
    const response = await opened.get("/healthz", undefined, { method: "POST" });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("GET, HEAD");
    expect(await codeOf(response)).toBe("wrong_method");
    const key = await opened.key();
    expect((await opened.get("/api/v1/leads", key, { method: "DELETE" })).status).toBe(405);
  });

  it("has no body for HEAD", async () => {
    const key = await opened.key();
    for (const path of ["/healthz", "/readyz", "/metrics", "/api/v1/leads", "/api/v1/me"]) {
      const response = await opened.get(path, key, { method: "HEAD" });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe("");
    }
  });

  it("refuses a body over 1 MB, announced or not", async () => {
    const body = "x".repeat(1_000_001);
    const announced = { method: "POST", body, headers: { "content-length": String(body.length) } };
    expect(await codeOf(await opened.get("/api/v1/leads", undefined, announced))).toBe("too_large");
    const stream = new Response(body).body;
    const streamed = { method: "POST", body: stream, duplex: "half" } as RequestInit;
    expect((await opened.get("/healthz", undefined, streamed)).status).toBe(413);
  });

  it("logs method, pattern and status at debug, and nothing else", async () => {
    await opened.get("/api/v1/leads/led_secret?email=a@b.example", "rsk_wrong");
    expect(opened.logged).toEqual([
      {
        level: "debug",
        fields: { method: "GET", route: "/api/v1/leads/:id", status: 401 },
        message: "request",
      },
    ]);
  });

  it("keeps a bug to the log", async () => {
    opened.app.get("/bug", () => {
      throw new Error("secret detail");
    });
    const response = await opened.get("/bug");
    expect(response.status).toBe(500);
    expect(await response.clone().text()).not.toContain("secret detail");
    expect(await codeOf(response)).toBe("internal");
    expect(opened.logged.filter((line) => line.level === "error")).toHaveLength(1);
  });

  it("says when to come back while busy", async () => {
    opened.app.get("/busy", () => {
      throw new RetryLater("busy", { afterMs: 1_500 });
    });
    const response = await opened.get("/busy");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("2");
  });
});
