// An embedding endpoint on loopback that answers as told, and remembers what it was asked.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Asked = { input: string[]; model: string };
type Answer = (response: ServerResponse, asked: Asked) => void;

export type EmbeddingEndpoint = {
  url: string;
  requests: Asked[];
  /** What it does with the next requests. */
  answer: Answer;
  close(): Promise<void>;
};

/** Vectors by the letters of a text: equal texts are equal, and so many numbers each. */
export const embeds =
  (dimensions: number): Answer =>
  (response, { input }) =>
    sendJson(response, 200, {
      data: input.map((text, index) => ({ index, embedding: lettersOf(text, dimensions) })),
    });

/** Fails with a status. */
export const failsWith =
  (status: number): Answer =>
  (response) =>
    sendJson(response, status, { error: { message: "no" } });

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function lettersOf(text: string, dimensions: number): number[] {
  const counts = new Array<number>(dimensions).fill(0.01);
  for (const letter of text) {
    const at = (letter.codePointAt(0) ?? 0) % dimensions;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

export async function startEmbeddingEndpoint(): Promise<EmbeddingEndpoint> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const asked = JSON.parse(Buffer.concat(parts).toString()) as Asked;
    endpoint.requests.push(asked);
    endpoint.answer(response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint: EmbeddingEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests: [],
    answer: embeds(8),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return endpoint;
}
