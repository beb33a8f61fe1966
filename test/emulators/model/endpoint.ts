// An OpenAI-compatible chat endpoint on loopback: answers each request as told, and remembers what it was asked.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A message with a picture comes in parts. */
type Part = { type: "text"; text: string } | { type: "image_url"; image_url: { url: string } };

/** A request as it came; `data` is what its first user message holds. */
export type Asked = {
  headers: IncomingHttpHeaders;
  body: {
    model: string;
    messages: { role: string; content: string | Part[] }[];
    stream?: boolean;
    temperature?: number;
    stream_options?: unknown;
    response_format?: { type: string; json_schema?: { name: string; schema: object } };
  };
  data: unknown;
  /** The picture beside it, as a data address. */
  picture?: string | undefined;
};

/** What the endpoint does with a request. */
export type Behaviour = (response: ServerResponse, asked: Asked) => void | Promise<void>;

export type ModelEndpoint = {
  url: string;
  requests: Asked[];
  /** Behaviours for the next requests in turn; the last one stays. */
  does(...behaviours: Behaviour[]): void;
  close(): Promise<void>;
};

/** Starts one on a free port of 127.0.0.1; it knows only /v1/chat/completions. */
export async function startModelEndpoint(...behaviours: Behaviour[]): Promise<ModelEndpoint> {
  let next = behaviours;
  const requests: Asked[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.url !== "/v1/chat/completions") {
      response.writeHead(404).end();
      return;
    }
    const body = JSON.parse(Buffer.concat(parts).toString()) as Asked["body"];
    const said = body.messages.find(({ role }) => role === "user")?.content ?? "null";
    const written = typeof said === "string" ? [{ type: "text" as const, text: said }] : said;
    const text = written.find((part) => part.type === "text")?.text ?? "null";
    const picture = written.find((part) => part.type === "image_url")?.image_url.url;
    const asked = { headers: request.headers, body, data: JSON.parse(text) as unknown, picture };
    requests.push(asked);
    const [behaviour, ...rest] = next;
    if (rest.length > 0) next = rest;
    await behaviour?.(response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    does(...more) {
      next = more;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
