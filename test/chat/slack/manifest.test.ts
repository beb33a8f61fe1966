import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shortcuts } from "../../../src/chat/adapter.ts";
import { limits } from "../../../src/chat/slack/limits.ts";
import { botEvents, createManifest, scopes } from "../../../src/chat/slack/manifest.ts";
import { slackShortcuts, slashCommand } from "../../../src/chat/slack/shortcuts.ts";
import { createTable, type TableServices } from "../../../src/chat/table.ts";

const folder = new URL("../../../src/chat/slack/", import.meta.url);
const code = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name !== "manifest.ts")
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");

type Manifest = {
  features: {
    shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    slash_commands: { command: string; url?: string }[];
  };
  settings: { socket_mode_enabled: boolean };
};
const manifestOf = (way: { mode: "socket" } | { mode: "http"; url: string }, some = shortcuts) =>
  createManifest({ ...way, shortcuts: some }) as Manifest;

describe("the manifest", () => {
  it("subscribes to every event the code listens to or parses, and to no other", () => {
    const listened = [...code.matchAll(/app\.event\("(\w+)"/g)].map(([, name]) => name);
    const removed = ["app_uninstalled", "tokens_revoked"];
    expect([...listened, ...removed, "message.im"].sort()).toEqual([...botEvents].sort());
    for (const event of removed) expect(code).toContain(`"${event}"`);
  });

  it("asks for exactly the scopes whose calls the code makes", () => {
    const scopeOf: Record<string, keyof typeof scopes> = {
      "bots.info": "users:read",
      "chat.postMessage": "chat:write",
      "chat.update": "chat:write",
      "chat.postEphemeral": "chat:write",
      "conversations.open": "im:write",
      "conversations.history": "im:history",
      "conversations.replies": "im:history",
      "files.info": "files:read",
      filesUploadV2: "files:write",
      "users.info": "users:read",
      "users.lookupByEmail": "users:read.email",
    };
    const free = ["auth.test", "views.open", "views.update", "views.publish"];
    const byName = [...code.matchAll(/call\(\s*"([\w.]+)"/g)].map(([, name]) => name ?? "");
    const bySdk = [...code.matchAll(/\bweb\.(?!apiCall\()([\w.]+)\(/g)].map(
      ([, name]) => name ?? "",
    );
    expect(byName.length).toBeGreaterThan(9);
    expect(bySdk.length).toBeGreaterThan(1);
    const called = [...byName, ...bySdk].filter((name) => !free.includes(name));
    expect(called.filter((name) => !scopeOf[name])).toEqual([]);
    const needed = called.map((name) => scopeOf[name]);
    // What Slack sends needs these two; what is fetched by its address, files:read.
    const others = ["app_mentions:read", "commands"];
    expect([...new Set([...needed, ...others])].sort()).toEqual(Object.keys(scopes).sort());
  });

  it("offers the shortcuts that work, each with a name Slack takes, and the command", () => {
    const { features } = manifestOf({ mode: "socket" });
    expect(features.shortcuts.map(({ callback_id: id }) => id)).toEqual(
      slackShortcuts.map(({ id }) => id),
    );
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(limits.shortcut.name);
      expect(description.length).toBeLessThanOrEqual(limits.shortcut.description);
    }
    expect(features.slash_commands).toMatchObject([{ command: slashCommand }]);
    const some = manifestOf({ mode: "socket" }, ["lead"] as never);
    expect(some.features.shortcuts).toMatchObject([{ callback_id: "lead", type: "global" }]);
  });

  it("has a way to pick every shortcut there is, and a use case for every one offered", () => {
    expect(new Set(slackShortcuts.map(({ shortcut }) => shortcut))).toEqual(new Set(shortcuts));
    const table = createTable({} as TableServices);
    expect(Object.keys(table.shortcuts).sort()).toEqual([...shortcuts].sort());
  });

  it("has no address in Socket Mode, and the same one three times over HTTP", () => {
    const socket = manifestOf({ mode: "socket" });
    expect(JSON.stringify(socket)).not.toContain("http");
    expect(socket.settings.socket_mode_enabled).toBe(true);
    const http = manifestOf({ mode: "http", url: "https://a.example/" });
    expect(JSON.stringify(http).split("https://a.example/slack/events")).toHaveLength(4);
    expect(http.settings.socket_mode_enabled).toBe(false);
  });
});
