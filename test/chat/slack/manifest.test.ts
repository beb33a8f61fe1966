import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { botEvents, createManifest, scopes } from "../../../src/chat/slack/manifest.ts";

const folder = new URL("../../../src/chat/slack/", import.meta.url);
const code = readdirSync(folder)
  .filter((name) => name !== "manifest.ts")
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");

describe("the manifest", () => {
  it("subscribes to every event the code listens to or parses, and to no other", () => {
    const listened = [...code.matchAll(/app\.event\("(\w+)"/g)].map(([, name]) => name);
    const removed = ["app_uninstalled", "tokens_revoked"];
    expect([...listened, ...removed, "message.im"].sort()).toEqual([...botEvents].sort());
    for (const event of removed) expect(code).toContain(`"${event}"`);
  });

  it("asks for exactly the scopes whose calls the code makes", () => {
    const scopeOf: Record<string, keyof typeof scopes> = {
      "chat.postMessage": "chat:write",
      "chat.update": "chat:write",
      "chat.postEphemeral": "chat:write",
      "conversations.open": "im:write",
      "conversations.history": "im:history",
      "users.info": "users:read",
      "users.lookupByEmail": "users:read.email",
    };
    const free = ["auth.test", "views.open", "views.update", "views.publish"];
    const called = [...code.matchAll(/call\(\s*"([\w.]+)"/g)].map(([, name]) => name ?? "");
    expect(called.length).toBeGreaterThan(9);
    const needed = called.filter((name) => !free.includes(name)).map((name) => scopeOf[name]);
    expect(needed).not.toContain(undefined);
    const others = ["app_mentions:read", "commands", "files:read", "files:write"];
    expect([...new Set([...needed, ...others])].sort()).toEqual(Object.keys(scopes).sort());
  });

  it("has no address in Socket Mode, and the same one three times over HTTP", () => {
    const socket = JSON.stringify(createManifest({ mode: "socket" }));
    expect(socket).not.toContain("http");
    expect(JSON.parse(socket).settings.socket_mode_enabled).toBe(true);
    const http = JSON.stringify(createManifest({ mode: "http", url: "https://a.example/" }));
    expect(http.split("https://a.example/slack/events")).toHaveLength(4);
    expect(JSON.parse(http).settings.socket_mode_enabled).toBe(false);
  });
});
