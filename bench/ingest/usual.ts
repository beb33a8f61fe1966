// The usual shape: express, its JSON parser, and one Prisma create per message, on the same durability.
import { mkdir } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import express from "express";
import { PrismaClient } from "../../src/store/generated/client.ts";
import { migrate } from "../../src/store/records/migrate.ts";
import { writeKey } from "./requests.ts";

type Message = { messageId: string; anonymousId: string; event: string; properties: object };

export async function serve(folder: string): Promise<{ port: string; close(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const client = await openClient(join(folder, "records.db"));
  const app = express().use(express.json({ limit: "500kb" }));
  app.post(["/v1/track", "/v1/batch"], async (request, response) => {
    const wanted = `Basic ${Buffer.from(`${writeKey}:`).toString("base64")}`;
    if (request.headers.authorization !== wanted) return void response.status(401).end();
    const messages: Message[] = request.body.batch ?? [request.body];
    for (const message of messages) await client.audit.create({ data: toRow(message) });
    response.json({ success: true });
  });
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    port: String((server.address() as AddressInfo).port),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await client.$disconnect();
    },
  };
}

/** The table nearest to a touch: text columns, two indexes and JSON. */
function toRow({ messageId, anonymousId, event, properties }: Message) {
  const who = { actorId: null, via: "source", kind: "touch", recordId: anonymousId };
  return { id: messageId, at: new Date(), action: event, detail: properties, ...who };
}

async function openClient(file: string): Promise<PrismaClient> {
  await migrate(file);
  const adapter = new PrismaBetterSqlite3({ url: `file:${file}` });
  const client = new PrismaClient({ adapter });
  await client.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  await client.$executeRawUnsafe("PRAGMA synchronous = FULL");
  return client;
}
