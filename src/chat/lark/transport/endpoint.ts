// Where Lark says the long connection is to be opened: trusted only when it is safe, and refusals said in words.
import type { HttpInstance } from "@larksuiteoapi/node-sdk";
import { Refused, RetryLater } from "../../../core/errors.ts";
import { completeTimes } from "./frames.ts";

/**
 * The HTTP client for the SDK to ask with. The socket carries no signature, so its address must be safe; and the SDK
 * would ask for ever after a refusal without data.
 */
export function withSafeEndpoint(
  http: HttpInstance,
  { refuse, domain }: { refuse: (error: Refused) => void; domain: string },
): HttpInstance {
  type Endpoint = { code?: number; msg?: string; data?: Named | null };
  const request: HttpInstance["request"] = async (config) => {
    const answer = (await http.request(config)) as Endpoint;
    const { code = -1, data } = answer;
    if (code !== 0 && !retryable.has(code)) {
      refuse(new Refused("lark.connection", endpointSentence(code)));
      // The SDK takes an answer with data and a code as final.
      return { ...answer, data: data ?? {}, code } as never;
    }
    if (data?.URL && !isSafe(data.URL, domain))
      throw new RetryLater("Lark named an unsafe address.", { afterMs: 60_000 });
    // The SDK would trip over times that are not there, and ask again for ever.
    return {
      ...answer,
      data: { ...data, ClientConfig: completeTimes(data?.ClientConfig) },
    } as never;
  };
  return { ...http, request } as HttpInstance;
}

const retryable = new Set([1, 1000040343]);

function endpointSentence(code: number): string {
  if (code === 1000040350)
    return "Lark has 50 long connections of this app already. Stop other processes.";
  return `Lark refused the long connection (code ${code}). Check App ID and App Secret, and choose "persistent connection" under Events & Callbacks.`;
}

type Named = { URL?: string; ClientConfig?: object };

/** Beyond this machine with TLS only; an operator who named a server without it (a private one, a test's) meant that. */
function isSafe(url: string, domain: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  const isNamed = URL.canParse(domain) && new URL(domain).hostname === hostname;
  return protocol === "wss:" || isNamed || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
