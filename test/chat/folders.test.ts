import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";

const platforms = ["local", "slack", "lark"];
const files = ["adapter.ts", "parse.ts", "render.ts", "limits.ts", "client.ts"];

describe("the chat folders", () => {
  it.each(platforms)("%s has the files that reading another one teaches", (platform) => {
    const folder = new URL(`../../src/chat/${platform}/`, import.meta.url);
    const missing = files.filter((file) => !existsSync(new URL(file, folder)));
    expect(missing).toEqual([]);
  });
});
