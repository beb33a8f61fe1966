// Ways Slack's transports may differ from each other and from its documents, each transport by itself.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cutBytes, escapeText } from "../../../src/chat/slack/render/text.ts";
import { createSocketLine } from "../../../src/chat/slack/transport/socket-line.ts";
import { signed } from "../../emulators/slack/payloads.ts";
import { createSlackFor } from "../../emulators/slack/surface.ts";
import { testNow } from "../../helpers/people.ts";
import { openScene, type Scene } from "./scene.ts";

let scene: Scene;
afterEach(() => scene.close());

describe("over a socket alone", () => {
  beforeEach(async () => {
    scene = await openScene("socket");
  });

  it("says the answer although the socket a press came by is gone", async () => {
    const { host, deliver, presses, slack, surface } = scene;
    let decide = () => {};
    host.before = () => new Promise((resolve) => (decide = resolve));
    host.outcome = { toast: "Yours." };
    deliver(presses({ ref: "act_1", trigger: "t1" })).catch(() => {});
    await expect.poll(() => scene.counted).toContain("block_actions");
    slack.gateway.fail("apps.connections.open", {
      kind: "refuses",
      code: "internal_error",
      what: "all",
    });
    slack.gateway.disturb("drop");
    await expect.poll(() => surface.state().ok).toBe(false);
    decide();
    const told = await slack.gateway.called("chat.postEphemeral", () => true);
    expect(told.args.text).toBe("Yours.");
    slack.gateway.mend();
  });

  it("works over one socket where there is no second", async () => {
    const { slack, parts } = scene;
    const open = {
      kind: "answer",
      body: { url: `${slack.gateway.url.replace("http", "ws")}/link` },
    };
    const none = { kind: "refuses", code: "too_many_websockets", what: "all" } as const;
    slack.gateway.fail("apps.connections.open", open as never, none);
    const one = createSlackFor(slack, "socket", parts);
    await one.start();
    expect(one.state()).toMatchObject({ ok: true, why: expect.stringContaining("1 of 2") });
    await one.stop();
  });

  it("knows Slack's goodbye however its parts are ordered", async () => {
    const { gateway } = scene.slack;
    gateway.shout('{"debug_info":{"host":"a"},"reason":"warning","type":"disconnect"}');
    await gateway.connected(3);
    await scene.deliver(scene.says());
    expect(scene.host.accepted).toHaveLength(1);
  });
});

describe("over HTTP alone", () => {
  beforeEach(async () => {
    scene = await openScene("http");
  });

  it("reads a body by what it is, whatever its header calls it, in parts, with the charset named", async () => {
    const { says, presses, surface, slack, host } = scene;
    const sign = { secret: slack.signingSecret, now: testNow };
    const ask = async (request: Request) => (await surface.fetch?.(request))?.status;
    const form = new URLSearchParams({
      payload: JSON.stringify(presses({ ref: "act_1", trigger: "t1" })),
    }).toString();
    expect(await ask(signed(form, sign))).toBe(200);
    const type = { "content-type": "application/json; charset=UTF-8" };
    expect(await ask(signed(JSON.stringify(says(), null, 2), { ...sign, headers: type }))).toBe(
      200,
    );
    const challenge = { type: "url_verification", token: "x", challenge: "c1" };
    const answer = await surface.fetch?.(signed(JSON.stringify(challenge), sign));
    expect(await answer?.json()).toEqual({ challenge: "c1" });
    expect(host.interacted).toHaveLength(1);
    expect(host.accepted).toHaveLength(1);
  });
});

it("pauses before a third socket in a row that is closed as soon as it opens", async () => {
  scene = await openScene("http");
  const { gateway, apiUrl, appToken } = scene.slack;
  const pauseMs = 150;
  const line = createSocketLine({
    ...{ appToken, clientOptions: { slackApiUrl: apiUrl }, take: async () => {} },
    ...{ log: scene.parts.log, reconnectMs: { first: pauseMs, longest: pauseMs } },
  });
  await line.start();
  let droppedAt = 0;
  for (let round = 1; round <= 3; round += 1) {
    droppedAt = performance.now();
    gateway.disturb("drop");
    await gateway.connected(round);
    await expect.poll(() => line.state().ok, { interval: 5 }).toBe(true);
  }
  expect(performance.now() - droppedAt).toBeGreaterThanOrEqual(pauseMs - 5);
  await line.stop();
});

it("cuts markup by bytes, never inside a character or an escape", async () => {
  scene = await openScene("http");
  const markup = escapeText("a&b<王>🏥");
  for (let limit = 3; limit < 40; limit += 1) {
    const cut = cutBytes(markup, limit);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(Math.max(limit, 3));
    expect(cut.isWellFormed()).toBe(true);
    expect(cut).not.toMatch(/&(?!(amp|lt|gt);)/);
  }
  expect(cutBytes(markup, 40)).toBe(markup);
});
