import { describe, expect, it } from "vitest";
import type { ChatSurface } from "../../src/chat/adapter.ts";
import { createSwitchboard } from "../../src/chat/switchboard.ts";
import type { Card } from "../../src/core/card.ts";
import { Refused, RetryLater } from "../../src/core/errors.ts";

const card: Card = { key: "k", title: "t", tone: "info", summary: "s", blocks: [] };

type Fake = {
  surface: ChatSurface;
  sent: string[];
  state: { ok: boolean; why: string };
  stopped: boolean;
};

/** One workspace that keeps what it sends. */
function aWorkspace(workspace: string, set: Partial<ChatSurface> = {}): Fake {
  const fake: Fake = {
    sent: [],
    state: { ok: true, why: `${workspace} connected` },
    stopped: false,
    surface: undefined as never,
  };
  const own = (connection: string | undefined) => {
    if (connection === workspace) return;
    throw new Refused("slack.unknown-workspace", `No Slack workspace ${connection} is connected.`);
  };
  fake.surface = {
    adapter: {
      surface: "slack",
      async send({ connection, externalId }) {
        own(connection);
        fake.sent.push(externalId);
        return { connection };
      },
      async update(ref) {
        own(ref.connection);
        fake.sent.push("edit");
      },
      async whoIs({ connection }) {
        own(connection);
        return { email: `me@${workspace}`, outside: false };
      },
      findAccount: async ({ email }) =>
        email?.endsWith(workspace) ? { connection: workspace, externalId: "U1" } : undefined,
    },
    start: async () => {},
    async stop() {
      fake.stopped = true;
    },
    state: () => fake.state,
    ...set,
  };
  return fake;
}

function aBoard(...fakes: Fake[]) {
  const board = createSwitchboard();
  for (const [index, { surface }] of fakes.entries()) board.plug(`cnx_${index}`, surface);
  const [platform] = board.surfaces;
  if (!platform) throw new Error("nothing is plugged in");
  return { board, platform };
}

const to = (connection: string) => ({ connection, externalId: "U7" });

describe("several workspaces on the switchboard", () => {
  it("are one surface, that sends and edits where a person is", async () => {
    const [first, second] = [aWorkspace("T1"), aWorkspace("T2")];
    const { board, platform } = aBoard(first, second);
    expect(board.surfaces).toHaveLength(1);
    const ref = await platform.adapter.send(to("T2"), card, "key");
    await platform.adapter.update(ref, card);
    expect([first.sent, second.sent]).toEqual([[], ["U7", "edit"]]);
  });

  it("find a person who never wrote in whichever knows them", async () => {
    const { platform } = aBoard(aWorkspace("T1"), aWorkspace("T2"));
    const found = await platform.adapter.findAccount({ email: "ana@T2", phone: null });
    expect(found).toEqual({ connection: "T2", externalId: "U1" });
  });

  it("hold a message for a connection that is down, since it may be that one's", async () => {
    const [first, second] = [aWorkspace("T1"), aWorkspace("T2")];
    const { platform } = aBoard(first, second);
    second.state = { ok: false, why: "T2 is down" };
    const sending = platform.adapter.send(to("T3"), card, "key");
    await expect(sending).rejects.toBeInstanceOf(RetryLater);
    await expect(platform.adapter.send(to("T1"), card, "key")).resolves.toEqual({
      connection: "T1",
    });
  });

  it("refuse a message for a connection that is none of theirs", async () => {
    const { platform } = aBoard(aWorkspace("T1"), aWorkspace("T2"));
    await expect(platform.adapter.send(to("T3"), card, "key")).rejects.toThrow(
      "No Slack workspace T3",
    );
  });

  it("pass on what one of them refuses about its own", async () => {
    const full = new Refused("slack.restricted_action", "A setting keeps the app from posting.");
    const first = aWorkspace("T1");
    first.surface.adapter.send = async () => {
      throw full;
    };
    const { platform } = aBoard(first, aWorkspace("T2"));
    await expect(platform.adapter.send(to("T1"), card, "key")).rejects.toBe(full);
  });

  it("are ready while one is, and say how each is", () => {
    const [first, second] = [aWorkspace("T1"), aWorkspace("T2")];
    const { platform } = aBoard(first, second);
    first.state = { ok: false, why: "T1 was revoked" };
    expect(platform.state()).toEqual({ ok: true, why: "T1 was revoked; T2 connected" });
    second.state = { ok: false, why: "T2 is down" };
    expect(platform.state().ok).toBe(false);
  });

  it("let the one whose secret signed a request answer it, with its body", async () => {
    const signedFor = (secret: string) => async (request: Request) => {
      const text = await request.text();
      return text === secret
        ? new Response(`taken by ${secret}`)
        : new Response(null, { status: 401 });
    };
    const { platform } = aBoard(
      aWorkspace("T0"),
      aWorkspace("T1", { fetch: signedFor("one") }),
      aWorkspace("T2", { fetch: signedFor("two") }),
    );
    const post = (body: string) =>
      platform.fetch?.(
        new Request("http://ringside.example/slack/events", { method: "POST", body }),
      );
    expect(await (await post("two"))?.text()).toBe("taken by two");
    expect((await post("three"))?.status).toBe(401);
  });

  it("answer no request where none of them takes requests", async () => {
    const { platform } = aBoard(aWorkspace("T1"));
    const request = new Request("http://ringside.example/slack/events", { method: "POST" });
    expect((await platform.fetch?.(request))?.status).toBe(404);
  });
});

describe("a connection taken out", () => {
  it("is stopped, and the others go on", async () => {
    const [first, second] = [aWorkspace("T1"), aWorkspace("T2")];
    const { board, platform } = aBoard(first, second);
    await board.unplug("cnx_0");
    expect([first.stopped, second.stopped]).toEqual([true, false]);
    await expect(platform.adapter.send(to("T1"), card, "key")).rejects.toThrow(
      "No Slack workspace",
    );
    await expect(platform.adapter.send(to("T2"), card, "key")).resolves.toEqual({
      connection: "T2",
    });
  });

  it("was the last of its platform: then there is no such surface any more", async () => {
    const { board } = aBoard(aWorkspace("T1"));
    await board.unplug("cnx_0");
    expect(board.surfaces).toEqual([]);
    expect(board.adapters).toEqual({});
  });

  it("may be plugged in again", async () => {
    const { board } = aBoard(aWorkspace("T1"));
    await board.unplug("cnx_0");
    board.plug("cnx_0", aWorkspace("T1").surface);
    await expect(board.adapters.slack?.send(to("T1"), card, "key")).resolves.toBeDefined();
  });
});
