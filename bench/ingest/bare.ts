// Node's own HTTP server and nothing else: it reads the body and says yes. What is left for anybody who takes requests.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export async function serve(): Promise<{ port: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.once("end", () => {
      outgoing.writeHead(200, { "content-type": "application/json" }).end('{"success":true}');
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: String((server.address() as AddressInfo).port),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
