// A program that receives webhooks on this machine, and answers as a test says.
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Delivered = { path: string; headers: IncomingHttpHeaders; body: string };
type Answer = { status: number; headers?: Record<string, string> };

/** `answer` may be replaced at any time; undefined keeps the sender waiting. */
export async function openReceiver() {
  const got: Delivered[] = [];
  const answer = (_: Delivered): Answer | undefined => ({ status: 204 });
  const receiver = { got, url: "", answer, close };
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const delivered = { path: request.url ?? "", headers: request.headers, body };
    got.push(delivered);
    const answered = receiver.answer(delivered);
    if (answered) response.writeHead(answered.status, answered.headers ?? {}).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  return receiver;

  function close(): Promise<void> {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

/** What a delivery tells. */
export function told({ body }: Delivered): { type: string; data: Record<string, unknown> } {
  return JSON.parse(body) as { type: string; data: Record<string, unknown> };
}
