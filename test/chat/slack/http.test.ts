import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSlack } from "../../../src/chat/slack/adapter.ts";
import { createLog } from "../../../src/log.ts";
import { signed, toRequest } from "../../emulators/slack/payloads.ts";
import { testNow } from "../../helpers/people.ts";
import { openScene, type Scene } from "./scene.ts";

describe("Slack's endpoint", () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene("http");
  });
  afterEach(() => scene.close());

  const ask = async (request: Request) => (await scene.surface.fetch?.(request))?.status;
  const sign = (set: { secret?: string; now?: number } = {}) => ({
    secret: scene.slack.signingSecret,
    now: testNow,
    ...set,
  });

  it("refuses what is not signed with the secret, or too old, or from the future", async () => {
    const { says, host } = scene;
    const bare = new Request("http://x/slack/events", { method: "POST", body: "{}" });
    expect(await ask(bare)).toBe(401);
    expect(await ask(toRequest(says(), sign({ secret: "another" })))).toBe(401);
    expect(await ask(toRequest(says(), sign({ now: testNow - 301_000 })))).toBe(401);
    expect(await ask(toRequest(says(), sign({ now: testNow + 301_000 })))).toBe(401);
    expect(await ask(toRequest(says(), sign({ now: testNow - 290_000 })))).toBe(200);
    expect(host.accepted).toHaveLength(1);
  });

  it("refuses other paths, other methods, what is malformed and what is too big", async () => {
    const post = { method: "POST", body: "{}" };
    expect(await ask(new Request("http://x/slack/other", post))).toBe(404);
    expect(await ask(new Request("http://x/slack/events/../../etc", post))).toBe(404);
    expect(await ask(new Request("http://x/slack/events"))).toBe(405);
    for (const text of ["{", "[]", "null", "payload=%7B"]) {
      const headers = text.startsWith("payload")
        ? { "content-type": "application/x-www-form-urlencoded" }
        : {};
      expect(await ask(signed(text, { ...sign(), headers }))).toBe(400);
    }
    expect(await ask(signed(`"${"x".repeat(1024 * 1024)}"`, sign()))).toBe(413);
  });

  it("survives bodies of unknown kinds, and acknowledges them", async () => {
    const bodies = [
      {},
      { type: "event_callback" },
      { type: "block_actions" },
      { command: 5 },
      { type: 7 },
    ];
    for (const body of bodies) {
      expect(await ask(signed(JSON.stringify(body), sign()))).toBeLessThanOrEqual(500);
    }
    expect(await ask(toRequest(scene.says(), sign()))).toBe(200);
  });

  it("gives each workspace's calls to its own app, by the secret that signed them", async () => {
    const { slack, host, says } = scene;
    const second = { team_id: "T2", user_id: "UBOT2", team: "Second" };
    slack.gateway.fail("auth.test", { kind: "answer", body: second });
    const surface = createSlack({
      connections: [{ botToken: "xoxb-2", signingSecret: "second", apiUrl: slack.apiUrl }],
      ...{ host, clock: () => testNow, log: createLog({ level: "silent" }) },
      languageOf: async () => "en",
      readAsset: async () => undefined,
      saveFile: async () => "ast_1",
    });
    await surface.start();
    const both = [scene.surface, surface];
    const to = async (team: string, secret: string, id: string) => {
      const body = { ...says({}, id), team_id: team, authorizations: [{ team_id: team }] };
      const answers = await Promise.all(
        both.map((one) => one.fetch?.(toRequest(body, sign({ secret })))),
      );
      return answers.map((answer) => answer?.status);
    };
    expect(await to("T2", "second", "Ev1")).toEqual([401, 200]);
    expect(await to("T2", slack.signingSecret, "Ev2")).toEqual([200, 401]); // verified, but not of its team
    expect(await to(slack.teamId, slack.signingSecret, "Ev3")).toEqual([200, 401]);
    expect(host.accepted.map(({ connection }) => connection)).toEqual(["T2", slack.teamId]);
    await surface.stop();
  });

  it("answers Slack's check of the address", async () => {
    const body = { type: "url_verification", challenge: "abc" };
    const response = await scene.surface.fetch?.(signed(JSON.stringify(body), sign()));
    expect(await response?.json()).toEqual({ challenge: "abc" });
  });

  it("says with a 500 that an event was not kept, so that it comes again", async () => {
    scene.host.before = () => Promise.reject(new Error("disk full"));
    expect(await ask(toRequest(scene.says(), sign()))).toBe(500);
  });
});
