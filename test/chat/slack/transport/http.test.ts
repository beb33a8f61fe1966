import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { signed, toRequest } from "../../../emulators/slack/payloads.ts";
import { testNow } from "../../../helpers/people.ts";
import { openScene, type Scene } from "../scene.ts";

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

  it("refuses what is not signed with the secret, or too old, or from the future, and counts it", async () => {
    const { says, host, counted } = scene;
    const bare = new Request("http://x/slack/events", { method: "POST", body: "{}" });
    expect(await ask(bare)).toBe(401);
    expect(await ask(toRequest(says(), sign({ secret: "another" })))).toBe(401);
    expect(await ask(toRequest(says(), sign({ now: testNow - 301_000 })))).toBe(401);
    expect(await ask(toRequest(says(), sign({ now: testNow + 301_000 })))).toBe(401);
    expect(await ask(toRequest(says(), sign({ now: testNow - 290_000 })))).toBe(200);
    expect(host.accepted).toHaveLength(1);
    expect(counted).toEqual([
      "wrong-signature",
      "wrong-signature",
      "stale-timestamp",
      "stale-timestamp",
      "message",
    ]);
  });

  it("refuses other paths, other methods, what is malformed and what is too big, and counts it", async () => {
    const post = { method: "POST", body: "{}" };
    expect(await ask(new Request("http://x/slack/other", post))).toBe(404);
    expect(await ask(new Request("http://x/slack/events/../../etc", post))).toBe(404);
    expect(await ask(new Request("http://x/slack/events"))).toBe(405);
    for (const text of ["{", "[]", "null", "{}", "payload=%7B"]) {
      const headers = text.startsWith("payload")
        ? { "content-type": "application/x-www-form-urlencoded" }
        : {};
      expect(await ask(signed(text, { ...sign(), headers }))).toBe(400);
    }
    expect(await ask(signed(`"${"x".repeat(1024 * 1024)}"`, sign()))).toBe(413);
    expect(new Set(scene.counted)).toEqual(
      new Set(["unknown-path", "unknown-method", "malformed", "oversized"]),
    );
    expect(scene.counted).toHaveLength(9);
  });

  it("acknowledges kinds it does not know, and survives any body with a team", async () => {
    const bodies = [
      { type: "event_callback" },
      { type: "event_callback", event: { type: "something_new" }, event_id: "Ev1" },
      { type: "block_actions" },
      { type: "block_suggestion", user: 5 },
      { type: 7 },
    ];
    for (const body of bodies) {
      const text = JSON.stringify({ ...body, team_id: scene.slack.teamId });
      expect(await ask(signed(text, sign()))).toBe(200);
    }
    expect(scene.counted.filter((what) => what === "unknown-type")).toHaveLength(4);
    expect(
      await ask(signed(JSON.stringify({ command: 5, team_id: scene.slack.teamId }), sign())),
    ).toBe(200);
    expect(await ask(toRequest(scene.says(), sign()))).toBe(200);
    expect(scene.host.accepted).toHaveLength(1);
  });

  it("refuses another workspace and another app, not to be sent again, and counts it", async () => {
    const { says, host, counted } = scene;
    const elsewhere = { ...says(), team_id: "T_OTHER", authorizations: [{ team_id: "T_OTHER" }] };
    const refused = await scene.surface.fetch?.(toRequest(elsewhere, sign()));
    expect(refused?.status).toBe(403);
    expect(refused?.headers.get("x-slack-no-retry")).toBe("1");
    expect(await ask(toRequest({ ...says(), api_app_id: "A_OTHER" }, sign()))).toBe(403);
    expect(counted).toEqual(["unknown-workspace", "foreign-app"]);
    expect(host.accepted).toEqual([]);
  });

  it("takes a replayed request for what it is: the same event under the same key", async () => {
    const request = toRequest(scene.says(), sign());
    expect(await ask(request.clone() as Request)).toBe(200);
    expect(await ask(request)).toBe(200);
    const keys = scene.host.accepted.map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
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
