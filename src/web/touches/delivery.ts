// A request as a source sees it: the address it called, its headers by name, its body.
import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import type { Delivery } from "../../core/journey/touch-source.ts";
import type { Clock } from "../../core/ports.ts";

export type DeliveryOptions = { body: string; clock: Clock; publicUrl?: string | undefined };

/** `publicUrl` takes the place of an origin that a proxy hid: signatures cover the whole address. */
export function createDelivery(
  context: Context,
  { body, clock, publicUrl }: DeliveryOptions,
): Delivery {
  const { method, url } = context.req.raw;
  const header = headersOf(context);
  return {
    method,
    url: publicUrl ? withOrigin(url, publicUrl) : asForwarded(url, header),
    header,
    body,
    receivedAt: clock(),
  };
}

/** Node's own headers where there are any: building web-standard ones costs a tenth of a whole request. */
export function headersOf({ env, req }: Context): Delivery["header"] {
  const incoming = (env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (!incoming) return (name) => req.raw.headers.get(name) ?? undefined;
  return (name) => {
    const value = incoming.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
}

function withOrigin(url: string, origin: string): string {
  return `${origin.replace(/\/+$/, "")}${url.slice(url.indexOf("/", url.indexOf("//") + 2))}`;
}

/** Behind a proxy the source called https and the proxy's name. Believing this forges nothing: it is signed. */
function asForwarded(url: string, header: Delivery["header"]): string {
  const protocol = header("x-forwarded-proto")?.split(",")[0]?.trim();
  const host = header("x-forwarded-host")?.split(",")[0]?.trim();
  if (!protocol && !host) return url;
  const { protocol: own, host: ownHost } = new URL(url);
  const origin = `${protocol ?? own.replace(":", "")}://${host ?? ownHost}`;
  return URL.canParse(origin) ? withOrigin(url, origin) : url;
}
