import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSite, ownHeaders, type Site } from "../site.ts";
import type { World } from "../world.ts";

let site: Site;
let world: World;
beforeEach(async () => {
  site = await openSite();
  world = site.world;
});
afterEach(() => world.close());

describe("the lock", () => {
  it.each(["localhost", "localhost:4000", "127.0.0.1:80", "[::1]:4000", "LOCALHOST"])(
    "opens for the host %s",
    async (host) => {
      expect((await site.get("/as/per_ana", { host })).status).toBe(200);
    },
  );

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.nip.io",
    "0.0.0.0",
    "192.168.1.5:4000",
    "localhost:4000@evil",
    "",
  ])("stays shut for the host %j, with a sentence", async (host) => {
    const answer = await site.get("/as/per_ana", { host });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("http://localhost");
  });

  it("speaks the browser's language where it knows no person", async () => {
    const answer = await site.get("/", {
      host: "evil.example",
      "accept-language": "zh-CN,zh;q=0.9",
    });
    expect(await answer.text()).toContain("只在本机提供");
  });

  it.each([
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:9999" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: ownHeaders.origin, "sec-fetch-site": "cross-site" },
    {},
  ] as Record<string, string>[])("lets nobody else change anything: %j", async (headers) => {
    const body = new FormData();
    body.append("text", "hi");
    body.append("key", "k-1");
    const answer = await site.app.request("/as/per_ana/say", {
      method: "POST",
      body,
      headers: { host: ownHeaders.host, ...headers },
    });
    expect(answer.status).toBe(403);
    expect(world.events).toEqual([]);
  });

  it("takes what the page itself posts", async () => {
    const answer = await site.post(
      "/as/per_ana/say",
      [
        ["text", "hi"],
        ["key", "k-1"],
      ],
      { "sec-fetch-site": "same-origin" },
    );
    expect(answer.status).toBe(204);
    expect(world.events).toMatchObject([{ kind: "message", text: "hi", key: "k-1" }]);
  });

  it("tells the browser to run nothing else and to show the page nowhere else", async () => {
    for (const path of ["/as/per_ana", "/static/base.css", "/nowhere"]) {
      const { headers } = await site.get(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});
