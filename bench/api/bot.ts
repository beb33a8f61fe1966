// The bot of `bench api`: the public listener with a key, and a chat that acknowledges an event once it is on disk.
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { apiServices } from "../../src/commands/start/listeners.ts";
import { operator } from "../../src/core/people/actor.ts";
import { createLog } from "../../src/log.ts";
import { openRingside } from "../../src/main.ts";
import { createApiKey } from "../../src/web/keys.ts";
import { listen } from "../../src/web/listen.ts";
import { createPublicApp } from "../../src/web/public-app.ts";

const [, , dataDir = ""] = process.argv;
const reps = 20;
mkdirSync(dataDir, { recursive: true });
const log = createLog({ level: "error" });
const ringside = await openRingside({ dataDir, log });
const { records, gate, metrics, localChat } = ringside;
await records.write((unit) =>
  gate.apply(unit, {
    ...{ by: operator, via: "cli", source: "bench" },
    changes: [
      // Somebody who asks, and gets no leads: what their answer costs does not grow.
      {
        ...({ kind: "person", id: "per_asks", create: true } as const),
        set: { name: "Asks", role: "contributor" },
      },
      ...Array.from({ length: reps }, (_, index) => ({
        ...({ kind: "person", id: `per_${index}`, create: true } as const),
        set: { name: `Rep ${index}`, capacity: 10_000 },
      })),
    ],
  }),
);
const { key } = await records.write((unit) =>
  createApiKey(unit, { name: "bench", scopes: ["leads:write"] }),
);
ringside.start();

const app = createPublicApp({
  ...{ ...apiServices(ringside), metrics, log, version: "bench", openMetrics: true },
  ready: async () => ({ ok: true, parts: {} }),
  // A key's usual limit is met in ten seconds: what is measured is the work, not the wait.
  rate: { perMinute: 1_000_000, burst: 1_000 },
});
const api = await listen({ fetch: app.fetch, host: "127.0.0.1", port: 0, variable: "PORT" });
const chat = createServer(async (request, response) => {
  let text = "";
  for await (const part of request) text += String(part);
  await localChat.open("per_asks", `bench-${text}`);
  response.end("ok");
});
chat.listen(0, "127.0.0.1");
await once(chat, "listening");
const { port } = chat.address() as AddressInfo;
process.stdout.write(`${JSON.stringify({ api: api.url, key, port })}\n`);

process.stdin.resume();
await once(process.stdin, "end");
chat.closeAllConnections();
chat.close();
await api.close();
await ringside.close();
