// One HTTP client per app: with a timeout, past any proxy variable, and errors that hold no token.
import { defaultHttpInstance, type HttpInstance } from "@larksuiteoapi/node-sdk";
import { RetryLater } from "../../core/errors.ts";

/** Milliseconds Lark asks us to wait, carried on the answer from its header. */
const retryHeader = "x-ogw-ratelimit-reset";

/** Answers of Lark are returned whatever their status, for their `code`; only silence and 5xx are thrown. */
export function createHttp({ timeoutMs }: { timeoutMs: number }): HttpInstance {
  const http = defaultHttpInstance.create({
    timeout: timeoutMs,
    proxy: false,
    validateStatus: () => true,
  });
  http.interceptors.response.use(
    (response) => {
      const { status, data, headers } = response;
      if (status >= 500) throw unknownFate(`status ${status}`);
      // The SDK asks for headers with downloads, and for the bare body otherwise.
      const config = response.config as { $return_headers?: boolean };
      if (config.$return_headers)
        return { data, headers: { ...headers, "x-status": status } } as never;
      if (typeof data !== "object" || data === null) throw unknownFate(`status ${status}, no JSON`);
      const resetS = Number(headers[retryHeader]);
      return resetS > 0 ? { ...data, afterMs: resetS * 1_000 } : data;
    },
    (error: unknown) => {
      const { code } = error as { code?: unknown };
      throw unknownFate(typeof code === "string" ? code : "no answer");
    },
  );
  return http as unknown as HttpInstance;
}

function unknownFate(why: string): RetryLater {
  return new RetryLater(`Lark did not answer (${why}).`, { afterMs: 5_000, ambiguous: true });
}
