// The bot of `chatDuringImport`: imports a file and takes messages, in one process, as `npm start` does.
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { importHere } from "../../src/commands/import/import-here.ts";
import { operator } from "../../src/core/people/actor.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside } from "../../src/main.ts";

const [, , file = "", dataDir = ""] = process.argv;
mkdirSync(dataDir, { recursive: true });
const ringside = await openRingside({ dataDir, log: createLog({ level: "error" }) });
await addPerson(ringside);
ringside.start();

const server = createServer((request, response) => {
  void answer(request, response);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
print((server.address() as AddressInfo).port);
const args = { kind: "touches", from: file } as const;
const report = await importHere(args, ringside, () => {});
print(JSON.stringify({ stored: report.counts.touches }));
await caughtUp(ringside);
print("caught up");
process.stdin.resume();
await once(process.stdin, "end");
server.closeAllConnections();
server.close();
await ringside.close();

/** A message is acknowledged once it is on disk. */
async function answer(
  request: import("node:http").IncomingMessage,
  response: import("node:http").ServerResponse,
): Promise<void> {
  let key = "";
  for await (const part of request) key += String(part);
  await ringside.localChat.say("per_ana", "my leads", `bench-${key}`);
  response.end("ok");
}

/** Resolves when who is who is settled for every touch: chat goes on meanwhile, so nothing can be drained. */
async function caughtUp({ records, events }: Ringside): Promise<void> {
  for (;;) {
    const row = await records.client.checkpoint.findUnique({ where: { consumer: "identity" } });
    const rest = await events.after(Number(row?.position ?? 0), 1);
    if (rest.length === 0) return;
    await setTimeout(100);
  }
}

function print(line: string | number): void {
  process.stdout.write(`${line}\n`);
}

async function addPerson({ records, gate }: Ringside): Promise<void> {
  const ana = { kind: "person", id: "per_ana", create: true, set: { name: "Ana" } } as const;
  const by = { by: operator, via: "cli", source: "bench" } as const;
  await records.write((unit) => gate.apply(unit, { ...by, changes: [ana] }));
}
