// A transcription endpoint on loopback that answers as told, and remembers what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SpeechEndpoint = {
  url: string;
  /** Bodies as they came, and the keys they came with. */
  requests: { body: string; key: string }[];
  /** What it does with the next requests. */
  answer: (response: ServerResponse, request: IncomingMessage) => void;
  close(): Promise<void>;
};

export const hears =
  (text: string): SpeechEndpoint["answer"] =>
  (response) =>
    sendJson(response, 200, { text });

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

export async function startSpeechEndpoint(): Promise<SpeechEndpoint> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const key = String(request.headers.authorization);
    endpoint.requests.push({ body: Buffer.concat(parts).toString("latin1"), key });
    endpoint.answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint: SpeechEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    answer: hears("hello"),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return endpoint;
}
