import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Refused } from "../../../src/core/errors.ts";
import { checkUrl } from "../../../src/web/webhooks/check-url.ts";
import { createPostWebhook, type Resolve } from "../../../src/web/webhooks/post-webhook.ts";
import { isPrivateAddress } from "../../../src/web/webhooks/private-address.ts";
import { openReceiver, type Receiver } from "../../helpers/receiver.ts";

const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;

describe("addresses", () => {
  it.each([
    ...["127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254"],
    ...["100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1"],
    ...["::1", "::", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "fe80::1", "fd00::1", "ff02::1"],
    ...["64:ff9b::7f00:1", "2001:db8::1", "2002:7f00:1::", "no address", ""],
  ])("of an inner network or of nobody are known: %s", (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each([
    "8.8.8.8",
    "172.32.0.1",
    "172.15.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2a00:1450::1",
  ])("of the world may be called: %s", (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe("the address of a webhook", () => {
  const codeOf = (url: string, allowPrivate = false) => {
    try {
      return checkUrl(url, { allowPrivate });
    } catch (error) {
      return (error as Refused).code;
    }
  };

  it.each([
    ["http://example.com/", "webhook_not_https"],
    ["ftp://example.com/", "webhook_bad_url"],
    ["https://ana:pw@example.com/", "webhook_bad_url"],
    ["example.com", "webhook_bad_url"],
    [`https://example.com/${"x".repeat(2_000)}`, "webhook_bad_url"],
    ["https://localhost/", "webhook_private"],
    ["https://LOCALHOST:8443/", "webhook_private"],
    ["https://bot.internal./", "webhook_private"],
    ["https://intranet/", "webhook_private"],
    ["https://127.1/", "webhook_private"],
    ["https://2130706433/", "webhook_private"],
    ["https://0x7f.0.0.1/", "webhook_private"],
    ["https://[::1]/", "webhook_private"],
    ["https://[::ffff:7f00:1]/", "webhook_private"],
    ["https://169.254.169.254/latest/meta-data", "webhook_private"],
    ["https://example.com/hooks", "https://example.com/hooks"],
    ["https://8.8.8.8/hooks", "https://8.8.8.8/hooks"],
  ])("%s is judged before anything is called: %s", (url, code) => {
    expect(codeOf(url)).toBe(code);
  });

  it("may be inner and plain where the operator says so", () => {
    expect(codeOf("http://127.0.0.1:9000/", true)).toBe("http://127.0.0.1:9000/");
    expect(codeOf("file:///etc/passwd", true)).toBe("webhook_bad_url");
  });
});

describe("a delivery", () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
  });
  afterEach(() => receiver.close());

  const post = (
    url: string,
    options: { resolve?: Resolve; allowPrivate?: boolean; timeoutMs?: number },
  ) => {
    const { allowPrivate = false, ...rest } = options;
    const send = createPostWebhook({ open: () => secret, ...rest });
    const webhook = { id: "whk_1", url, secret: "", allowPrivate };
    return send({ webhook, id: "whm_1", at: Date.UTC(2026, 10, 22), body: "{}" });
  };
  const inner = { status: null, error: "the address is of an inner network" };

  it("does not go to a name that has become an inner address since it was given", async () => {
    const { port } = new URL(receiver.url);
    const answers = [
      [{ address: "93.184.216.34", family: 4 }],
      [{ address: "127.0.0.1", family: 4 }],
    ];
    const asked: string[] = [];
    const resolve: Resolve = (name, answer) => {
      asked.push(name);
      answer(null, answers[1] ?? []);
    };
    // Public when it was added, of this machine when it is called: only what is connected to counts.
    expect(checkUrl(`https://rebind.example:${port}/`, { allowPrivate: false })).toBeTruthy();
    for (const scheme of ["http", "https"]) {
      expect(await post(`${scheme}://rebind.example:${port}/`, { resolve })).toEqual(inner);
    }
    const mixed: Resolve = (_, answer) => answer(null, answers.flat());
    expect(await post(`http://rebind.example:${port}/`, { resolve: mixed })).toEqual(inner);
    expect(await post(receiver.url, {})).toEqual(inner);
    expect(await post(receiver.url.replace("127.0.0.1", "localhost"), {})).toEqual(inner);
    expect(asked).toEqual(["rebind.example", "rebind.example"]);
    expect(receiver.got).toEqual([]);
  });

  it("says what went wrong where nothing answers", async () => {
    const nobody: Resolve = (_, answer) =>
      answer(Object.assign(new Error("no such name"), { code: "ENOTFOUND" }), []);
    const none = await post("https://nowhere.example/", { resolve: nobody });
    expect(none).toEqual({ status: null, error: "ENOTFOUND" });
    const { url } = receiver;
    await receiver.close();
    expect(await post(url, { allowPrivate: true })).toEqual({
      status: null,
      error: "ECONNREFUSED",
    });
    receiver = await openReceiver();
  });

  it("gives up on a receiver that never answers", async () => {
    receiver.answer = () => undefined;
    const attempt = await post(receiver.url, { allowPrivate: true, timeoutMs: 50 });
    expect(attempt).toEqual({ status: null, error: "no answer within 0.05 s" });
  });
});
