import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatSurface } from "../../../src/chat/adapter.ts";
import { toRequest } from "../../emulators/slack/payloads.ts";
import { createSlackFor, type SlackMode } from "../../emulators/slack/surface.ts";
import { testNow } from "../../helpers/people.ts";
import { openScene, plainCard, type Scene } from "./scene.ts";

const second = { team_id: "T2", user_id: "UBOT2", team: "Second", bot_id: "B2" };

describe("two workspaces", () => {
  let scene: Scene;
  let surface: ChatSurface;
  beforeEach(async () => {
    scene = await openScene("http");
    await scene.surface.stop();
  });
  afterEach(async () => {
    await surface.stop();
    await scene.close();
  });

  /** The first is the emulator's own; the second's token is of another team. */
  const connect = async (mode: SlackMode, keys: object) => {
    const { slack, parts } = scene;
    surface = createSlackFor(slack, mode, parts, [{}, { botToken: "xoxb-2", ...keys }]);
    slack.gateway.fail("auth.test", { kind: "by_token", answers: { "xoxb-2": second } });
    await surface.start();
  };
  const saidIn = (team: string, id: string) => ({
    ...scene.says({}, id),
    team_id: team,
    authorizations: [{ team_id: team }],
  });
  const ask = async (body: Record<string, unknown>, secret: string) =>
    (await surface.fetch?.(toRequest(body, { secret, now: testNow })))?.status;
  const heardBy = () => scene.host.accepted.map(({ connection }) => connection);

  it("of one app share its secret: each hears its own", async () => {
    await connect("http", {});
    const { teamId, signingSecret } = scene.slack;
    expect(await ask(saidIn("T2", "Ev1"), signingSecret)).toBe(200);
    expect(await ask(saidIn(teamId, "Ev2"), signingSecret)).toBe(200);
    expect(await ask(saidIn("T3", "Ev3"), signingSecret)).toBe(403);
    expect(heardBy()).toEqual(["T2", teamId]);
  });

  it("of two apps are told apart by the secret, and neither speaks for the other", async () => {
    await connect("http", { signingSecret: "second" });
    const { teamId, signingSecret } = scene.slack;
    expect(await ask(saidIn("T2", "Ev1"), "second")).toBe(200);
    expect(await ask(saidIn("T2", "Ev2"), signingSecret)).toBe(403);
    expect(await ask(saidIn(teamId, "Ev3"), "second")).toBe(403);
    expect(await ask(saidIn(teamId, "Ev4"), "third")).toBe(401);
    expect(heardBy()).toEqual(["T2"]);
  });

  it("of one app share its sockets, whichever of them hears", async () => {
    await connect("socket", {});
    const { gateway, teamId } = scene.slack;
    expect(gateway.sockets()).toBe(2);
    for (const [team, id] of [
      ["T2", "Ev1"],
      [teamId, "Ev2"],
      ["T3", "Ev3"],
    ] as const) {
      await gateway.send({ type: "events_api", payload: saidIn(team, id) });
    }
    expect(heardBy()).toEqual(["T2", teamId]);
    expect(scene.counted).toEqual(["message", "message", "unknown-workspace"]);
    expect(surface.state()).toMatchObject({
      ok: true,
      why: /Test Team: connected; Second: connected/,
    });
  });

  it("are each written to with their own token", async () => {
    await connect("http", {});
    const { gateway, teamId } = scene.slack;
    const send = (connection: string) =>
      surface.adapter.send({ connection, externalId: scene.user }, plainCard, connection);
    gateway.fail("chat.postMessage", {
      kind: "by_token",
      answers: { "xoxb-2": { ts: "2.2" } },
    });
    expect(await send("T2")).toMatchObject({ connection: "T2", ts: "2.2" });
    expect(await send(teamId)).toMatchObject({ connection: teamId });
    await expect(send("T3")).rejects.toMatchObject({ code: "slack.unknown-workspace" });
  });

  it("do not stop each other: one whose app is removed says so, the other goes on", async () => {
    await connect("http", {});
    const { teamId, signingSecret } = scene.slack;
    const removed = { ...saidIn("T2", "Ev1"), event: { type: "app_uninstalled" } };
    expect(await ask(removed, signingSecret)).toBe(200);
    expect(surface.state()).toMatchObject({
      ok: false,
      why: expect.stringContaining("Second: the app was removed"),
    });
    expect(await ask(saidIn(teamId, "Ev2"), signingSecret)).toBe(200);
    expect(heardBy()).toEqual([teamId]);
  });
});
