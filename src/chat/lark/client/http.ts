// One HTTP client per app: with a timeout, past any proxy variable, and errors that hold no token.
import { defaultHttpInstance, type HttpInstance } from "@larksuiteoapi/node-sdk";
import { RetryLater } from "../../../core/errors.ts";

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
      const resetMs = Number(headers[retryHeader] ?? headers["retry-after"]) * 1_000;
      if (typeof data !== "object" || data === null) throw notLarks(status, resetMs);
      return resetMs > 0 ? { ...data, afterMs: resetMs } : data;
    },
    (error: unknown) => {
      const { code } = error as { code?: unknown };
      throw unknownFate(typeof code === "string" ? code : "no answer");
    },
  );
  return http as unknown as HttpInstance;
}

/** A gateway's own page; one that asks to slow down says at least that nothing was taken. */
function notLarks(status: number, resetMs: number): RetryLater {
  if (status !== 429) return unknownFate(`status ${status}, no JSON`);
  return new RetryLater("Lark asks to slow down.", { afterMs: resetMs > 0 ? resetMs : 1_000 });
}

function unknownFate(why: string): RetryLater {
  return new RetryLater(`Lark did not answer (${why}).`, { afterMs: 5_000, ambiguous: true });
}
