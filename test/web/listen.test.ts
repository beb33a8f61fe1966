import { once } from "node:events";
import { Agent, get, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { afterEach, describe, expect, it } from "vitest";
import { Refused } from "../../src/core/errors.ts";
import { isLoopback, type Listener, listen } from "../../src/web/listen.ts";
import { openApp } from "../emulators/web/open-app.ts";

const open: Listener[] = [];
afterEach(() => Promise.all(open.splice(0).map((listener) => listener.close())));

async function serve(fetch: Hono["fetch"], options: { port?: number; drainMs?: number } = {}) {
  const listener = await listen({
    fetch,
    host: "127.0.0.1",
    port: 0,
    variable: "HTTP_PORT",
    ...options,
  });
  open.push(listener);
  return listener;
}

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? error : undefined),
  );

/** A promise that the test settles. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}

/** Resolves when this side learns that the connection is gone, however it ended. */
const closeOf = (side: NodeJS.EventEmitter) =>
  new Promise<unknown>((resolve) => side.on("error", () => {}).on("close", resolve));

describe("listen", () => {
  it("serves the public app over a real port, HEAD and oversized bodies included", async () => {
    const { app, store } = await openApp();
    const { url } = await serve(app.fetch);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true });
    expect((await fetch(`${url}/api/v1/leads`, { method: "HEAD" })).status).toBe(401);
    const huge = await fetch(`${url}/api/v1/leads`, {
      method: "POST",
      body: "x".repeat(1_500_000),
    });
    expect(huge.status).toBe(413);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    await store.close();
  });

  it("answers bodies that are empty, in pieces, or not allowed", async () => {
    const { app, store } = await openApp();
    app.post("/echo", async (context) => context.text(await context.req.text()));
    const { url } = await serve(app.fetch);
    const send = (path: string, init: RequestInit) => fetch(url + path, init);
    const pieces = { body: new Response("in pieces").body, duplex: "half" } as RequestInit;
    expect(await (await send("/echo", { method: "POST", ...pieces })).text()).toBe("in pieces");
    expect(await (await send("/echo", { method: "POST" })).text()).toBe("");
    expect((await send("/echo", { method: "OPTIONS" })).status).toBe(405);
    expect((await send("/healthz", { method: "DELETE" })).status).toBe(405);
    expect((await send("/healthz", { method: "PUT", body: "" })).status).toBe(405);
    await store.close();
  });

  it("survives what is no HTTP", async () => {
    const { url } = await serve(() => new Response("ok"));
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write("GET /\u0000 nonsense\r\n\r\n");
    await once(socket.resume(), "close");
    expect(await (await fetch(url)).text()).toBe("ok");
  });

  it("says which variable to change when the port is taken", async () => {
    const first = await serve(() => new Response("ok"));
    const port = Number(new URL(first.url).port);
    const refused = await refusal(serve(() => new Response("ok"), { port }));
    expect(refused?.code).toBe("port_taken");
    expect(refused?.message).toBe(
      `Port ${port} is in use by another program. Stop it, or set HTTP_PORT to another port.`,
    );
  });

  it("says so when the machine lacks the address", async () => {
    const options = { fetch: () => new Response("ok"), port: 0, variable: "HTTP_PORT" };
    expect((await refusal(listen({ ...options, host: "203.0.113.9" })))?.code).toBe("bad_address");
  });

  it("waits for an answer under way, and takes nothing new", async () => {
    const [started, done] = [gate(), gate()];
    const app = new Hono().get("/slow", async (context) => {
      started.open();
      await done.opened;
      return context.text("done");
    });
    const listener = await serve(app.fetch);
    const agent = new Agent({ keepAlive: true });
    const answer = once(get(`${listener.url}/slow`, { agent }), "response");
    await started.opened;
    const closed = listener.close();
    await expect(fetch(listener.url)).rejects.toThrow();
    done.open();
    const [response] = (await answer) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    response.resume();
    await closed;
    agent.destroy();
  });

  it("ends idle connections at once", async () => {
    const listener = await serve(() => new Response("ok"));
    const agent = new Agent({ keepAlive: true });
    const [response] = (await once(get(listener.url, { agent }), "response")) as [IncomingMessage];
    await once(response.resume(), "end");
    const before = Date.now();
    await listener.close();
    expect(Date.now() - before).toBeLessThan(4_500); // by itself Node waits five seconds
    agent.destroy();
  });

  it("ends event streams at once, and tells their handlers", async () => {
    const told = gate();
    const app = new Hono().get("/events", (context) =>
      streamSSE(context, async (stream) => {
        stream.onAbort(told.open);
        await stream.writeSSE({ data: "hello" });
        await told.opened;
      }),
    );
    const listener = await serve(app.fetch);
    const [response] = (await once(get(`${listener.url}/events`), "response")) as [IncomingMessage];
    await once(response, "data");
    const ended = closeOf(response);
    await listener.close();
    await Promise.all([ended, told.opened]);
  });

  it("gives up on an answer that takes too long", async () => {
    const running = gate();
    const listener = await serve(
      () => {
        running.open();
        return new Promise<Response>(() => {});
      },
      { drainMs: 20 },
    );
    const ended = closeOf(request(listener.url).end());
    await running.opened;
    await listener.close();
    await ended;
    await listener.close(); // closing twice is closing once
  });
});

describe("isLoopback", () => {
  it("knows the addresses that only this machine reaches", () => {
    const hosts = ["127.0.0.1", "127.1.2.3", "::1", "localhost"];
    expect(hosts.map(isLoopback)).toEqual(hosts.map(() => true));
    const open = ["0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example.com", "ringside.example"];
    expect(open.map(isLoopback)).toEqual(open.map(() => false));
  });
});
