// Which pages may call a source from a browser.
import type { Context } from "hono";

/** Answers a browser that asks before it sends. */
export function preflight(origins: readonly string[]): (context: Context) => Response {
  return (context) => {
    const response = new Response(null, {
      status: 204,
      headers: {
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "content-type",
        "access-control-max-age": "86400",
      },
    });
    return allowOrigin(response, context, origins);
  };
}

/** Lets the page that asked read the answer, when it is one of ours; never with cookies. */
export function allowOrigin(
  response: Response,
  context: Context,
  origins: readonly string[] | undefined,
): Response {
  if (!origins) return response;
  const origin = context.req.header("origin");
  response.headers.set("vary", "Origin");
  if (origin && origins.includes(origin)) {
    response.headers.set("access-control-allow-origin", origin);
  }
  return response;
}
