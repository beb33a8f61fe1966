import { describe, expect, it } from "vitest";
import { createLog, type LogOptions } from "../src/log.ts";

function openLog(options: Partial<LogOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = createLog({ level: "debug", destination, ...options });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown> };
}

describe("createLog", () => {
  it("writes one JSON line with level, time and sentence", () => {
    const { log, lines, last } = openLog();
    log.info({ event: "evt_1", attempts: 2 }, "Taken in");
    expect(lines[0]?.endsWith("\n")).toBe(true);
    const { time, ...rest } = last();
    expect(rest).toEqual({ level: "info", event: "evt_1", attempts: 2, msg: "Taken in" });
    expect(Number.isNaN(Date.parse(String(time)))).toBe(false);
  });

  it("writes nothing below its level", () => {
    const { log, lines } = openLog({ level: "warn" });
    log.debug({}, "no");
    log.info({}, "no");
    log.warn({}, "yes");
    log.error({}, "yes");
    expect(lines).toHaveLength(2);
  });

  it.each([
    "token",
    "secret",
    "password",
    "authorization",
    "Authorization",
    "key",
    "email",
    "phone",
    "text",
    "body",
    "accessToken",
    "client_secret",
    "X-Api-Key",
    "customerEmails",
    "SLACK_BOT_TOKEN",
  ])("hides what is named %s at every depth", (name) => {
    const { log, lines } = openLog();
    const value = { [name]: "hush-1" };
    log.info({ ...value, a: value, list: [value, { b: { c: value } }] }, "x");
    log.child({ part: value, ...value }).info({}, "y");
    expect(lines.join("")).not.toContain("hush");
    expect(lines.join("").match(/\[hidden\]/g)).toHaveLength(6);
  });

  it("hides a whole structure under such a name", () => {
    const { log, last } = openLog();
    log.info({ body: { deep: ["words"] }, token: null }, "x");
    expect(last()).toMatchObject({ body: "[hidden]", token: null });
  });

  it("keeps names that only contain such a word", () => {
    const { log, last } = openLog();
    log.info({ keyId: "key_1", bodyBytes: 5, tokenCount: 3, context: "slack" }, "x");
    expect(last()).toMatchObject({ keyId: "key_1", bodyBytes: 5, tokenCount: 3, context: "slack" });
  });

  it("writes of an error its kind, message, code, frames and cause, and nothing it carries", () => {
    const { log, lines, last } = openLog();
    const cause = Object.assign(new Error("socket"), { code: "ECONNRESET", request: "hush" });
    const error = Object.assign(new TypeError("Call failed", { cause }), {
      status: 502,
      config: { headers: { "x-custom": "hush" }, data: "hush" },
      response: { data: "hush" },
    });
    log.error({ err: error, nested: { again: error } }, "Failed");
    expect(lines[0]).not.toContain("hush");
    expect(last()).toMatchObject({
      err: {
        type: "TypeError",
        message: "Call failed",
        status: "502",
        cause: { code: "ECONNRESET" },
      },
      nested: { again: { type: "TypeError" } },
    });
    expect(String((last().err as { stack: string }).stack)).toMatch(/^ {4}at .*log\.test/);
  });

  it("hides credentials, addresses and queries inside sentences", () => {
    const { log, lines } = openLog();
    const words =
      "Bearer abc.def.ghi rsk_hushhushhush xoxb-1-hushhush hush@a.example https://a.example/p?hush=1";
    log.error({ err: new Error(words), reason: words }, words);
    expect(lines[0]).not.toMatch(/hush|abc\.def/);
    expect(lines[0]).toContain("https://a.example/p?[hidden]");
  });

  it("survives loops, depth, bytes, big numbers and long text", () => {
    const { log, last } = openLog();
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const odd = {
      loop,
      bytes: new Uint8Array(3),
      big: 10n,
      set: new Set([1]),
      long: "x".repeat(5_000),
    };
    log.info({ ...odd, many: Array.from({ length: 1_000 }, () => 1), none: undefined }, "odd");
    expect(last()).toMatchObject({ bytes: "[3 bytes]", big: "10", set: "[1 items]" });
    expect(String(last().long).length).toBeLessThan(1_100);
    expect(last().many).toHaveLength(50);
  });

  it("adds a child's fields to every line", () => {
    const { log, last } = openLog();
    log.child({ part: "outbox" }).child({ surface: "slack" }).info({ message: 1 }, "Sent");
    expect(last()).toMatchObject({ part: "outbox", surface: "slack", message: 1 });
  });

  it("writes readable lines for a person, without control characters", () => {
    const { log, lines } = openLog({ pretty: true });
    log.warn({ port: 3000, note: "a\nb" }, "Port \u001b[31mtaken\n");
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d WARN {2}Port {2}\[31mtaken {2}port=3000 note="a\\nb"\n$/,
    );
  });
});
