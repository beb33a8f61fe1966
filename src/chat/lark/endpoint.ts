// Where Lark says the long connection is to be opened: trusted only when it is safe, and refusals said in words.
import type { HttpInstance } from "@larksuiteoapi/node-sdk";
import { Refused, RetryLater } from "../../core/errors.ts";

/**
 * The HTTP client for the SDK to ask with. The socket carries no signature, so its address must be safe; and the SDK
 * would ask for ever after a refusal without data.
 */
export function withSafeEndpoint(
  http: HttpInstance,
  refuse: (error: Refused) => void,
): HttpInstance {
  type Endpoint = { code?: number; msg?: string; data?: { URL?: string } };
  const request: HttpInstance["request"] = async (config) => {
    const answer = (await http.request(config)) as Endpoint;
    const url = answer.data?.URL;
    const { code = -1 } = answer;
    if (code !== 0 && !retryable.has(code)) {
      refuse(new Refused("lark.connection", endpointSentence(code)));
      // The SDK takes an answer with data and a code as final.
      return { data: {}, ...answer, code } as never;
    }
    if (url && !isSafe(url))
      throw new RetryLater("Lark named an unsafe address.", { afterMs: 60_000 });
    return answer as never;
  };
  return { ...http, request } as HttpInstance;
}

const retryable = new Set([1, 1000040343]);

function endpointSentence(code: number): string {
  if (code === 1000040350)
    return "Lark has 50 long connections of this app already. Stop other processes.";
  return `Lark refused the long connection (code ${code}). Check App ID and App Secret, and choose "persistent connection" under Events & Callbacks.`;
}

function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "wss:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
