import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Files by their role: whoever has read one folder finds their way in the others. */
const everywhere = ["adapter.ts", "parse.ts", "render.ts", "limits.ts", "client.ts"];
/** Slack and Lark have more in common: sockets, callbacks, messages, forms, what to set up. */
const onPlatforms = [
  ...["client/failures.ts", "client/retry.ts", "connection.ts", "events.ts", "files.ts"],
  ...["files/images.ts", "files/share.ts", "interactions.ts", "manifest.ts", "messenger.ts"],
  ...["parse/values.ts", "render/chart.ts", "render/form.ts", "render/table.ts"],
  ...["render/text.ts", "transport/http.ts", "transport/socket.ts", "validate.ts"],
];
const folders: [string, string[]][] = [
  ["local", everywhere],
  ["slack", [...everywhere, ...onPlatforms]],
  ["lark", [...everywhere, ...onPlatforms]],
];

describe("the chat folders", () => {
  it.each(folders)("%s has the files that reading another one teaches", (platform, files) => {
    const folder = new URL(`../../src/chat/${platform}/`, import.meta.url);
    const missing = files.filter((file) => !existsSync(new URL(file, folder)));
    expect(missing).toEqual([]);
  });
});
