// Which API client speaks for which connected Lark app.
import { Refused } from "../../core/errors.ts";
import type { LarkClient } from "./client.ts";

/** The API clients by connection. */
export type Clients = ReadonlyMap<string, LarkClient>;

/** The client of a connection; Refused when it is none of ours any more. */
export function clientOf(clients: Clients, connection: string): LarkClient {
  const client = clients.get(connection);
  if (client) return client;
  throw new Refused("lark.unknown-connection", `No Lark app ${connection} is connected.`);
}
