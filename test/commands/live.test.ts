// The live checks against the emulated platforms: each line says what is so, and what to do where it is not.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { permissions } from "../../src/chat/lark/manifest.ts";
import { scopes } from "../../src/chat/slack/manifest.ts";
import { checkLark } from "../../src/commands/live/lark.ts";
import type { LiveLine } from "../../src/commands/live/line.ts";
import { checkSlack } from "../../src/commands/live/slack.ts";
import { createLog } from "../../src/log.ts";
import { type Emulator, startEmulator } from "../emulators/lark/emulator.ts";
import { type SlackEmulator, startSlack } from "../emulators/slack/emulator.ts";

const log = createLog({ level: "silent" });
const lineOf = (lines: LiveLine[], what: string) => lines.find((line) => line.what === what);

describe("a live check of Slack", () => {
  let slack: SlackEmulator;
  beforeEach(async () => {
    slack = await startSlack();
  });
  afterEach(() => slack.close());

  const check = (set: { signingSecret?: string; botToken?: string } = {}) => {
    const { botToken, appToken, apiUrl } = slack;
    const way = set.signingSecret ? {} : { appToken };
    return checkSlack({ botToken, apiUrl, ...way, ...set }, log);
  };
  const granting = (granted: string[]) => {
    const body = { team_id: slack.teamId, team: "Test Team", user: "ringside" };
    const headers = { "x-oauth-scopes": granted.join(",") };
    slack.gateway.fail("auth.test", { kind: "answer", body, headers });
  };

  it("names the workspace and opens a socket", async () => {
    granting(Object.keys(scopes));
    const { workspace, name, lines } = await check();
    expect({ workspace, name }).toEqual({ workspace: slack.teamId, name: "Test Team" });
    expect(lines.map(({ what, state }) => `${what} ${state}`)).toEqual([
      "token ok",
      "scopes ok",
      "socket ok",
    ]);
  });

  it("names every scope of the manifest that was not granted", async () => {
    const [missing, ...granted] = Object.keys(scopes);
    granting(granted);
    const line = lineOf((await check()).lines, "scopes");
    expect(line).toMatchObject({ state: "broken", why: `missing: ${missing}` });
    expect(line?.fix).toContain("manifest slack");
  });

  it("says what to click when the token is refused", async () => {
    slack.gateway.fail("auth.test", { kind: "error", code: "invalid_auth" });
    const { lines, workspace } = await check();
    expect(workspace).toBeUndefined();
    expect(lineOf(lines, "token")).toMatchObject({
      state: "broken",
      why: expect.stringContaining("api.slack.com/apps"),
    });
  });

  it("says that the app token opens no socket", async () => {
    slack.gateway.fail("apps.connections.open", { kind: "error", code: "not_allowed_token_type" });
    expect(lineOf((await check()).lines, "socket")).toMatchObject({
      state: "broken",
      why: expect.stringContaining("xapp-"),
    });
  });

  it("leaves to a person what only Slack can try", async () => {
    const { lines } = await check({ signingSecret: "secret" });
    expect(lineOf(lines, "http")?.state).toBe("unchecked");
  });
});

describe("a live check of Lark", () => {
  let lark: Emulator;
  beforeEach(async () => {
    lark = await startEmulator();
    for (const { scope } of permissions) lark.state.scopes.set(scope, true);
  });
  afterEach(() => lark.close());

  const check = (set: { appSecret?: string; mode?: "long" | "http" } = {}) => {
    const { appId, appSecret } = lark.state.app;
    return checkLark({
      connection: appId,
      appId,
      appSecret,
      domain: lark.url,
      mode: "long",
      ...set,
    });
  };

  it("takes the keys, finds the bot, a connection and every permission", async () => {
    const { workspace, name, lines } = await check();
    expect({ workspace, name }).toEqual({ workspace: lark.state.app.appId, name: "Ringside" });
    expect(lines.map(({ what, state }) => `${what} ${state}`)).toEqual([
      "token ok",
      "bot ok",
      "long connection ok",
      "permissions ok",
    ]);
  });

  it("stops at keys that are refused", async () => {
    const { lines } = await check({ appSecret: "wrong" });
    expect(lines).toMatchObject([
      { what: "token", state: "broken", why: expect.stringContaining("App Secret") },
    ]);
  });

  it("names every permission that is missing, and what does not work without it", async () => {
    lark.state.scopes.set("im:message:update", false);
    lark.state.scopes.delete("im:resource");
    const line = lineOf((await check()).lines, "permissions");
    expect(line?.state).toBe("broken");
    expect(line?.why).toContain("im:message:update (changing a card where it stands)");
    expect(line?.why).toContain("im:resource");
  });

  it("does not ask for an optional permission", async () => {
    lark.state.scopes.delete("contact:user.phone:readonly");
    expect(lineOf((await check()).lines, "permissions")).toMatchObject({
      state: "ok",
      why: expect.stringContaining("contact:user.phone:readonly"),
    });
  });

  it("says that permissions cannot be listed rather than that they are missing", async () => {
    lark.faults.add({ path: /scopes/, status: 400, body: { code: 99991672, msg: "no" } });
    expect(lineOf((await check()).lines, "permissions")?.state).toBe("unchecked");
  });

  it("says that the long connection is refused", async () => {
    lark.faults.add({ path: /endpoint/, status: 200, body: { code: 1000040350, msg: "too many" } });
    const line = lineOf((await check()).lines, "long connection");
    expect(line).toMatchObject({
      state: "broken",
      fix: expect.stringContaining("persistent connection"),
    });
  });

  it("leaves to a person what only Lark can try", async () => {
    expect(lineOf((await check({ mode: "http" })).lines, "http")?.state).toBe("unchecked");
  });
});
