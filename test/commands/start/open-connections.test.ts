import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openConnections } from "../../../src/commands/start/open-connections.ts";
import { createLog } from "../../../src/log.ts";
import { createWorld, type World } from "../../helpers/world.ts";

let silent: Server;
let world: World;

beforeEach(async () => {
  // Takes every call and answers none.
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
  silent.closeAllConnections();
  silent.close();
});

describe("opening connections", () => {
  it("ends at once when it is time to stop, although a platform never answers", async () => {
    const { port } = silent.address() as AddressInfo;
    const stop = new AbortController();
    const keys = {
      ...{ botToken: "xoxb-test", signingSecret: "secret" },
      apiUrl: `http://127.0.0.1:${port}/api/`,
    };
    const wanted = [
      { id: "env slack", from: "env" as const, surface: "slack" as const, keys },
      { id: "other", from: "stored" as const, surface: "lark" as const, off: "It has no keys." },
    ];
    const log = createLog({ level: "silent" });
    const opened = openConnections(world.ringside, wanted, {
      ...{ log, say: () => {}, signal: stop.signal },
    });
    stop.abort();
    await opened;
    expect(world.ringside.surfaces.map(({ adapter }) => adapter.surface)).toEqual([
      "slack",
      "lark",
    ]);
    expect(world.ringside.plugged("env slack")?.state().ok).toBe(false);
  });
});
