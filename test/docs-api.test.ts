// docs/api.md is a test: every curl in it is run against a listener on this machine.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listener, listen } from "../src/web/listen.ts";
import { type OpenApp, openApp } from "./emulators/web/open-app.ts";

const page = readFileSync(new URL("../docs/api.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```sh curl\n([\s\S]+?)```/g)].map(([, text]) => text ?? "");
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

describe.skipIf(!hasCurl)("the examples of docs/api.md (need curl)", () => {
  let opened: OpenApp;
  let listener: Listener;
  let key: string;
  beforeAll(async () => {
    opened = await openApp();
    key = await opened.key();
    const { fetch } = opened.app;
    listener = await listen({ fetch, host: "127.0.0.1", port: 0, variable: "HTTP_PORT" });
  });
  afterAll(async () => {
    await listener.close();
    await opened.close();
  });

  it("are there", () => expect(examples).toHaveLength(6));

  it.each(examples.map((text) => [text.split("\n", 1)[0] ?? "", text]))("%s", async (_, text) => {
    const env = { URL: listener.url, KEY: key, PATH: "/usr/local/bin:/usr/bin:/bin" };
    const shell = spawn("sh", ["-c", text], { env });
    let out = "";
    shell.stdout.on("data", (chunk) => {
      out += String(chunk);
    });
    const [code] = (await once(shell, "close")) as [number];
    expect([code, out]).toEqual([0, expect.stringMatching(/^\{/)]);
  });
});
